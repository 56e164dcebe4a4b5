"""Resolves and normalizes URLs as a browser does (https://url.spec.whatwg.org/): pure functions."""

import re
from urllib.parse import parse_qs, quote, urljoin, urlsplit, urlunsplit

from browser.ajax._body import well_formed

_PATH = "!$%&'()*+,-./:;=@[]^_|~"
_QUERY = "!$%&()*+,-./:;=?@[\\]^_`{|}~"
"""The characters that are not percent-encoded in them."""

_HOST = re.compile(r"[^\0-\x20\"#%/:<>?@\[\\\]^`{|}\x7f]+|\[[0-9a-f:.]+\]", re.IGNORECASE)
_ABSOLUTE = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_PORTS = {"http": 80, "https": 443}
_CACHE_PARAMETER = re.compile(r"(?:^|&)\d{16,}$")


def resolve(page: str, url: str) -> str:
    """Returns the absolute URL. Raises ValueError if the URL is invalid.

    >>> resolve("http://localhost/app/", "api?q=a b#top")
    'http://localhost/app/api?q=a%20b#top'
    """
    url = re.sub(r"[\t\r\n]", "", well_formed(url).strip("".join(map(chr, range(33)))))
    url = url.replace("\\", "/")
    # urljoin("http://page/", "http://") returns the page.
    joined = url if _ABSOLUTE.match(url) else urljoin(page, url)
    scheme, host, path, query, fragment = urlsplit(joined)
    if scheme in _PORTS:
        user_info, at, host = host.rpartition("@")
        path = path or "/"
        host = f"{user_info}{at}{_checked_host(scheme, host)}"
    elif not scheme:
        raise ValueError("Invalid URL")
    path, query = quote(path, safe=_PATH), quote(query, safe=_QUERY)
    return urlunsplit((scheme, host, path, query, quote(fragment, safe=_QUERY + "'#")))


def _checked_host(scheme: str, host: str) -> str:
    name, port = (host, "") if host.endswith("]") else re.split(r":(?=\d*$)|$", host)[:2]
    name = name.lower()
    if not name.isascii():
        name = name.encode("idna").decode()
    if not _HOST.fullmatch(name) or (port and int(port) > 65535):
        raise ValueError("Invalid URL")
    return f"{name}:{int(port)}" if port and int(port) != _PORTS[scheme] else name


def same_place(one: str, other: str) -> bool:
    """Returns whether two absolute URLs have the same scheme, host and path."""
    return _place(one) == _place(other)


def _place(url: str) -> tuple[str, str, str]:
    scheme, host, path, *_ = urlsplit(url)
    return scheme, host.rpartition("@")[2], path


def query_of(url: str) -> dict[str, list[str]]:
    """Returns the decoded query, without the parameter that avoids the cache."""
    return parse_qs(urlsplit(without_cache_parameter(url)).query, keep_blank_values=True)


def without_cache_parameter(url: str) -> str:
    """Removes the number that `browser.ajax` adds to avoid the cache.

    >>> without_cache_parameter("http://localhost/x?a=1&1764000000000000")
    'http://localhost/x?a=1'
    """
    parts = urlsplit(url)
    return urlunsplit(parts._replace(query=_CACHE_PARAMETER.sub("", parts.query)))


def without_fragment(url: str) -> str:
    return url.partition("#")[0]

"""URLs and queries as str. Pure."""

import re
from time import time_ns
from urllib.parse import unquote, unquote_plus

from browser._secrets import is_secret_parameter

_last_cache_parameter = 0

_PARAMETER = re.compile(r"([?&;#])([^?&;#=]+)=([^&;#]*)")
_SCHEME = re.compile(r"[\0- ]*([a-zA-Z][a-zA-Z0-9+.-]*):")
_IGNORED = re.compile(r"[\t\n\r]")
"""The characters that browsers remove from a URL."""

_AROUND = "".join(map(chr, range(33)))
"""The characters that browsers remove before and after a URL."""

_USER_INFO = re.compile(
    r"^((?:https?|wss?|ftp):[/\\]*|(?:[a-z][a-z0-9+.-]*:)*[/\\]{2,})[^/?#]*@", re.IGNORECASE
)
"""What a browser's URL parser takes for user name and password, and the part before it. It takes
backslashes and a wrong number of slashes, too."""


_LEVELS = 4
"""So many URLs may be in one another, and so many times encoded."""


def merge_query(url: str, query: str) -> str:
    """Adds `query` to the query of the URL, before the fragment; the rest does not change.

    >>> merge_query("/search?lang=en#top", "q=1")
    '/search?lang=en&q=1#top'
    """
    if not query:
        return url
    rest, hash_sign, fragment = url.partition("#")
    path, _, present = rest.partition("?")
    separator = "" if not present or present.endswith("&") else "&"
    return f"{path}?{present}{separator}{query}{hash_sign}{fragment}"


def is_http(url: str) -> bool:
    """Whether the URL is relative, or absolute with the scheme http or https."""
    scheme = _SCHEME.match(_IGNORED.sub("", url)) if ":" in url else None
    return not scheme or scheme[1].lower() in ("http", "https")


def cache_parameter() -> str:
    """A number that is unique in this page, so that no cache has a response for the URL."""
    global _last_cache_parameter
    _last_cache_parameter = max(_last_cache_parameter + 1, time_ns() // 1000)
    return str(_last_cache_parameter)


def redact(url: str) -> str:
    """The URL for messages, as a browser reads it: without white space around it, and with `***`
    instead of user info and of the values of secret parameters. Any text may be given.

    >>> redact("https://ann:pw@host/x?token=abc&n=1")
    'https://***@host/x?token=***&n=1'
    """
    return _redacted(url, _LEVELS)


def _redacted(url: str, levels: int) -> str:
    if not levels:
        return "***"
    url = _USER_INFO.sub(r"\1***@", _IGNORED.sub("", url).strip(_AROUND))
    return _PARAMETER.sub(lambda found: _without_secret(found, levels - 1), url)


def _without_secret(found: re.Match[str], levels: int) -> str:
    separator, name, value = found.groups()
    if is_secret_parameter(unquote_plus(name)):
        return f"{separator}{name}=***"
    # The value may be a URL: `next=/login?token=abc`, `next=%2Flogin%3Ftoken%3Dabc`.
    decoded = value
    for _ in range(_LEVELS):
        decoded = unquote(decoded)
    shown = _redacted(decoded, levels)
    return f"{separator}{name}={value if shown == decoded.strip(_AROUND) else shown}"

"""Request headers: a dict from lower-case name to (name, value). Pure, but for warnings."""

import re
from collections.abc import Mapping
from typing import Any

from browser import _report
from browser.ajax._errors import describe

Headers = dict[str, tuple[str, str]]

_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_FORBIDDEN = frozenset(
    (
        "accept-charset",
        "accept-encoding",
        "access-control-request-headers",
        "access-control-request-method",
        "connection",
        "content-length",
        "cookie",
        "cookie2",
        "date",
        "dnt",
        "expect",
        "host",
        "keep-alive",
        "origin",
        "referer",
        "set-cookie",
        "te",
        "trailer",
        "transfer-encoding",
        "upgrade",
        "via",
    )
)
_METHOD_OVERRIDES = ("x-http-method", "x-http-method-override", "x-method-override")


def set_header(headers: Headers, name: Any, value: Any, method: str, url: str) -> None:
    """Adds a header; the last value of a name wins. Messages never show values."""
    if not isinstance(name, str):
        what = f"a header's name must be a str, not {type(name).__name__}"
        raise TypeError(describe(what, method, url))
    if not _TOKEN.fullmatch(name):
        what = f"bad header name {name[:60]!r}"
        raise ValueError(describe(what, method, url, "use letters, digits and hyphens"))
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        what = f"the value of header {name!r} must be a str, not {type(value).__name__}"
        raise TypeError(describe(what, method, url))
    if "\r" in value or "\n" in value or "\0" in value:
        what = f"the value of header {name!r} holds CR, LF or NUL"
        raise ValueError(describe(what, method, url, "send it encoded, or without line breaks"))
    if not value.isascii() and max(value) > "\xff":
        what = f"the value of header {name!r} holds characters beyond latin-1"
        advice = "percent-encode it, e.g. with urllib.parse.quote"
        raise ValueError(describe(what, method, url, advice))
    headers[name.lower()] = (name, value.strip(" \t"))


def set_headers(headers: Headers, given: Any, method: str, url: str) -> None:
    if given is None:
        return
    if not isinstance(given, Mapping):
        what = f"headers must be a mapping of names to values, not {type(given).__name__}"
        raise TypeError(describe(what, method, url))
    for name, value in given.items():
        set_header(headers, name, value, method, url)


def drop_forbidden(headers: Headers, method: str, url: str) -> Headers:
    """Removes the headers that browsers forbid and would drop silently; one warning names them
    (https://fetch.spec.whatwg.org/#forbidden-request-header)."""
    dropped = [name for name in headers if _is_forbidden(name, headers[name][1])]
    if not dropped:
        return headers
    what = f"browsers do not let a page set the header {', '.join(headers[n][0] for n in dropped)}"
    _report.warn(describe(what, method, url, "it is not sent"), RuntimeWarning)
    return {name: header for name, header in headers.items() if name not in dropped}


def _is_forbidden(name: str, value: str) -> bool:
    if name in _METHOD_OVERRIDES:
        methods = {part.strip().upper() for part in value.split(",")}
        return bool(methods & {"CONNECT", "TRACE", "TRACK"})
    return name in _FORBIDDEN or name.startswith(("proxy-", "sec-"))

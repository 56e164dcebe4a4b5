"""The failures of a request and the form of messages. Pure.

Messages show URLs without passwords and tokens: see `browser.ajax._url.redact`.
"""

from collections.abc import Iterable
from typing import Any

from browser._secrets import redact


class RequestError(OSError):
    """The base of all failures of a request.

    `method` and `url` name the request, `what` says what happened, `advice` what to do. Passwords
    and tokens in `url` are replaced by `***`.
    """

    def __init__(self, what: str, method: str, url: str, advice: str = "") -> None:
        self.what: str = what
        self.method: str = method
        self.url: str = redact(url)
        self.advice: str = advice
        super().__init__(describe(what, method, url, advice))

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.what, self.method, self.url, self.advice)


class NetworkError(RequestError, ConnectionError):
    """No response that the page may see. Browsers hide the cause; `advice` lists likely ones."""


class RequestTimeout(RequestError, TimeoutError):
    """No complete response within `timeout` seconds."""


class RequestAborted(RequestError, ConnectionAbortedError):
    """`abort()` ended the request."""


class ResponseTooLarge(RequestError, MemoryError):
    """The response body does not fit into the memory of the browser or of Python."""


class HTTPStatusError(RequestError):
    """The server responded with a status of 400 or above.

    `status` is the HTTP status, `status_text` its text, such as "Not Found" (empty over HTTP/2).
    """

    def __init__(self, status: int, status_text: str, method: str, url: str) -> None:
        self.status: int = status
        self.status_text: str = status_text
        super().__init__(f"HTTP status {status} {status_text}".strip(), method, url)

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.status, self.status_text, self.method, self.url)


def invalid_url(method: str, url: str) -> ValueError:
    advice = (
        'use an absolute URL or one starting with "/"; '
        "relative URLs work in pages and in workers loaded from a URL"
    )
    return ValueError(describe("the URL is not valid", method, url, advice))


def describe(what: str, method: str, url: str, advice: str = "") -> str:
    """The form of every message: "what: METHOD URL: what to do"."""
    request = f"{method} {redact(url)}".strip()
    return ": ".join(part for part in (what, request, advice) if part)


def likely_causes(url: str, page: str, online: bool) -> str:
    """The likely causes of a network error, most likely first; `page` is the page's own URL."""
    from urllib.parse import urljoin, urlsplit

    if not online:
        return "the browser is offline"
    try:
        target, here = urlsplit(urljoin(page, url)), urlsplit(page)
        other_origin = (target.scheme, target.netloc) != (here.scheme, here.netloc)
    except ValueError:
        return "the URL is not valid"
    causes = ["the server is unreachable or closed the connection"]
    if here.scheme == "https" and target.scheme == "http":
        causes.insert(0, "an https page may not ask an http server (mixed content)")
    if other_origin:
        causes.insert(
            0,
            "the server does not allow this page's origin "
            f"(CORS: Access-Control-Allow-Origin for {here.scheme}://{here.netloc})",
        )
    causes.append("a Content Security Policy or an extension blocked it")
    return "likely causes: " + "; ".join(causes)


def nearest(name: str, names: Iterable[str]) -> str:
    """`; did you mean 'x'?`, or "" if no name is close."""
    from difflib import get_close_matches

    found = get_close_matches(name.lower(), sorted(names), n=1, cutoff=0.6)
    return f"; did you mean {found[0]!r}?" if found else ""

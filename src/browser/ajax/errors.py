"""The four failures of a request, never merged::

    OSError
     └─ RequestError        method, url
         ├─ NetworkError    no answer: server, CORS, connection, blocked      (ConnectionError)
         ├─ RequestTimeout  the time that the program allowed was over        (TimeoutError)
         ├─ RequestAborted  the program called abort()              (ConnectionAbortedError)
         └─ HTTPStatusError an answer, with status 400 or above: raised only when asked for

A URL in a message never holds a password or a token: see `browser.ajax.url.redact`.
"""

from collections.abc import Iterable

from browser.ajax import shim
from browser.ajax.url import redact


class RequestError(OSError):
    """What a failed request has in `req.error`; `method` and `url` say which it was."""

    def __init__(self, what: str, method: str, url: str, advice: str = "") -> None:
        self.what, self.method, self.url, self.advice = what, method, redact(url), advice
        super().__init__(describe(what, method, url, advice))

    def __reduce__(self) -> tuple[type["RequestError"], tuple[str, str, str, str]]:
        return type(self), (self.what, self.method, self.url, self.advice)


class NetworkError(RequestError, ConnectionError):
    """The browser got no answer that it may show; it does not tell the cause."""


class RequestTimeout(RequestError, TimeoutError):
    """No complete answer within `timeout` seconds."""


class RequestAborted(RequestError, ConnectionAbortedError):
    """`abort()` ended the request."""


class HTTPStatusError(RequestError):
    """The server answered with a status of 400 or above."""


def failure(event: str, method: str, url: str, timeout: int) -> RequestError:
    """What a request that ended with `event` has in `req.error`; `timeout` in milliseconds."""
    if event == "abort":
        return RequestAborted("aborted", method, url)
    if event == "timeout":
        return RequestTimeout(f"no complete answer within {timeout / 1000:g} s", method, url)
    page, _, online = shim.transport().where().rpartition(" ")
    return NetworkError("network error", method, url, likely_causes(url, page, online != "false"))


def invalid_url(method: str, url: str) -> ValueError:
    advice = (
        "write a whole one, or from / on; a relative one needs a page or a worker with a folder"
    )
    return ValueError(describe("the URL is not valid", method, url, advice))


def describe(what: str, method: str, url: str, advice: str = "") -> str:
    """One form for every message: "what: METHOD URL: what to do"."""
    request = f"{method} {redact(url)}".strip()
    return ": ".join(part for part in (what, request, advice) if part)


def likely_causes(url: str, page: str, online: bool) -> str:
    """What may be behind a network error, most likely first; `page` is the page's own URL."""
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
    """`; did you mean 'x'?`, or nothing."""
    from difflib import get_close_matches

    found = get_close_matches(name.lower(), sorted(names), n=1, cutoff=0.6)
    return f"; did you mean {found[0]!r}?" if found else ""

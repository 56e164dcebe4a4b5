"""Requests to await, over `browser.ajax`."""

from __future__ import annotations

from asyncio import CancelledError, Future, current_task
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Unpack

from browser import _report
from browser.ajax import Ajax, RequestError, _functions, _signatures
from browser.ajax._arguments import check_method
from browser.ajax._errors import describe

if TYPE_CHECKING:
    from browser.ajax._keywords import AwaitKeywords, Settings
    from browser.ajax._types import Data, FileData, HeaderMapping, Mode

type Format = Literal["text", "binary", "dataURL", "json", "blob", "document"]

FORMATS: dict[str, Mode] = {
    "text": "text",
    "binary": "binary",
    "dataURL": "binary",
    "json": "json",
    "blob": "blob",
    "document": "document",
}
"""Our format → the mode of `browser.ajax`."""


class Request:
    """A finished request (https://brython.info/static_doc/3.13/en/aio.html)."""

    def __init__(self, request: Ajax, format: Format) -> None:
        self._request, self._format = request, format

    def __repr__(self) -> str:
        what = describe("Request", self._request.method, self._request.url)
        return f"<{what}: status {self.status}>"

    def _repr_html_(self) -> str:
        """Notebooks show this."""
        return self._request._repr_html_()

    @property
    def data(self) -> Any:
        """The response body in the requested format: str, bytes, the value of JSON, …

        Raises ValueError if the format is json and the body is not JSON.
        """
        if self._format != "dataURL":
            return self._request.read()
        from base64 import b64encode

        kind = self._request.getResponseHeader("content-type") or "application/octet-stream"
        return f"data:{kind};base64,{b64encode(self._request.read()).decode()}"

    @property
    def status(self) -> int:
        """The HTTP status; 0 if there is no response: `error` says why."""
        return self._request.status

    @property
    def statusText(self) -> str:
        """The text of the status, such as "Not Found"; empty over HTTP/2."""
        return self._request.statusText

    @property
    def ok(self) -> bool:
        """Whether the status is from 200 to 299."""
        return 200 <= self.status < 300

    @property
    def error(self) -> RequestError | None:
        """A NetworkError or RequestTimeout, or None; an HTTP status is not an error."""
        return self._request.error

    @property
    def response_headers(self) -> dict[str, str]:
        """The response headers that the page may see, by lower-case name."""
        lines = self._request.getAllResponseHeaders().splitlines()
        pairs = (line.partition(":") for line in lines)
        return {name.strip().lower(): value.strip() for name, _, value in pairs}

    @property
    def url(self) -> str:
        """The URL of the response, after redirects."""
        return self._request.responseURL or self._request.url

    def raise_for_status(self) -> None:
        """Raises `error` if there is one, HTTPStatusError if the status is 400 or above."""
        self._request.raise_for_status()


async def ajax(
    method: str,
    url: str,
    format: Format = "text",
    headers: HeaderMapping | None = None,
    data: Data = None,
    cache: bool = False,
    **keywords: Unpack[Settings],
) -> Request:
    """Sends a request and waits for its end.

    `format` is "text", "binary", "dataURL", "json", "blob" or "document". `data` is the query for
    GET, HEAD, DELETE and OPTIONS, else the body, as in `browser.ajax`. Keywords: `timeout` in
    seconds, `encoding`, `credentials`, `progress`, a callback for each event (`onprogress=`, …).

    Returns a `Request` after a status such as 404, a network error and a timeout too: see
    `Request.error` and `Request.raise_for_status`. Cancelling the task aborts the request. Bad
    arguments raise at once.
    """
    method = check_method(method, url)
    settings = _checked(keywords, method, url)
    settings |= {"mode": _mode(format, method, url), "headers": headers, "data": data}
    request, body = _functions.prepared(method, url, (), settings | {"cache": cache})
    return await _ended(request, body, format)


async def get(url: str, format: Format = "text", **keywords: Unpack[AwaitKeywords]) -> Request:
    """`ajax("GET", url, …)`."""
    return await ajax("GET", url, format, **keywords)


async def head(url: str, **keywords: Unpack[AwaitKeywords]) -> Request:
    """`ajax("HEAD", url, …)`; the response has status and headers, no body."""
    return await ajax("HEAD", url, **keywords)


async def delete(url: str, format: Format = "text", **keywords: Unpack[AwaitKeywords]) -> Request:
    """`ajax("DELETE", url, …)`."""
    return await ajax("DELETE", url, format, **keywords)


async def options(url: str, format: Format = "text", **keywords: Unpack[AwaitKeywords]) -> Request:
    """`ajax("OPTIONS", url, …)`."""
    return await ajax("OPTIONS", url, format, **keywords)


async def post(url: str, format: Format = "text", **keywords: Unpack[AwaitKeywords]) -> Request:
    """`ajax("POST", url, …)`."""
    return await ajax("POST", url, format, **keywords)


async def put(url: str, format: Format = "text", **keywords: Unpack[AwaitKeywords]) -> Request:
    """`ajax("PUT", url, …)`."""
    return await ajax("PUT", url, format, **keywords)


async def patch(url: str, format: Format = "text", **keywords: Unpack[AwaitKeywords]) -> Request:
    """`ajax("PATCH", url, …)`."""
    return await ajax("PATCH", url, format, **keywords)


async def file_upload(
    url: str,
    file: FileData,
    method: str = "POST",
    field_name: str = "filetosave",
    format: Format = "text",
    **keywords: Unpack[AwaitKeywords],
) -> Request:
    """Sends a File, a Blob or bytes as the field `field_name` of a FormData, like
    `browser.ajax.file_upload`."""
    settings = _checked(keywords, method, url) | {"mode": _mode(format, method, url)}
    request, body = _functions.prepared_upload(url, file, method, field_name, settings)
    return await _ended(request, body, format)


for _signature, _functions_with_it in (
    (_signatures.AIO, (ajax,)),
    (_signatures.AIO_HEAD, (head,)),
    (_signatures.AIO_GET, (get, delete, options, post, put, patch)),
    (_signatures.AIO_UPLOAD, (file_upload,)),
):
    for _function in _functions_with_it:
        _function.__dict__["__wrapped__"] = _signature


class _End(Future[None]):
    """Wakes its task at once: another iteration of the event loop would take longer than all the
    rest here."""

    _wake: Any = (None, None)

    def add_done_callback(self, fn: Any, *, context: Any = None) -> None:
        self._wake = fn, context
        super().add_done_callback(fn, context=context)

    def happened(self) -> None:
        fn, context = self._wake
        # A running task may have called `abort()`.
        now = current_task(self.get_loop()) is None and self.remove_done_callback(fn)
        if not self.done():
            self.set_result(None)
            if now:
                _report.call(context.run, fn, self)


async def _ended(request: Ajax, body: Any, format: Format) -> Request:
    end = _End()
    request._resume = end.happened
    request._open(request.method, request.url, blocking=False)
    request.send(body)
    try:
        await end
    except CancelledError:
        request._resume = None
        request.abort()
        raise
    return Request(request, format)


def _mode(format: str, method: str, url: str) -> Mode:
    if format not in FORMATS:
        what = f"unknown format {format!r}"
        raise ValueError(describe(what, method, url, f"use one of {', '.join(FORMATS)}"))
    return FORMATS[format]


def _checked(keywords: Mapping[str, Any], method: str, url: str) -> dict[str, Any]:
    for name in ("blocking", "async_", "async"):
        if name in keywords:
            what = f"{name}= has no meaning in aio"
            raise TypeError(describe(what, method, url, "use browser.ajax to block"))
    return dict(keywords)

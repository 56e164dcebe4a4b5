"""Requests to await, over `browser.ajax`."""

from __future__ import annotations

from asyncio import CancelledError, Future, current_task
from typing import Any

from browser import _report
from browser.ajax import Ajax, RequestError
from browser.ajax import functions as ajax_functions
from browser.ajax.errors import describe
from browser.ajax.options import check_method

FORMATS = {
    "text": "text",
    "binary": "binary",
    "dataURL": "binary",
    "json": "json",
    "blob": "blob",
    "document": "document",
}
"""Our format → the mode of `browser.ajax`."""


class Request:
    """What a request gave, in the end (Brython's page on browser.aio, class Request)."""

    def __init__(self, request: Ajax, format: str) -> None:
        self._request, self._format = request, format

    def __repr__(self) -> str:
        what = describe("Request", self._request.method, self._request.url)
        return f"<{what}: status {self.status}>"

    @property
    def data(self) -> Any:
        """The answer in the format that was asked for: str, bytes, JSON's value, …; of format
        json a ValueError when it is no JSON."""
        if self._format != "dataURL":
            return self._request.read()
        from base64 import b64encode

        kind = self._request.getResponseHeader("content-type") or "application/octet-stream"
        return f"data:{kind};base64,{b64encode(self._request.read()).decode()}"

    @property
    def status(self) -> int:
        """The HTTP status; 0 when there is no answer: `error` says why."""
        return self._request.status

    @property
    def statusText(self) -> str:
        return self._request.statusText

    @property
    def ok(self) -> bool:
        """Whether the status is from 200 to 299."""
        return 200 <= self.status < 300

    @property
    def error(self) -> RequestError | None:
        """A NetworkError or RequestTimeout; an HTTP status is no error."""
        return self._request.error

    @property
    def response_headers(self) -> dict[str, str]:
        """By lower-case name; those that the page may see."""
        lines = self._request.getAllResponseHeaders().splitlines()
        pairs = (line.partition(":") for line in lines)
        return {name.strip().lower(): value.strip() for name, _, value in pairs}

    @property
    def url(self) -> str:
        """Where the answer came from in the end, after redirects."""
        return self._request.responseURL or self._request.url

    def raise_for_status(self) -> None:
        """Raises `error`, or an HTTPStatusError for a status of 400 or above."""
        self._request.raise_for_status()


async def ajax(
    method: str,
    url: str,
    format: str = "text",
    headers: Any = None,
    data: Any = None,
    cache: bool = False,
    **keywords: Any,
) -> Request:
    """Sends a request and waits for its end. `format` is "text", "binary", "dataURL", "json",
    "blob" or "document"; `data` is the query for GET, HEAD, DELETE and OPTIONS, else the body, as
    in `browser.ajax`. Keywords: `timeout` in seconds, `encoding`, `credentials`, and a callback
    for each event (`onprogress=`, `onuploadprogress=`, …).

    A status such as 404, a network error and a timeout resolve: see `Request.error` and
    `Request.raise_for_status`. Cancelling the task aborts the request. Bad arguments raise at once.
    """
    method = check_method(method, url)
    keywords |= {"mode": _mode(format, method, url), "headers": headers, "data": data}
    request, body = ajax_functions.prepared(method, url, (), _checked(keywords, cache, method, url))
    return await _ended(request, body, format)


async def get(url: str, format: str = "text", **keywords: Any) -> Request:
    """`ajax("GET", url, …)`."""
    return await ajax("GET", url, format, **keywords)


async def head(url: str, **keywords: Any) -> Request:
    """`ajax("HEAD", url, …)`: only status and headers come back."""
    return await ajax("HEAD", url, **keywords)


async def delete(url: str, format: str = "text", **keywords: Any) -> Request:
    """`ajax("DELETE", url, …)`."""
    return await ajax("DELETE", url, format, **keywords)


async def options(url: str, format: str = "text", **keywords: Any) -> Request:
    """`ajax("OPTIONS", url, …)`."""
    return await ajax("OPTIONS", url, format, **keywords)


async def post(url: str, format: str = "text", **keywords: Any) -> Request:
    """`ajax("POST", url, …)`."""
    return await ajax("POST", url, format, **keywords)


async def put(url: str, format: str = "text", **keywords: Any) -> Request:
    """`ajax("PUT", url, …)`."""
    return await ajax("PUT", url, format, **keywords)


async def patch(url: str, format: str = "text", **keywords: Any) -> Request:
    """`ajax("PATCH", url, …)`."""
    return await ajax("PATCH", url, format, **keywords)


async def file_upload(
    url: str,
    file: Any,
    method: str = "POST",
    field_name: str = "filetosave",
    format: str = "text",
    **keywords: Any,
) -> Request:
    """As `browser.ajax.file_upload`: a File, a Blob or bytes as FormData."""
    keywords["mode"] = _mode(format, method, url)
    checked = _checked(keywords, False, method, url)
    request, body = ajax_functions.prepared_upload(url, file, method, field_name, checked)
    return await _ended(request, body, format)


class _End(Future[None]):
    """Wakes its task at once: one more turn of the loop would take longer than all else here."""

    _wake: Any = (None, None)

    def add_done_callback(self, fn: Any, *, context: Any = None) -> None:
        self._wake = fn, context
        super().add_done_callback(fn, context=context)

    def happened(self) -> None:
        fn, context = self._wake
        # A task that runs may have called `abort()`.
        now = current_task(self.get_loop()) is None and self.remove_done_callback(fn)
        if not self.done():
            self.set_result(None)
            if now:
                _report.call(context.run, fn, self)


async def _ended(request: Ajax, body: Any, format: str) -> Request:
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


def _mode(format: str, method: str, url: str) -> str:
    if format not in FORMATS:
        what = f"unknown format {format!r}"
        raise ValueError(describe(what, method, url, f"use one of {', '.join(FORMATS)}"))
    return FORMATS[format]


def _checked(keywords: dict[str, Any], cache: bool, method: str, url: str) -> dict[str, Any]:
    for name in ("blocking", "async_", "async"):
        if name in keywords:
            what = f"{name}= has no meaning in aio"
            raise TypeError(describe(what, method, url, "use browser.ajax to block"))
    return keywords | {"cache": cache}

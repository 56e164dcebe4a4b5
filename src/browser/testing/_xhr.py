"""The stand-in for the browser's XMLHttpRequest, with the states and events of the standard
(https://xhr.spec.whatwg.org/)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from browser._codes import DONE, INTERACTIVE, LOADED, LOADEND, LOADSTART, PROGRESS, STALE, UPLOAD
from browser._host import NoBrowserError
from browser.ajax._errors import describe
from browser.testing._clock import VirtualLoop
from browser.testing._exchange import Step
from browser.testing._files import Blob
from browser.testing._requests import Headers, Request
from browser.testing._urls import without_fragment

if TYPE_CHECKING:
    from browser.testing._responses import Response

_HIDDEN = ("set-cookie", "set-cookie2")

Dispatch = Callable[[str, int, int, int, Any, str], None]


class ArrayBuffer:
    def __init__(self, content: bytes) -> None:
        self._content = content

    def to_bytes(self) -> bytes:
        return self._content


class NoDocument:
    """In place of a document. Every attribute raises NoBrowserError."""

    def __init__(self, request: Request) -> None:
        self._request = request

    def __getattr__(self, name: str) -> Any:
        raise no_document(self._request)


def no_document(request: Request | None) -> NoBrowserError:
    what = "a response as a document needs a browser"
    method, url = (request.method, request.url) if request else ("", "")
    return NoBrowserError(describe(what, method, url, "test this code in a page"))


class XMLHttpRequest:
    def __init__(self, loop: VirtualLoop) -> None:
        self._loop = loop
        self._timers: dict[str, Any] = {}
        self._steps: Iterator[Step] = iter(())
        self._response_headers = Headers()
        self._sent_at = 0.0
        self._running = self._uploads = False
        self.readyState: int = 0
        self.status: int = 0
        self.statusText: str = ""
        self.responseURL: str = ""
        self.responseType: str = ""
        self.wanted: int = 0
        """The bits of the events to dispatch."""

    def getResponseHeader(self, name: str) -> str | None:
        return None if name.lower() in _HIDDEN else self._response_headers.get(name)

    def getAllResponseHeaders(self) -> str:
        shown = sorted(set(self._response_headers) - set(_HIDDEN))
        return "".join(f"{name}: {self._response_headers[name]}\r\n" for name in shown)

    def overrideMimeType(self, mime: str) -> None:
        self._mime_type = mime

    # -- called by the transport -------------------------------------------------------------

    def begin(
        self,
        request: Request,
        steps: Iterator[Step],
        dispatch: Dispatch,
        response_type: str,
        wanted: int,
        mime_type: str,
        has_body: bool,
    ) -> None:
        self._request, self._steps, self._dispatch = request, steps, dispatch
        self.responseType, self.wanted, self._mime_type = response_type, wanted, mime_type
        self._received, self._total = bytearray(), -1
        self._sent_at = self._loop.time()
        self.readyState, self._running = 1, True
        # Upload listeners that are added after `send` get no events.
        self._uploads = has_body and bool(wanted & UPLOAD)

    def send(self, timeout: int) -> None:
        steps = self._steps
        self._notify("loadstart", self.wanted & LOADSTART)
        self._notify("uploadloadstart", self._uploads, 0, len(self._request.body))
        if self._running and self._steps is steps:
            self.limit(timeout)
            self._wait()

    def send_blocking(self, timeout: int) -> None:
        """Advances the clock to the end of the request. Only the last events are dispatched."""
        self.wanted, self._uploads = DONE | LOADEND, False
        left = timeout / 1000 if timeout else None
        for step in self._steps:
            if left is not None and step.seconds >= left:
                self._loop.advance(left)
                self._fail("timeout")
                return
            if step.seconds > 1e9:
                self._running = False
                what = "a blocking request without a response"
                advice = "set a timeout for the request, or remove never=True from the route"
                message = describe(what, self._request.method, self._request.url, advice)
                raise AssertionError(message)
            left = None if left is None else left - step.seconds
            self._loop.advance(step.seconds)
            self._apply(step)
            if not self._running:
                return

    def limit(self, timeout: int) -> None:
        """Sets the timeout: milliseconds after `send`; 0 for none."""
        self._cancel("limit")
        if timeout and self._running:
            when = max(self._sent_at + timeout / 1000, self._loop.time())
            self._timers["limit"] = self._loop.call_at(when, self._fail, "timeout")

    def abort(self) -> None:
        if self._running:
            self._fail("abort")
        if self.readyState == 4:
            self._clear()
            self.readyState = 0

    def reopen(self) -> None:
        """Ends the request without an event."""
        if self._running:
            self._end("abort")
        self._clear()
        self.readyState = 1

    # -- states and events -------------------------------------------------------------------

    def _wait(self) -> None:
        step = next(self._steps)
        if step.seconds == 0:
            self._timers["step"] = self._loop.call_soon(self._continue, step)
        elif step.seconds < 1e9:
            self._timers["step"] = self._loop.call_later(step.seconds, self._continue, step)

    def _continue(self, step: Step) -> None:
        steps = self._steps
        self._apply(step)
        if self._running and self._steps is steps:  # a callback may have sent another request
            self._wait()

    def _apply(self, step: Step) -> None:
        if step.kind == "sent":
            self._sent(step.value)
        elif step.kind == "head":
            self._head(*step.value)
        elif step.kind == "piece":
            self._received += step.value
            self.readyState = 3
            self._notify("interactive", self.wanted & INTERACTIVE)
            self._notify("progress", self.wanted & PROGRESS, len(self._received), self._total)
        elif step.kind == "end":
            self._load()
        elif step.kind == "failed":
            self._fail("error")

    def _sent(self, sent: int) -> None:
        total = len(self._request.body)
        self._notify("uploadprogress", self._uploads, sent, total)
        if sent == total:
            for name in ("uploadload", "uploadloadend"):
                self._notify(name, self._uploads, sent, total)
            self._uploads = False

    def _head(self, response: Response, request: Request) -> None:
        self.readyState, self.status = 2, response.status
        self.statusText, self._response_headers = response.reason, response.headers
        self.responseURL = without_fragment(request.url)
        length = response.headers.get("content-length", "")
        self._total = int(length) if length.isdecimal() else -1
        self._notify("loaded", self.wanted & LOADED)

    def _load(self) -> None:
        self._end("load")
        content_type = self.getResponseHeader("content-type") or ""
        size = len(self._received)
        response: Any = ArrayBuffer(bytes(self._received))
        if self.responseType == "blob":
            response = Blob(bytes(self._received), self._mime_type or content_type)
        elif self.responseType == "document":
            response = NoDocument(self._request)
        self._finish("load", size, response, content_type)

    def _fail(self, name: str) -> None:
        self._end(name)
        self._clear()
        self._finish(name, 0, None, "")

    def _clear(self) -> None:
        self.status, self.statusText, self.responseURL = 0, "", ""
        self._response_headers = Headers()

    def _finish(self, name: str, loaded: int, response: Any, content_type: str) -> None:
        """Dispatches the last events; callbacks may abort or replace the request meanwhile."""
        total = self._total if name == "load" else -1
        uploads = (f"upload{name}", "uploadloadend") if self._uploads and name != "load" else ()
        self._uploads = False
        if self.wanted & DONE:
            self._dispatch("done", self.status, 0, -1, response, content_type)
        for upload in uploads:
            self._dispatch(upload, 0, 0, -1, None, "")
        for event in (name, "loadend"):
            if event == name or self.wanted & LOADEND:
                status = self.status if self.readyState == 4 else STALE
                self._dispatch(event, status, loaded, total, response, content_type)

    def _end(self, name: str) -> None:
        self._running, self.readyState = False, 4
        self._request.ended = name
        for timer in list(self._timers):
            self._cancel(timer)

    def _notify(self, name: str, wanted: int, loaded: int = 0, total: int = -1) -> None:
        """Dispatches an event, unless a callback has ended the request."""
        if wanted and self._running:
            self._dispatch(name, self.status, loaded, total, None, "")

    def _cancel(self, timer: str) -> None:
        handle = self._timers.pop(timer, None)
        if handle is not None:
            handle.cancel()

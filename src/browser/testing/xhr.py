"""The stand-in for the browser's XMLHttpRequest: its states and events, in its order
(https://xhr.spec.whatwg.org/)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from browser._host import NoBrowserError
from browser.ajax.errors import describe
from browser.testing.clock import VirtualLoop
from browser.testing.exchange import Step
from browser.testing.files import Blob
from browser.testing.requests import Headers, Request
from browser.testing.urls import without_fragment

if TYPE_CHECKING:
    from browser.testing.answers import Answer

LOADED, INTERACTIVE, PROGRESS, LOADSTART, UPLOAD = 1, 2, 4, 8, 16
"""Bits of `wanted`, as in js_shim/xhr.ts."""

_HIDDEN = ("set-cookie", "set-cookie2")

Tell = Callable[[str, int, int, int, Any, str], None]


class ArrayBuffer:
    def __init__(self, content: bytes) -> None:
        self._content = content

    def to_bytes(self) -> bytes:
        return self._content


class NoDocument:
    """In place of a document: whatever is asked of it says why there is none."""

    def __init__(self, request: Request) -> None:
        self._request = request

    def __getattr__(self, name: str) -> Any:
        raise no_document(self._request)


def no_document(request: Request | None) -> NoBrowserError:
    what = "a response as a document needs a browser"
    method, url = (request.method, request.url) if request else ("", "")
    return NoBrowserError(describe(what, method, url, "test what parses it in a page"))


class XMLHttpRequest:
    def __init__(self, loop: VirtualLoop) -> None:
        self._loop = loop
        self._timers: dict[str, Any] = {}
        self._steps: Iterator[Step] = iter(())
        self._response_headers = Headers()
        self._sent_at = 0.0
        self._running = self._uploads = False
        self.readyState = self.status = 0
        self.statusText = self.responseURL = ""

    def getResponseHeader(self, name: str) -> str | None:
        return None if name.lower() in _HIDDEN else self._response_headers.get(name)

    def getAllResponseHeaders(self) -> str:
        shown = sorted(set(self._response_headers) - set(_HIDDEN))
        return "".join(f"{name}: {self._response_headers[name]}\r\n" for name in shown)

    # -- called by the transport -------------------------------------------------------------

    def begin(
        self,
        request: Request,
        steps: Iterator[Step],
        tell: Tell,
        response_type: str,
        wanted: int,
        mime_type: str,
        has_body: bool,
    ) -> None:
        self._request, self._steps, self._tell_python = request, steps, tell
        self._response_type, self.wanted, self._mime_type = response_type, wanted, mime_type
        self._received, self._total = bytearray(), -1
        self._sent_at = self._loop.time()
        self.readyState, self._running = 1, True
        # A listener that comes after `send` is too late for what goes up.
        self._uploads = has_body and bool(wanted & UPLOAD)

    def send(self, timeout: int) -> None:
        self._tell("loadstart", self.wanted & LOADSTART)
        self._tell("uploadloadstart", self._uploads, 0, len(self._request.body))
        if self._running:
            self.limit(timeout)
            self._wait()

    def send_blocking(self, timeout: int) -> None:
        """Python waits: time passes, and nothing is told but the end."""
        self.wanted, self._uploads = 0, False
        left = timeout / 1000 if timeout else None
        for step in self._steps:
            if left is not None and step.seconds >= left:
                self._loop.advance(left)
                self._fail("timeout")
                return
            if step.seconds > 1e9:
                self._running = False
                what = "a blocking request that is never answered"
                advice = "give the request a timeout, or the route an answer"
                where = describe(what, self._request.method, self._request.url, advice)
                raise AssertionError(where)
            left = None if left is None else left - step.seconds
            self._loop.advance(step.seconds)
            self._happen(step)
            if not self._running:
                return

    def limit(self, timeout: int) -> None:
        """Milliseconds after `send`, 0 for no limit."""
        self._cancel("limit")
        if timeout and self._running:
            when = max(self._sent_at + timeout / 1000, self._loop.time())
            self._timers["limit"] = self._loop.call_at(when, self._fail, "timeout")

    def abort(self) -> None:
        if self._running:
            self._fail("abort")
        self.readyState = 0 if self.readyState == 4 else self.readyState

    # -- its life ----------------------------------------------------------------------------

    def _wait(self) -> None:
        step = next(self._steps)
        if step.seconds == 0:
            self._timers["step"] = self._loop.call_soon(self._go_on, step)
        elif step.seconds < 1e9:
            self._timers["step"] = self._loop.call_later(step.seconds, self._go_on, step)

    def _go_on(self, step: Step) -> None:
        self._happen(step)
        if self._running:
            self._wait()

    def _happen(self, step: Step) -> None:
        if step.kind == "sent":
            self._sent(step.value)
        elif step.kind == "head":
            self._head(*step.value)
        elif step.kind == "piece":
            self._received += step.value
            self.readyState = 3
            self._tell("interactive", self.wanted & INTERACTIVE)
            self._tell("progress", self.wanted & PROGRESS, len(self._received), self._total)
        elif step.kind == "end":
            self._load()
        elif step.kind == "failed":
            self._fail("error")

    def _sent(self, sent: int) -> None:
        total = len(self._request.body)
        self._tell("uploadprogress", self._uploads, sent, total)
        if sent == total:
            for name in ("uploadload", "uploadloadend"):
                self._tell(name, self._uploads, sent, total)
            self._uploads = False

    def _head(self, answer: Answer, request: Request) -> None:
        self.readyState, self.status = 2, answer.status
        self.statusText, self._response_headers = answer.reason, answer.headers
        self.responseURL = without_fragment(request.url)
        length = answer.headers.get("content-length", "")
        self._total = int(length) if length.isdecimal() else -1
        self._tell("loaded", self.wanted & LOADED)

    def _load(self) -> None:
        self._end("load")
        content_type = self.getResponseHeader("content-type") or ""
        size = len(self._received)
        response: Any = ArrayBuffer(bytes(self._received))
        if self._response_type == "blob":
            response = Blob(bytes(self._received), self._mime_type or content_type)
        elif self._response_type == "document":
            response = NoDocument(self._request)
        self._tell_python("load", self.status, size, self._total, response, content_type)

    def _fail(self, name: str) -> None:
        self._end(name)
        self.status, self.statusText, self.responseURL = 0, "", ""
        self._response_headers = Headers()
        if self._uploads:
            self._tell_python(f"upload{name}", 0, 0, -1, None, "")
            self._tell_python("uploadloadend", 0, 0, -1, None, "")
        self._tell_python(name, 0, 0, -1, None, "")

    def _end(self, name: str) -> None:
        self._running, self.readyState = False, 4
        self._request.ended = name
        for timer in list(self._timers):
            self._cancel(timer)

    def _tell(self, name: str, wanted: int, loaded: int = 0, total: int = -1) -> None:
        """An event before the end; none after a callback that ended the request."""
        if wanted and self._running:
            self._tell_python(name, self.status, loaded, total, None, "")

    def _cancel(self, timer: str) -> None:
        handle = self._timers.pop(timer, None)
        if handle is not None:
            handle.cancel()

"""`Ajax`: one request, its settings, its listeners and its answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from browser import _report
from browser.ajax import shim, suspend
from browser.ajax.answer import Answer
from browser.ajax.body import encode
from browser.ajax.errors import describe, failure, invalid_url
from browser.ajax.events import STATES, WANTED, Event, Listeners, check_callback
from browser.ajax.headers import Headers, drop_forbidden, set_header
from browser.ajax.options import (
    check_flag,
    check_method,
    check_url,
    milliseconds,
    reject_unknown,
)
from browser.ajax.response import NATIVE_MODES, RESPONSE_TYPES

_OPEN_FIRST = "call open(method, url) first"

_in_flight: dict[int, Ajax] = {}
_last_id = 0


class Ajax(Listeners, Answer):
    """A request. `ajax.ajax()` and `ajax.Ajax()` are the same (seed S2).

    >>> from browser import ajax
    >>> req = ajax.Ajax()
    >>> req.bind("complete", lambda req: print(req.status, req.text))
    >>> req.open("POST", "/api/echo")
    >>> req.send({"x": 0, "y": 1})

    Besides what is documented here it has every property and method of XMLHttpRequest
    (https://xhr.spec.whatwg.org/). One object can serve many requests, one after the other.
    """

    # Defaults live on the class: an instance holds only what a program has changed.
    method: str = ""
    url: str = ""
    mode: str = "text"
    blocking: bool = False
    suspends: bool | None = None
    """How a blocking request in a window waits: True, suspended where Python can be (JSPI), so
    that the page stays alive; False, never so; None, only with a timeout, which needs it."""

    _id = 0
    _sent = False
    _done = False
    _xhr: Any = None
    _headers: Headers = {}  # noqa: RUF012 (never changed in place: see set_header)
    _timeout = 0
    _on_timeout: Callable[[], Any] | None = None
    _encoding: str | None = None
    _credentials = False
    _mime_type = ""
    _content_type = ""
    _response: Any = None
    _text: str | None = None
    _resume: Callable[[], object] | None = None
    """Ends the wait of a blocking `send`, or of `browser.aio`."""

    def __repr__(self) -> str:
        what = describe("Ajax", self.method, self.url)
        return f"<{what}: {STATES[self.readyState]}, status {self.status}>"

    # -- before the request ------------------------------------------------------------------

    def open(self, method: str, url: str, async_: bool = True, **legacy_async: Any) -> None:
        """Says what to ask (seed S5-S7): `method` is upper-cased; `async_` False makes `send`
        return only when the answer is there. Forgets the headers, keeps the listeners; a request
        that is under way is abandoned without a call.

        Raises ValueError for a URL or a method that no browser would send, TypeError for what is
        no str.
        """
        method = check_method(method, url)
        check_url(method, url)
        if not shim.transport().isUrl(url):
            raise invalid_url(method, url)
        if legacy_async:
            async_ = legacy_async.pop("async", async_)
            reject_unknown(legacy_async, ("async_",), method, url)
        self._open(method, url, blocking=not check_flag(async_, "async_", method, url))

    def _open(self, method: str, url: str, blocking: bool) -> None:
        if self._sent:
            self._forget()
        self.method, self.url, self.blocking = method, url, blocking
        self._state = 1
        listeners = self._listeners
        if "readystatechange" in listeners:
            self._fire("readystatechange", Event("readystatechange", self))
        if "loading" in listeners:
            self._fire("loading", self)

    def _forget(self) -> None:
        """Back to how a new object is, but for the settings and the listeners."""
        if self._id in _in_flight:
            del _in_flight[self._id]
            if self._xhr is not None:
                self._xhr.abort()
            if self._resume is not None:
                self._resume()
                self._resume = None
        for name in ("_id", "_sent", "_done", "_status", "_headers", "_content_type"):
            self.__dict__.pop(name, None)
        for name in ("_xhr", "_response", "_body", "_text", "_resume", "error"):
            self.__dict__.pop(name, None)

    def set_header(self, name: str, value: str) -> None:
        """Sets a request header (seed S9); allowed before `open` too, the last one of a name wins.

        Raises ValueError for CR, LF, NUL or a name that is none, RuntimeError after `send`. A
        header that browsers forbid is not sent, which one warning says.
        """
        self._check_not_sent("set_header()")
        headers = dict(self._headers)
        set_header(headers, name, value, self.method, self.url)
        self._headers = headers

    def set_timeout(
        self, duration: float | None, function: Callable[[], Any] | None = None
    ) -> None:
        """Cancels the request `duration` seconds after `send` and calls `function` without
        arguments (seed S10), and does not call `complete`. None takes the timeout away.

        Raises TypeError when `duration` is no number, ValueError when it is negative.
        """
        timeout = milliseconds(duration, self.method, self.url)
        if function is not None:
            check_callback(function, "timeout")
        self._set_timeout(timeout, function)

    def _set_timeout(self, timeout: int, function: Callable[[], Any] | None) -> None:
        self._timeout, self._on_timeout = timeout, function
        if self._sent and not self._done and self._xhr is not None:
            shim.transport().setTimeLimit(self._xhr, timeout)

    # -- the request -------------------------------------------------------------------------

    def send(self, data: Any = None) -> None:
        """Starts the request (seed S11, S12). `data` is a dict or any mapping, a str that is
        already url-encoded, bytes, or a File, Blob or FormData; with a File among a dict's values
        the dict goes out as FormData. GET and HEAD ignore it.

        Raises RuntimeError before `open` or when already sent, TypeError for other data.
        """
        global _last_id
        self._check_not_sent("send()")
        method, url = self.method, self.url
        if self._state != 1:
            raise RuntimeError(describe("send() before open()", method, url, _OPEN_FIRST))
        headers = self._headers
        body = None
        if data is not None and method not in ("GET", "HEAD"):
            body, headers = encode(data, headers, method, url)
        if headers:
            headers = drop_forbidden(headers, method, url)
        suspends = self.blocking and suspend.is_wanted(self)
        transport = shim.transport()
        wanted = self._wanted() if self._listeners else 0
        if wanted & WANTED["loadstart"] and self._xhr is None:
            self._xhr = transport.create()
        _last_id = self._id = request_id = _last_id + 1
        _in_flight[request_id] = self
        self._sent = True
        try:
            self._xhr = transport.send(
                request_id,
                self._xhr,
                method,
                url,
                suspends or not self.blocking,
                "\n".join([f"{name}:{value}" for name, value in headers.values()])
                if headers
                else "",
                self._transported_as(),
                self._timeout,
                wanted,
                self._credentials,
                self._mime_type,
                body,
            )
        except Exception as error:
            _in_flight.pop(request_id, None)
            self._sent = False
            if not transport.isUrl(url):
                raise invalid_url(method, url) from error
            raise ValueError(
                describe(f"the browser refused the request ({error})", method, url)
            ) from error
        if suspends:
            suspend.until_end(self)

    def abort(self) -> None:
        """Ends the request: `abort` and `loadend` are called, `complete` is not."""
        if not self._sent:
            return
        if not self._done and self._xhr is not None:
            self._xhr.abort()
        self._state = self._status = 0
        self._response = self._body = self._text = None

    def _transported_as(self) -> str:
        return RESPONSE_TYPES[self.mode] if self.mode in NATIVE_MODES else "arraybuffer"

    def _check_not_sent(self, what: str) -> None:
        if self._sent:
            what = f"{what} after send()"
            raise RuntimeError(describe(what, self.method, self.url, _OPEN_FIRST))

    # -- events ------------------------------------------------------------------------------

    def _happened(self, name: str, status: int, loaded: int, total: int) -> None:
        """Something before the end."""
        if name in ("loaded", "interactive"):
            self._state = STATES.index(name)
            self._status = status
            self._fire("readystatechange", Event("readystatechange", self))
            self._fire(name, self)
        else:
            self._fire(name, Event(name, self, loaded, total))

    def _finished(
        self, name: str, status: int, loaded: int, total: int, response: Any, content_type: str
    ) -> None:
        """The end, once: `load`, `error`, `timeout` or `abort`."""
        request_id, resume = self._id, self._resume
        self._state, self._done, self._status = 4, True, status
        self._response, self._content_type = response, content_type
        if name != "load":
            self.error = failure(name, self.method, self.url, self._timeout)
        listeners = self._listeners
        if name in ("load", "error"):
            if "readystatechange" in listeners:
                self._fire("readystatechange", Event("readystatechange", self))
            for function in tuple(listeners.get("complete", ())):
                if self._id == request_id:
                    _report.call(function, self)
        elif name == "timeout" and self._on_timeout is not None:
            _report.call(self._on_timeout)
        if len(listeners) > ("complete" in listeners):
            for event in (name, "loadend"):
                # A callback may have opened the object anew: then this request is no more.
                if self._id == request_id:
                    self._fire(event, Event(event, self, loaded, total))
        if resume is not None:
            resume()


def _dispatch(
    request_id: int,
    name: str,
    status: int,
    loaded: int,
    total: int,
    response: Any,
    content_type: str,
) -> None:
    """Every event of every request arrives here."""
    request = _in_flight.get(request_id)
    if request is None:
        return
    if name in ("load", "error", "timeout", "abort"):
        del _in_flight[request_id]
        request._finished(name, status, loaded, total, response, content_type)
    else:
        request._happened(name, status, loaded, total)


shim.on_event(_dispatch)

"""`Ajax`: one request, from `open` to its end."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from weakref import WeakValueDictionary

from browser import _bridge, _codes, _report
from browser._host import NoBrowserError
from browser.ajax import _shim, _suspend
from browser.ajax._arguments import check_flag, check_method, check_url, reject_unknown
from browser.ajax._body import encode
from browser.ajax._decoding import TRANSPORTED
from browser.ajax._errors import describe, invalid_url
from browser.ajax._events import STATES, Event
from browser.ajax._failures import failure, too_large
from browser.ajax._headers import drop_forbidden
from browser.ajax._listeners import Listeners
from browser.ajax._result import Result
from browser.ajax._settings import Settings
from browser.ajax._state import OPEN_FIRST

if TYPE_CHECKING:
    from browser.ajax._types import Data

_in_flight: dict[int, Ajax] = {}
_left: WeakValueDictionary[int, Ajax] = WeakValueDictionary()
"""Requests that the program aborted or replaced. If a callback did it, their last events follow,
as in XMLHttpRequest."""

_last_id = 0


class Ajax(Listeners, Settings, Result):
    """A request. `ajax.ajax()` and `ajax.Ajax()` are the same.

    >>> from browser import ajax
    >>> req = ajax.Ajax()
    >>> req.bind("complete", lambda req: print(req.status, req.text))
    >>> req.open("POST", "/api/echo")
    >>> req.send({"x": 0, "y": 1})

    It has every property and method of XMLHttpRequest too (https://xhr.spec.whatwg.org/). One
    object can send many requests, one after the other.
    """

    UNSENT, OPENED, HEADERS_RECEIVED, LOADING, DONE = range(5)

    def __repr__(self) -> str:
        what = describe("Ajax", self.method, self.url)
        return f"<{what}: {STATES[self.readyState]}, status {self.status}>"

    def _repr_html_(self) -> str:
        """Notebooks show this."""
        from browser.ajax._display import html_of

        return html_of(self)

    def open(self, method: str, url: str, async_: bool = True, **legacy_async: Any) -> None:
        """Sets method and URL. With `async_=False`, `send` waits for the response.

        Removes the headers of the request before, keeps the listeners. A request in progress is
        abandoned, without callbacks.

        Raises ValueError for a URL or a method that browsers do not send, TypeError if one of them
        is not a str.
        """
        method = check_method(method, url)
        check_url(method, url)
        if not _shim.transport().isUrl(url):
            raise invalid_url(method, url)
        if legacy_async:
            async_ = legacy_async.pop("async", async_)
            reject_unknown(legacy_async, ("async_",), method, url)
        self._open(method, url, blocking=not check_flag(async_, "async_", method, url))

    def _open(self, method: str, url: str, blocking: bool) -> None:
        before = self.readyState
        if self._id or before:
            self._forget(before, method, url, blocking)
        self._opened(method, url, blocking)
        if before == 1:
            return
        listeners = self._listeners
        if "readystatechange" in listeners:
            self._fire("readystatechange", Event("readystatechange", self))
        if "loading" in listeners:
            self._fire("loading", self)

    def _forget(self, state: int, method: str, url: str, blocking: bool) -> None:
        """Abandons the request; the settings and the listeners stay."""
        xhr, resume = self._xhr, self._left_flight()
        headers = {} if state else self._headers
        reused = xhr is not None and not blocking and not self.blocking
        self._forget_request()
        self._headers = headers
        if reused:
            _left[self._id] = self
            _shim.transport().reopen(xhr, method, url)
        elif xhr is not None:
            self._xhr = None
            xhr.abort()
        if resume is not None:
            resume()

    def _end(self, request_id: int) -> None:
        """Nothing follows, unless a callback has left the request before."""
        if self._id == request_id and (resume := self._left_flight()) is not None:
            resume()

    def _left_flight(self) -> Callable[[], object] | None:
        """Takes the request from the table; returns what ends the wait for it."""
        return self._resume if _in_flight.pop(self._id, None) is not None else None

    def send(self, data: Data = None) -> None:
        """Sends the request. `data` is the body: a mapping, a str that is already url-encoded,
        bytes, or a JavaScript File, Blob or FormData. A mapping with a File among its values is
        sent as FormData. GET and HEAD ignore `data`.

        Raises RuntimeError before `open` and after `send`, TypeError for other data.
        """
        global _last_id
        self._check_not_sent("send()")
        method, url = self.method, self.url
        if self._ready_state != 1:
            raise RuntimeError(describe("send() before open()", method, url, OPEN_FIRST))
        headers = self._headers
        body = None
        if data is not None and method not in ("GET", "HEAD"):
            body, headers = encode(data, headers, method, url)
        if headers:
            headers = drop_forbidden(headers, method, url)
        suspends = self.blocking and _suspend.is_wanted(self)
        transport = _shim.transport()
        wanted = self._wanted() if self._listeners else 0
        if wanted & (_codes.LOADSTART | _codes.UPLOAD) and self._xhr is None:
            self._xhr = transport.create()  # for callbacks that `send` calls
        if self._id:
            _left.pop(self._id, None)
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
                TRANSPORTED[self.mode],
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
            _suspend.until_end(self)

    def abort(self) -> None:
        """Ends the request; calls `abort` and `loadend`, not `complete`. Then, and after the end,
        the object is as before `open`."""
        if not self._sent:
            if self._ready_state > 1 and self._xhr is not None:
                # Chromium: the request that `open` in readystatechange has ended goes on.
                self._xhr.abort()
                self._ready_state = 0
            return
        request_id = self._id
        had_ended = request_id not in _in_flight
        if self._xhr is not None:
            self._xhr.abort()
        if not self._sent or self._id != request_id:
            return  # a callback has opened it again
        error, resume = self.error, self._left_flight()
        _left[request_id] = self
        self._forget_request()
        self._ready_state = 0
        if not had_ended and error is None:
            error = failure("abort", self.method, self.url, self._timeout)
        if error is not None:
            self._failed(error)
        if resume is not None:
            resume()

    def _receive(self, name: str, status: int, loaded: int, total: int) -> None:
        """An event before the end of the request."""
        if name in ("loaded", "interactive"):
            self._ready_state = STATES.index(name)
            self._status = status
            self._fire("readystatechange", Event("readystatechange", self))
            self._fire(name, self)
        else:
            self._fire(name, Event(name, self, loaded, total))

    def _is_done(self, status: int, response: Any, content_type: str) -> None:
        """readyState becomes 4."""
        self._ready_state, self._done, self._status = 4, True, status
        self._response, self._content_type = response, content_type

    def _finish(self, name: str, loaded: int, total: int) -> None:
        """Calls the listeners of `load`, `error`, `timeout` or `abort`, `complete` before them."""
        if name in ("load", "error"):
            self._fire("complete", self)
        elif name == "timeout" and self._on_timeout is not None:
            _report.call(self._on_timeout)
        if name in self._listeners:
            self._fire(name, Event(name, self, loaded, total))

    if not TYPE_CHECKING:  # a type checker shall report a misspelt name

        def __getattr__(self, name: str) -> Any:
            """What else the real XMLHttpRequest has."""
            if name.startswith("_") or hasattr(type(self), name):
                mode = f" of mode {self.mode!r}" if name == "text" else ""
                raise AttributeError(f"a request{mode} has no attribute {name!r}")
            try:
                if self._xhr is None:
                    self._xhr = _shim.transport().create()
                return _bridge.to_python(getattr(self._xhr, name))
            except (AttributeError, NoBrowserError):
                raise AttributeError(f"a request has no attribute {name!r}") from None


def _dispatch(
    request_id: int,
    name: str,
    status: int,
    loaded: int,
    total: int,
    response: Any,
    content_type: str,
) -> None:
    """Receives every event of every request."""
    request = _in_flight.get(request_id)
    is_current = request is not None and status != _codes.STALE
    if request is None:
        request = _left.get(request_id)
        if request is None:
            return
    if name == "done":
        request._is_done(status, response, content_type)
        request._fire("readystatechange", Event("readystatechange", request))
    elif name == "loadend":
        request._fire(name, Event(name, request, loaded, total))
        if is_current:
            request._end(request_id)
    elif name in ("load", "error", "timeout", "abort"):
        if is_current:
            if not request._done or name == "error":  # a body may turn out to be cut
                request._is_done(status, response, content_type)
            if name != "load":
                request._failed(failure(name, request.method, request.url, request._timeout))
            elif response is None:
                request._failed(too_large(request.method, request.url))
        request._finish(name, loaded, total)
        # Otherwise `loadend` follows.
        if is_current and not request._listeners.get("loadend"):
            request._end(request_id)
    else:
        request._receive(name, status, loaded, total)


_shim.on_event(_dispatch)

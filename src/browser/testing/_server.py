"""`Server`: routes, recorded requests and virtual time."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Iterable
from types import TracebackType
from typing import Any, Self, Unpack, overload

from browser import _host, _report
from browser.ajax import _request
from browser.ajax._errors import describe
from browser.testing._clock import VirtualLoop
from browser.testing._requests import Request
from browser.testing._responses import (
    Response,
    ResponseFunction,
    ResponseOptions,
    response_from,
)
from browser.testing._routes import Route, Url
from browser.testing._seams import caller, install
from browser.testing._transport import Transport
from browser.testing._urls import resolve


class Server:
    """Responds to the requests of a program, inside a `with` block.

    `page` is the URL of the page: relative URLs are relative to it. The end of the block restores
    everything that the server replaced, and raises errors as `check` does.
    """

    loop: VirtualLoop
    """The event loop of the block."""

    def __init__(self, page: str = "http://localhost/") -> None:
        if _host.in_pyodide():
            raise RuntimeError(
                "browser.testing runs outside of a browser only: use real requests in a page"
            )
        self.page: str = resolve(page, page)
        """The absolute URL of the page."""

        self.requests: list[Request] = []
        """All requests, in order, including those after redirects."""

        self.transport: Transport = Transport(self)
        """The stand-in for XMLHttpRequest."""

        self._routes: list[Route] = []
        self._errors: list[BaseException] = []

    # -- routes ------------------------------------------------------------------------------

    def on(
        self,
        method: str,
        url: Url,
        response: Response | ResponseFunction | None = None,
        *,
        times: int | None = None,
        **options: Unpack[ResponseOptions],
    ) -> Route:
        """Defines the response to a request: a `Response`, a function that takes the `Request` and
        returns one, or the keywords of `ResponseOptions`.

        `method` is an HTTP method or "*". `url` is an absolute or relative URL, a pattern that is
        searched for in the absolute URL, or "*". A URL with a query matches the same query in any
        order; one without a query matches any query. If several routes match, the latest one
        responds. After `times` requests the earlier routes respond.

            server.on("POST", "/api/save", status=201, json={"id": 7})
        """
        return self._add(method, url, response_from(response, options), times, expected=False)

    def expect(
        self,
        method: str,
        url: Url,
        response: Response | ResponseFunction | None = None,
        *,
        times: int | None = None,
        **options: Unpack[ResponseOptions],
    ) -> Route:
        """Defines a response as `on` does, for a request that the program must send: `times` times,
        or at least once. Otherwise `check` and the end of the block raise AssertionError."""
        return self._add(method, url, response_from(response, options), times, expected=True)

    def _add(
        self,
        method: str,
        url: Url,
        response: Response | ResponseFunction,
        times: int | None,
        expected: bool,
    ) -> Route:
        route = Route(self.page, method, url, response, times, expected)
        self._routes.append(route)
        return route

    # -- time --------------------------------------------------------------------------------

    @property
    def time(self) -> float:
        """Virtual seconds since the start of the block."""
        return self.loop.time()

    @overload
    def run(self, what: float | None = None) -> None: ...
    @overload
    def run[T](self, what: Coroutine[Any, Any, T]) -> T: ...

    def run(self, what: float | Coroutine[Any, Any, Any] | None = None) -> Any:
        """Lets virtual time pass: for some seconds; or until a coroutine ends, and returns its
        result; or until nothing is pending. Does not wait for intervals and animation frames.

        Raises the errors of the program's callbacks and tasks, and of the coroutine: the first one,
        with the others as notes. Raises AssertionError if no route matches a request, or if the
        coroutine waits for something that never happens.
        """
        if what is None or isinstance(what, int | float):
            self.loop.run(what)
            self._raise_errors()
            return None
        if not isinstance(what, Coroutine):
            raise TypeError(f"run() needs seconds or a coroutine, not {type(what).__name__}")
        task = self.loop.create_task(what)
        self.loop.run(until=task)
        if not task.done():
            pending = ", ".join(self._pending()) or "none"
            self._cancel([task])
            text = f"the coroutine waits for ever; requests without a response: {pending}"
            self._errors.append(AssertionError(text))
        elif (error := task.exception()) is not None:
            self._errors.append(error)
        self._raise_errors()
        return task.result()

    # -- the end -----------------------------------------------------------------------------

    def check(self) -> None:
        """Raises errors that `run` has not raised yet, and AssertionError if a request is missing
        that `expect` defined. The end of the block does the same."""
        self._raise_errors()
        missing = [text for route in self._routes if (text := route.missing())]
        if missing:
            raise AssertionError("\n".join([*missing, "requests:", *self._requested()]))

    def _raise_errors(self) -> None:
        errors, self._errors = self._errors, []
        if errors:
            _add_notes(errors[0], errors[1:])
            raise errors[0]

    # -- called by the transport -------------------------------------------------------------

    def find_response(self, request: Request) -> Response | ResponseFunction | None:
        """Records a request and returns its response. Returns None if no route matches, which fails
        the test."""
        self.requests.append(request)
        for route in reversed(self._routes):
            if route.matches(request.method, request.url):
                return route.take(request)
        known = [repr(route) for route in self._routes]
        error = AssertionError(
            describe("no route matches", request.method, request.url, "add one with server.on(...)")
            + f"\nroutes: {', '.join(known) or 'none'}"
        )
        if where := caller():
            error.add_note(f"sent by {where}")
        self._errors.append(error)
        return None

    def call_function(
        self, found: Response | ResponseFunction | None, request: Request
    ) -> Response | None:
        """Returns the response, from its function if it has one. Returns None, a network error, if
        the function raises, which fails the test."""
        if found is None or isinstance(found, Response):
            return found
        try:
            response: Any = found(request)
            if not isinstance(response, Response):
                what = f"a route's function must return a Response, not {type(response).__name__}"
                raise TypeError(describe(what, request.method, request.url))
        except Exception as error:
            self._errors.append(error)
            return None
        return response

    # -- the block ---------------------------------------------------------------------------

    def __enter__(self) -> Self:
        if asyncio._get_running_loop() is not None:
            raise RuntimeError(
                "Server has its own event loop: write the test without async, and pass the "
                "coroutine to server.run(...)"
            )
        self.loop = VirtualLoop()
        self.loop.set_exception_handler(self._unhandled)
        self._last_id = _request._last_id
        self._installed = install(self.transport, self.loop, self._reported)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        with self._installed:
            self._cancel(asyncio.all_tasks(self.loop))
            for request_id in [n for n in _request._in_flight if n > self._last_id]:
                _request._in_flight.pop(request_id)._xhr.abort()
            self.loop.run_until_complete(self.loop.shutdown_asyncgens())
        self.loop.close()
        if error is None:
            self.check()
        else:
            _add_notes(error, self._errors)

    def _cancel(self, tasks: Iterable[asyncio.Task[Any]]) -> None:
        for task in tasks:
            task.cancel()
        self.loop.run(0)

    def _reported(self, error: BaseException) -> None:
        """Called for errors that a page would report on the console."""
        if not isinstance(error, SystemExit | KeyboardInterrupt):
            self._errors.append(error)

    def _unhandled(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """Called by asyncio for an error that was not handled."""
        self._errors.append(context.get("exception") or RuntimeError(context["message"]))

    def _requested(self) -> list[str]:
        return [f"  {request!r}" for request in self.requests] or ["  none"]

    def _pending(self) -> list[str]:
        return [repr(request) for request in self.requests if not request.ended]


def _add_notes(error: BaseException, others: Iterable[BaseException]) -> None:
    for other in others:
        error.add_note(f"another error:\n{_report.format_error(other).rstrip()}")

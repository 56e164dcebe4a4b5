"""`Server`: routes, what was asked, virtual time; while it is open, it is all there is."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Iterable
from types import TracebackType
from typing import Any, Self

from browser import _host, _report
from browser.ajax import request as ajax_request
from browser.ajax.errors import describe
from browser.testing.answers import Answer, AnswerFunction
from browser.testing.clock import VirtualLoop
from browser.testing.requests import Request
from browser.testing.routes import Route, Url, chosen
from browser.testing.seams import caller, install
from browser.testing.stream import Streams
from browser.testing.transport import Transport
from browser.testing.urls import resolve


class Server:
    """What answers the requests of a program, while the block lasts.

    `page` is the address that relative URLs are relative to. Leaving the block raises what has not
    been raised yet: see `check`.
    """

    def __init__(self, page: str = "http://localhost/") -> None:
        if _host.in_pyodide():
            raise RuntimeError("browser.testing is for Python outside of a browser: ask for real")
        self.page = resolve(page, page)
        self.requests: list[Request] = []
        """All that was asked, in order; also what redirects led to."""
        self.transport = Transport(self)
        self._routes: list[Route] = []
        self._errors: list[BaseException] = []

    # -- what it answers ---------------------------------------------------------------------

    def on(
        self,
        method: str,
        url: Url,
        answer: Answer | AnswerFunction | None = None,
        *,
        times: int | None = None,
        **keywords: Any,
    ) -> Route:
        """Says what a request gets: an `Answer`, a function that takes the `Request` and returns
        one, or the keywords of `Answer`.

        `method` may be "*". `url` is an absolute or relative URL, a pattern that is searched for in
        the absolute URL, or "*". A URL with a query matches that query in any order, one without
        any query. Of the routes that match, the latest answers; after `times` requests it is the
        turn of those before it.
        """
        return self._add(method, url, answer, times, keywords, expected=False)

    def expect(
        self,
        method: str,
        url: Url,
        answer: Answer | AnswerFunction | None = None,
        *,
        times: int | None = None,
        **keywords: Any,
    ) -> Route:
        """The same as `on`, and the test fails when it was not asked (`times` times)."""
        return self._add(method, url, answer, times, keywords, expected=True)

    def _add(
        self, method: str, url: Url, answer: Any, times: Any, keywords: Any, expected: bool
    ) -> Route:
        answer = chosen(answer, keywords)
        self._routes.append(Route(self.page, method, url, answer, times, expected))
        return self._routes[-1]

    # -- time --------------------------------------------------------------------------------

    @property
    def time(self) -> float:
        """Virtual seconds since the block was entered."""
        return self.loop.time()

    def run(self, what: float | Coroutine[Any, Any, Any] | None = None) -> Any:
        """Lets virtual time pass: so many seconds; until a coroutine ends, whose result it
        returns; or until nothing is to come. Intervals and animation frames alone do not keep it
        going.

        Raises what callbacks and tasks of the program raised meanwhile, or the coroutine; of
        several the first, with the others as its notes. AssertionError for a request that no route
        answers, and for a coroutine that waits for what never comes.
        """
        if what is None or isinstance(what, int | float):
            self.loop.run(what)
            self._raise_errors()
            return None
        if not isinstance(what, Coroutine):
            raise TypeError(f"run() takes seconds or a coroutine, not {type(what).__name__}")
        task = self.loop.create_task(what)
        self.loop.run(until=task)
        if not task.done():
            pending = ", ".join(self._pending()) or "no request"
            self._cancel([task])
            text = f"the coroutine waits for what never comes; without an answer: {pending}"
            self._errors.append(AssertionError(text))
        elif (error := task.exception()) is not None:
            self._errors.append(error)
        self._raise_errors()
        return task.result()

    # -- the end -----------------------------------------------------------------------------

    def check(self) -> None:
        """Raises what `run` has not raised yet, and AssertionError for a route of `expect` that was
        not asked. Leaving the block does it too."""
        self._raise_errors()
        missing = [text for route in self._routes if (text := route.missing())]
        if missing:
            raise AssertionError("\n".join([*missing, "asked were:", *self._asked()]))

    def _raise_errors(self) -> None:
        errors, self._errors = self._errors, []
        if errors:
            _add_notes(errors[0], errors[1:])
            raise errors[0]

    # -- called by the transport -------------------------------------------------------------

    def asked(self, request: Request) -> Answer | AnswerFunction | None:
        """Records a request; None when no route has an answer for it, which fails the test."""
        self.requests.append(request)
        for route in reversed(self._routes):
            if route.matches(request.method, request.url):
                return route.take(request)
        known = [repr(route) for route in self._routes]
        error = AssertionError(
            describe("no route answers", request.method, request.url, "use server.on(...)")
            + f"\nroutes: {', '.join(known) or 'none'}"
        )
        if where := caller():
            error.add_note(f"asked by {where}")
        self._errors.append(error)
        return None

    def called(self, given: Answer | AnswerFunction | None, request: Request) -> Answer | None:
        """The answer itself, None for a network error; what a function raises fails the test."""
        if given is None or isinstance(given, Answer):
            return given
        try:
            answer = given(request)
            if not isinstance(answer, Answer):
                what = f"a route's function returns an Answer, not {type(answer).__name__}"
                raise TypeError(describe(what, request.method, request.url))
        except Exception as error:
            self._errors.append(error)
            return None
        return answer

    # -- in and out --------------------------------------------------------------------------

    def __enter__(self) -> Self:
        if asyncio._get_running_loop() is not None:
            raise RuntimeError(
                "Server has an event loop of its own: write the test without async, and give the "
                "coroutine to server.run(...)"
            )
        self.loop = VirtualLoop()
        self.loop.set_exception_handler(self._lost)
        self._last_id = ajax_request._last_id
        self._installed = install(self.transport, Streams(self), self.loop, self._reported)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        with self._installed:
            self._cancel(asyncio.all_tasks(self.loop))
            for request_id in [n for n in ajax_request._in_flight if n > self._last_id]:
                ajax_request._in_flight.pop(request_id)._xhr.abort()
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
        """In place of the console."""
        if not isinstance(error, SystemExit | KeyboardInterrupt):
            self._errors.append(error)

    def _lost(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """asyncio tells of an error that nobody took."""
        self._errors.append(context.get("exception") or RuntimeError(context["message"]))

    def _asked(self) -> list[str]:
        return [f"  {request!r}" for request in self.requests] or ["  nothing"]

    def _pending(self) -> list[str]:
        return [repr(request) for request in self.requests if not request.ended]


def _add_notes(error: BaseException, others: Iterable[BaseException]) -> None:
    for other in others:
        error.add_note(f"besides:\n{_report.format_error(other).rstrip()}")

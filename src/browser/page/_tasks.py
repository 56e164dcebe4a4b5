"""Reports the errors of tasks that nobody awaits, like the errors of callbacks. Not in the wheel.

asyncio reports such an error when the task is garbage. A task that the program still refers to is
reported when no task is left that could await it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any
from weakref import WeakSet

from browser import _host, _report

LIMIT = 10
"""Seconds after which a failed task is reported although other tasks, which could still await it,
have not ended."""

TURNS = 5
"""Of the event loop: a task begins, ends, calls its callbacks, is reported. One is to spare."""


def watch() -> None:
    """Changes the event loop, Pyodide's `WebLoop`."""
    loop: Any = asyncio.get_event_loop()
    failed: WeakSet[Any] = WeakSet()
    ended = loop._decrement_in_progress
    describe = loop.default_exception_handler
    wait = loop.run_until_complete

    def task_ended(future: Any) -> None:
        """The first callback of each task and future."""
        ended()  # with the task it would report all errors without a second callback
        if isinstance(future, asyncio.Task) and future._log_traceback:
            failed.add(future)
            loop.call_later(LIMIT, report_failed)
        if failed:
            loop.call_soon(report_if_last)

    def report_if_last() -> None:
        if not asyncio.all_tasks(loop):
            report_failed()

    def report_failed() -> None:
        for task in list(failed):
            failed.discard(task)
            if task._log_traceback:  # nobody has read its exception
                loop.call_exception_handler({"task": task, "exception": task.exception()})

    def report(context: dict[str, Any]) -> None:
        error = context.get("exception")
        if error is None:
            describe(context)
        else:
            _report.report(error)

    def run_until_complete(future: Any) -> Any:
        if not _host.can_suspend():
            raise RuntimeError(_cannot_wait(future))
        return wait(future)

    loop._decrement_in_progress = task_ended
    loop._system_exit_handler = lambda code: None  # `exit()` ends the task or the callback
    loop.default_exception_handler = report
    loop.run_until_complete = run_until_complete


def _cannot_wait(future: Any) -> str:
    name = "main"
    if isinstance(future, Coroutine):
        name = getattr(future, "__name__", name)
        future.close()  # otherwise Python warns that it was never awaited
    what = f"asyncio.run({name}()) cannot wait in a callback, nor in a browser without JSPI"
    advice = f"in a script or an async function write: await {name}()"
    return f"{what}: {advice}; in another function: browser.aio.run({name}())"


def begun() -> Any:
    """Returns a future that is done when the tasks that wait to be started have begun, and those
    that failed at once have been reported."""
    loop = asyncio.get_event_loop()
    future = loop.create_future()

    def turn(left: int) -> None:
        if left:
            loop.call_soon(turn, left - 1)
        else:
            future.set_result(None)

    turn(TURNS)
    return future

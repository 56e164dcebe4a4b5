"""Errors that nobody caught, as a person wants to read them: the user's own files and lines."""

import os
import sys
import warnings
from collections.abc import Coroutine
from traceback import TracebackException
from typing import Any

from browser import _host

_OWN = os.path.dirname(__file__) + os.sep
_RUNTIME = tuple(
    os.path.normpath(path) + os.sep
    for path in (os.path.dirname(os.__file__), os.path.join(sys.prefix, "lib"))
)


def format_error(error: BaseException) -> str:
    """The traceback without the frames of Python's library, the runtime and this package, also in
    its causes."""
    return "".join(_trimmed(error).format())


def warn(message: str, category: type[Warning]) -> None:
    """A warning at the user's own line, however deep in this package it was noticed."""
    warnings.warn(message, category, skip_file_prefixes=(_OWN,))


def show_warning(
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    file: Any = None,
    line: str | None = None,
) -> None:
    """Python's `warnings.showwarning` of a page: console.warn."""
    text = warnings.formatwarning(message, category, filename, lineno, line).rstrip()
    _host.js_shim().report.warning(text)


def report(error: BaseException) -> None:
    """Writes the traceback to console.error (outside a browser: to stderr). A SystemExit is no
    error: `exit()` just ends the callback."""
    if isinstance(error, SystemExit):
        return
    text = format_error(error).rstrip()
    if _host.in_pyodide():
        _host.js_shim().report.error(text)
    else:
        print(text, file=sys.stderr)


def call(callback: Any, *arguments: Any) -> None:
    """Calls a user's callback; whatever it raises is reported, and an `async def` one is run as a
    task."""
    try:
        result = callback(*arguments)
    except BaseException as error:
        report(error)
        if isinstance(error, KeyboardInterrupt):
            raise
    else:
        if isinstance(result, Coroutine):
            start(result)


_running: set[Any] = set()


def start(coroutine: Coroutine[Any, Any, Any]) -> Any:
    """Runs a coroutine as a task whose error is reported."""
    import asyncio

    task = asyncio.ensure_future(coroutine)
    _running.add(task)
    task.add_done_callback(_done)
    return task


def _done(task: Any) -> None:
    _running.discard(task)
    if not task.cancelled() and task.exception() is not None:
        report(task.exception())


def _trimmed(error: BaseException) -> TracebackException:
    trace = TracebackException.from_exception(error)
    _trim(trace, set())
    return trace


def _trim(trace: TracebackException, seen: set[int]) -> None:
    if id(trace) in seen:
        return
    seen.add(id(trace))
    trace.stack[:] = [frame for frame in trace.stack if is_users(frame.filename)]
    for other in (trace.__cause__, trace.__context__, *(trace.exceptions or ())):
        if other is not None:
            _trim(other, seen)


def is_users(name: str) -> bool:
    """Whether the file is the user's: not of Python's library, the runtime or this package."""
    if name.endswith((".js", ".mjs")) and "pyodide" in name:
        return False
    return not name.startswith((_OWN, *_RUNTIME, "<frozen ")) and "/_pyodide/" not in name

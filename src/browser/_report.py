"""Reports uncaught errors and warnings at the lines of the user's own files."""

import linecache
import os
import sys
import traceback
import warnings
from collections.abc import Coroutine
from typing import Any

from browser import _host

_OWN = os.path.dirname(__file__) + os.sep
_RUNTIME = tuple(
    os.path.normpath(path) + os.sep
    for path in (os.path.dirname(os.__file__), os.path.join(sys.prefix, "lib"))
)


def format_error(error: BaseException) -> str:
    """The traceback without the frames of the standard library, Pyodide and this package."""
    try:
        return "".join(_trimmed(error).format())
    except ImportError:  # `traceback` is a late module, and the connection broke
        return _simple(error)


def warn(message: str, category: type[Warning]) -> None:
    """Warns at the user's own line, however deep in this package the caller is."""
    warnings.warn(message, category, skip_file_prefixes=(_OWN,))


def show_warning(
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    file: Any = None,
    line: str | None = None,
) -> None:
    """Replaces `warnings.showwarning` in a page: writes to console.warn."""
    text = warnings.formatwarning(message, category, filename, lineno, line).rstrip()
    _host.js_shim().report.warning(text)


def report(error: BaseException) -> None:
    """Writes the traceback to console.error (outside a browser: to stderr). Ignores SystemExit,
    because `exit()` just ends the callback."""
    if isinstance(error, SystemExit):
        return
    text = format_error(error).rstrip()
    if _host.in_pyodide():
        _host.js_shim().report.error(text)
    else:
        print(text, file=sys.stderr)


def call(callback: Any, *arguments: Any) -> None:
    """Calls a user's callback and reports its error. An `async def` callback runs as a task."""
    try:
        result = callback(*arguments)
    except BaseException as error:
        report(error)
        if isinstance(error, KeyboardInterrupt):
            raise
    else:
        if result is not None and isinstance(result, Coroutine):
            start(result)


_running: set[Any] = set()


def start(coroutine: Coroutine[Any, Any, Any]) -> Any:
    """Runs a coroutine as a task and reports its error."""
    import asyncio

    task = asyncio.ensure_future(coroutine)
    _running.add(task)
    task.add_done_callback(_done)
    return task


def _done(task: Any) -> None:
    _running.discard(task)
    if not task.cancelled() and task.exception() is not None:
        report(task.exception())


def _simple(error: BaseException) -> str:
    """The traceback without causes."""
    lines = ["Traceback (most recent call last):\n"]
    trace = error.__traceback__
    while trace:
        code = trace.tb_frame.f_code
        if is_users(code.co_filename):
            at = f'  File "{code.co_filename}", line {trace.tb_lineno}, in {code.co_name}'
            line = linecache.getline(code.co_filename, trace.tb_lineno).strip()
            lines += [f"{at}\n", f"    {line}\n" if line else ""]
        trace = trace.tb_next
    return "".join([*lines, f"{type(error).__qualname__}: {error}\n"])


def _trimmed(error: BaseException) -> traceback.TracebackException:
    trace = traceback.TracebackException.from_exception(error)
    _trim(trace, set())
    return trace


def _trim(trace: traceback.TracebackException, done: set[int]) -> None:
    """Trims the traceback and those of its causes, which may refer to each other."""
    if id(trace) in done:
        return
    done.add(id(trace))
    trace.stack[:] = [frame for frame in trace.stack if is_users(frame.filename)]
    for other in (trace.__cause__, trace.__context__, *(trace.exceptions or ())):
        if other is not None:
            _trim(other, done)


def is_users(name: str) -> bool:
    """Whether the file is the user's: not of the standard library, Pyodide or this package."""
    if name.endswith((".js", ".mjs")) and "pyodide" in name:
        return False
    return not name.startswith((_OWN, *_RUNTIME, "<frozen ")) and "/_pyodide/" not in name

"""`print`, `input` and `open` for programs in a page. Not in the wheel."""

import builtins
import io
import os
import sys
from typing import Any

from browser import _host, _report

_print, _input, _open = builtins.print, builtins.input, io.open

read_over_http: set[str] = set()
"""The names of the files that `open` has read from the server."""


def print(*values: object, sep: str | None = " ", end: str | None = "\n", **keywords: Any) -> None:
    """Writes a line without its end at once, too."""
    _print(*values, sep=sep, end=end, **keywords)
    if end is None or end.endswith("\n"):
        return
    stream = keywords.get("file") or sys.stdout
    consoles: list[Any] = [sys.__stdout__, sys.__stderr__]
    if stream in consoles:
        stream.flush()
        os.fsync(stream.fileno())


def input(prompt: object = "", /) -> str:
    """Asks in a dialog. Returns "" if the person cancels, as in Brython."""
    import browser

    if sys.stdin is not sys.__stdin__:
        return _input(prompt)
    if _host.in_worker():
        raise _host.NoBrowserError("a worker has no input(): ask in the page and send a message")
    answer = browser.window.prompt(str(prompt))
    # `help()` of Python 3.15 asks until the input ends.
    if answer is None and sys._getframe(1).f_globals.get("__name__") == "pydoc":
        raise EOFError
    return answer or ""


def open(file: Any, mode: str = "r", *arguments: Any, **keywords: Any) -> Any:
    """Opens a file in memory. Reads a URL, and a file that is not in memory, over HTTP."""
    name = "" if isinstance(file, int) else os.fsdecode(file)
    if "://" not in name and name not in read_over_http:
        try:
            return _open(file, mode, *arguments, **keywords)
        except FileNotFoundError:
            # The standard library looks for files of the system.
            caller = sys._getframe(1).f_code.co_filename
            if name.startswith("/") and not _report.is_users(caller):
                raise
    from browser.page import _files

    opened = _files.opened(name, mode, *arguments, **keywords)
    read_over_http.add(name)
    return opened


def install() -> None:
    builtins.print, builtins.input = print, input
    builtins.open = io.open = open

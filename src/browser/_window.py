"""The window around the document: dialogs, console, scripts."""

from functools import cache
from typing import Any

from browser import _host, _probes, _report
from browser._js import door, to_python


class _Absent:
    """Stands for what only a browser has, so that a script imports on a desktop Python too."""

    _name: str

    def __init__(self, name: str) -> None:
        object.__setattr__(self, "_name", name)

    def _raise(self, *values: Any) -> Any:
        _host.js_shim()

    __getattr__ = __setattr__ = __getitem__ = __setitem__ = __delitem__ = _raise
    __call__ = __contains__ = __iter__ = __le__ = __len__ = _raise

    def __repr__(self) -> str:
        return f"<browser.{self._name}: there is no browser>"


@cache
def scope() -> Any:
    """JavaScript's globalThis: the window, or a worker's own scope."""
    return to_python(door.globalScope()) if _host.in_pyodide() else _Absent("window")


def window() -> Any:
    if _probes.in_worker():
        raise _host.NoBrowserError("a worker has no window: its own global scope is browser.self")
    return scope()


def document() -> Any:
    if _probes.in_worker():
        raise _host.NoBrowserError(
            "a worker has no document: only the page has one, send it a message to show something"
        )
    if not _host.in_pyodide():
        return _Absent("document")
    from browser.dom.node import document as page

    return page()


def console() -> Any:
    return scope().console


def is_webworker() -> bool:
    return _probes.in_worker()


def alert(message: Any = "") -> None:
    """Shows the message in a box of the browser's own."""
    scope().alert(str(message))


def confirm(message: Any = "") -> bool:
    """Asks a question; True for OK."""
    return bool(scope().confirm(str(message)))


def prompt(message: Any = "", default: Any = "") -> str | None:
    """Asks for a line of text; None when the person cancels."""
    return scope().prompt(str(message), str(default))  # type: ignore[no-any-return]


def load(script_url: str) -> None:
    """Runs a JavaScript library: what it defines are attributes of `window` afterwards. In a page
    that lists its libraries in script elements this is not needed."""
    if _probes.in_worker():
        scope().importScripts(script_url)
        return
    from pyodide.ffi import can_run_sync, run_sync

    if can_run_sync():
        outcome = run_sync(door.loadScript(script_url))
    else:
        from browser import ajax

        request: Any = ajax.get(script_url, blocking=True)
        outcome = "failed"
        if request.status == 200:
            outcome = "done" if door.runScript(request.text) else "forbidden"
    if outcome == "failed":
        raise OSError(f"cannot load the JavaScript library {script_url}")
    if outcome == "forbidden":
        raise RuntimeError(
            f"the Content Security Policy of this page does not allow browser.load({script_url!r}) "
            f'here: write <script src="{script_url}"></script> into the page'
        )


def run_script(src: str, name: str = "") -> None:
    """Runs Python source as a script of the page, a module of its own."""
    from browser.page.scripts import run_script as run

    page = scope().location.href
    waiting = run(name, src, "", page)
    if waiting is not None:
        _report.start(waiting)

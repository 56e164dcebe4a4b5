"""The window around the document: dialogs, console, scripts."""

from functools import cache
from typing import TYPE_CHECKING, Any

from browser import _host, _report
from browser._bridge import bridge, to_python

if TYPE_CHECKING:
    from browser._objects import JSObject
    from browser.dom._document import Document


class _Absent:
    """Stands for an object of the browser, so that scripts can be imported on a desktop Python."""

    _name: str

    def __init__(self, name: str) -> None:
        object.__setattr__(self, "_name", name)

    def _raise(self, *values: Any) -> Any:
        _host.js_shim()

    __getattr__ = __setattr__ = __getitem__ = __setitem__ = __delitem__ = _raise
    __call__ = __contains__ = __iter__ = __le__ = __len__ = _raise

    def __repr__(self) -> str:
        return f"<browser.{self._name}: no browser here>"


@cache
def scope() -> "JSObject":
    """JavaScript's globalThis: the window, or the global scope of a worker."""
    if not _host.in_pyodide():
        return _Absent("window")  # type: ignore[return-value]
    return to_python(bridge.globalScope())  # type: ignore[no-any-return]


def window() -> "JSObject":
    if _host.in_worker():
        raise _host.NoBrowserError("a worker has no window: use browser.self, its global scope")
    return scope()


@cache
def document() -> "Document":
    if _host.in_worker():
        raise _host.NoBrowserError(
            "a worker has no document: send a message to the page, which can show it"
        )
    if not _host.in_pyodide():
        return _Absent("document")  # type: ignore[return-value]
    return scope().document  # type: ignore[no-any-return]


def console() -> "JSObject":
    return scope().console  # type: ignore[no-any-return]


def is_webworker() -> bool:
    return _host.in_worker()


def alert(message: object = "") -> None:
    """Shows a message in a dialog. The page stops until the person closes it."""
    scope().alert(str(message))


def confirm(message: object = "") -> bool:
    """Asks a question. Returns True for OK and False for Cancel."""
    return bool(scope().confirm(str(message)))


def prompt(message: object = "", default: object = "") -> str | None:
    """Asks for a line of text. Returns None if the person cancels."""
    return scope().prompt(str(message), str(default))  # type: ignore[no-any-return]


def load(script_url: str) -> None:
    """Runs a JavaScript library. What it defines becomes attributes of `window`. Libraries that the
    page has in script elements need no `load`.

    Raises OSError if the file cannot be loaded, RuntimeError if the page's Content Security Policy
    forbids it."""
    if _host.in_worker():
        scope().importScripts(script_url)
        return
    if _host.can_suspend():
        outcome = _host.run_sync(bridge.loadScript(script_url))
    else:
        from browser import ajax

        request = ajax.get(script_url, blocking=True)
        outcome = "failed"
        if request.status == 200:
            outcome = "done" if bridge.runScript(request.text) else "forbidden"
    if outcome == "failed":
        raise OSError(f"cannot load the JavaScript library {script_url}")
    if outcome == "forbidden":
        raise RuntimeError(
            f"the Content Security Policy of this page does not allow browser.load({script_url!r}) "
            f'here: put <script src="{script_url}"></script> into the page'
        )


def run_script(src: str, name: str = "") -> None:
    """Runs Python source as a script of the page: a new module with this name."""
    from browser.page._scripts import run_script as run

    page = scope().location.href
    waiting = run(name, src, "", page)
    if waiting is not None:
        _report.start(waiting)

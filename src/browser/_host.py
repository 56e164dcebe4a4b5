"""The host that Python runs in, and the JavaScript half of this package (built from js_shim/).

On a page the page script has registered it as a JS module. Elsewhere (a worker, a notebook) this
module runs the copy in the wheel on first use.
"""

import sys
from functools import cache
from typing import Any

from browser._codes import SHIM_MODULE


class NoBrowserError(RuntimeError):
    """This needs a browser, and Python runs outside of one; or it needs a page, and Python runs in
    a worker."""


def in_pyodide() -> bool:
    return sys.platform == "emscripten"


@cache
def js_shim() -> Any:
    """The JS module; raises NoBrowserError on a desktop Python."""
    if not in_pyodide():
        raise NoBrowserError(
            "no browser here: run this script in a page that loads pyodide-browser.js, "
            "or in Pyodide"
        )
    try:
        return __import__(SHIM_MODULE)
    except ModuleNotFoundError:
        return _set_up()


def js_exception() -> type[Exception]:
    """The class of JavaScript errors in Python."""
    if not in_pyodide():
        return ConnectionError
    from pyodide.ffi import JsException

    return JsException  # type: ignore[no-any-return]


def limit_stack(size: int) -> bool:
    """Only in Pyodide: limits the stack to `size` bytes from here; RecursionError then comes before
    the browser's stack ends. Returns False before Python 3.14, which counts calls instead."""
    limit, _, python = _stack()
    return bool(limit(python, size))


def reset_stack() -> None:
    """Removes the limit."""
    _, reset, python = _stack()
    reset(python)


@cache
def _stack() -> tuple[Any, Any, Any]:
    import pyodide_js

    stack = js_shim().stack
    return stack.limitStack, stack.resetStack, pyodide_js._module


def can_run_sync() -> bool:
    """Only in Pyodide: whether `run_sync` works here."""
    from pyodide.ffi import can_run_sync

    return bool(can_run_sync())


def run_sync(promise: Any) -> Any:
    """Waits for a promise or a future while the page stays alive."""
    from pyodide.ffi import run_sync

    return run_sync(promise)


def _set_up() -> Any:
    from pathlib import Path

    import pyodide_js
    from pyodide.code import run_js
    from pyodide.ffi import JsException

    source = Path(__file__).with_name("_shim.js").read_text("utf-8")
    try:
        shim = run_js(source)
    except JsException as error:
        raise RuntimeError(
            "the Content Security Policy of this page or worker does not allow the wheel to run "
            "its JavaScript: before Python imports browser, call "
            "`import {install} from '…/pyodide-browser.mjs'; install(pyodide)` in JavaScript"
        ) from error
    pyodide_js.registerJsModule(SHIM_MODULE, shim)
    return shim


def fetched(url: str, milliseconds: int) -> tuple[int, str, str]:
    """Status, content type and text of a response, for which Python is suspended. Raises a
    JavaScript error; its name is "TimeoutError" if the response does not arrive in time."""
    from js import AbortSignal, fetch

    response = run_sync(fetch(url, signal=AbortSignal.timeout(milliseconds)))
    content_type = response.headers.get("content-type") or ""
    return response.status, content_type, run_sync(response.text())

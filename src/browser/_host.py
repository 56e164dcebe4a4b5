"""What we run in, and the JavaScript half of this package (built from js_shim/).

On a page the page script has registered it as a JS module; elsewhere (a worker, a notebook) the
wheel brings it along and sets it up on first use.
"""

import sys
from functools import cache
from pathlib import Path
from typing import Any

JS_MODULE = "_pyodide_browser_shim"


class NoBrowserError(RuntimeError):
    """Something that needs a browser was asked for in a Python that runs outside of one."""


def in_pyodide() -> bool:
    return sys.platform == "emscripten"


@cache
def js_shim() -> Any:
    """The JS module; raises NoBrowserError on a desktop Python."""
    if not in_pyodide():
        raise NoBrowserError(
            "this needs a browser: run the script in a page that includes pyodide-browser.js, "
            "or in Pyodide"
        )
    try:
        return __import__(JS_MODULE)
    except ModuleNotFoundError:
        return _set_up()


def js_exception() -> type[Exception]:
    """What an error of JavaScript's is in Python."""
    if not in_pyodide():
        return ConnectionError
    from pyodide.ffi import JsException

    return JsException  # type: ignore[no-any-return]


def _set_up() -> Any:
    import pyodide_js
    from pyodide.code import run_js
    from pyodide.ffi import JsException

    source = Path(__file__).with_name("_shim.js").read_text("utf-8")
    try:
        shim = run_js(source)
    except JsException as error:
        raise RuntimeError(
            "the Content Security Policy of this page or worker does not allow the wheel to set up "
            "its JavaScript; let the host do it: "
            "`import {install} from '…/pyodide-browser.mjs'; install(pyodide)` "
            "before Python imports browser"
        ) from error
    pyodide_js.registerJsModule(JS_MODULE, shim)
    return shim

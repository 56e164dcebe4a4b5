"""Runs a script as a new module."""

import re
import sys
import warnings
from collections.abc import Coroutine
from types import CodeType, FunctionType, ModuleType
from typing import Any

from browser import _report
from browser.page import _source

_CO_COROUTINE = 128
"""`inspect.CO_COROUTINE`: the script awaits something at its top level."""


def run_script(
    script_id: str, text: str, url: str, page: str, args: str = ""
) -> Coroutine[Any, Any, None] | None:
    """Runs a script. Returns a coroutine if the script awaits something. Reports its error.

    script_id: the name of the module, by which Python can import it; `__main__` for "".
    url: the address of the script, "" for an inline one. page: the address of the page.
    args: becomes `sys.argv[1:]`.
    """
    name = script_id or _free_name()
    filename = _shown(url) if url else f"{_shown(page) or 'index.html'}#{name}"
    source = text if url else _source.inline(text)
    module = ModuleType(name)
    module.__file__ = url or filename
    if name not in sys.stdlib_module_names:  # this package imports those later
        sys.modules[name] = module
    pattern = re.escape(script_id) or r"__main__\d*"
    warnings.filterwarnings("default", category=DeprecationWarning, module=pattern)
    sys.argv = [filename, *args.split()]
    try:
        code = _source.compiled(source, filename)
        if code.co_flags & _CO_COROUTINE:
            return _awaited(code, module)
        exec(code, module.__dict__)
    except BaseException as error:
        _report.report(error)
    return None


async def _awaited(code: CodeType, module: ModuleType) -> None:
    try:
        await FunctionType(code, module.__dict__)()
    except BaseException as error:
        _report.report(error)


_names = 0


def _free_name() -> str:
    """As in Brython: `__main__` for the first script without an id. The 1,000 last ones stay."""
    global _names
    _names += 1
    return "__main__" if _names == 1 else f"__main__{(_names - 1) % 1000 or 1000}"


def _shown(url: str) -> str:
    """The name of the file, for tracebacks."""
    return url.partition("?")[0].partition("#")[0].rpartition("/")[2]

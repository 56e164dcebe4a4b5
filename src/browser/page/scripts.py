"""Each script a module of its own, run in turn."""

import inspect
import re
import sys
import warnings
from collections.abc import Coroutine
from types import CodeType, FunctionType, ModuleType
from typing import Any

from browser import _report
from browser.page import source as source_text


def run_script(
    script_id: str, text: str, url: str, page: str, args: str = ""
) -> Coroutine[Any, Any, None] | None:
    """Runs one script; returns a coroutine where it awaits something. `url` is where it came from,
    "" for an inline one; `args` becomes `sys.argv[1:]`. Its error is reported, never raised.

    The module is called `script_id`, `__main__` without one, and can be imported by that name.
    """
    name = script_id or _free_name()
    filename = _shown(url) if url else f"{_shown(page) or 'index.html'}#{name}"
    source = text if url else source_text.inline(text)
    module = ModuleType(name)
    module.__file__ = url or filename
    if name not in sys.stdlib_module_names:  # which this package, too, imports when it needs them
        sys.modules[name] = module
    warnings.filterwarnings("default", category=DeprecationWarning, module=re.escape(name))
    sys.argv = [filename, *args.split()]
    try:
        code = source_text.compiled(source, filename)
        if code.co_flags & inspect.CO_COROUTINE:
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
    """`__main__` for the first script without an id, as in Brython."""
    global _names
    _names += 1
    return "__main__" if _names == 1 else f"__main__{_names - 1}"


def _shown(url: str) -> str:
    """The last part of the path, which people know the file by."""
    return url.partition("?")[0].partition("#")[0].rpartition("/")[2]

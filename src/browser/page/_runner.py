"""The functions that the page script (js_shim/page/main.ts) calls. Not in the wheel."""

import sys
import warnings
from collections.abc import Coroutine
from typing import Any

from browser import _handles, _host, _json, _report
from browser._bridge import bridge
from browser.page import _builtins, _imports, _scripts
from browser.page._late import LateModule
from browser.page._options import configure, options

__all__ = ["configure", "run_script", "tasks_begun"]


def run_script(script_id: str, *script: str) -> Coroutine[Any, Any, None] | None:
    """As `_scripts.run_script`. Does nothing if the options do not list the script."""
    if options.ids is not None and script_id not in options.ids:
        return None
    return _scripts.run_script(script_id, *script)


def tasks_begun() -> Any:
    """As `_tasks.begun`. Returns None if no script has used asyncio."""
    if not _has_asyncio():
        return None
    from browser.page import _tasks

    return _tasks.begun()


def _has_asyncio() -> bool:
    return not isinstance(sys.modules["asyncio"], LateModule)


def _hand_cycles_over() -> int:
    listeners = list(bridge.listenersOutside())
    if listeners:  # few pages have any: the import may wait for a file
        from browser.page import _cycles

        _cycles.hand_over(listeners)
    return int(bridge.heldByPython())


def _watch_tasks() -> None:
    from browser.page import _tasks

    _tasks.watch()


if _host.in_pyodide():
    _builtins.install()
    _json.limit_depth()
    if _has_asyncio():  # without the snapshot; else _late does it later
        _watch_tasks()
_imports.install()
_handles.search_with(_hand_cycles_over)
warnings.showwarning = _report.show_warning

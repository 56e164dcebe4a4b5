"""Runs in the page before its scripts, with `pytest --page-cov`: records which lines of .py files
run. The module's name is the id of its script element."""

import json
import sys
from types import CodeType

from js import addEventListener, navigator
from pyodide.ffi import create_proxy

TO = "/__pyodide_browser__/coverage"
_TOOL = sys.monitoring.COVERAGE_ID
_EVENTS = sys.monitoring.events
_urls: dict[CodeType, str] = {}
_found: dict[str, set[int]] = {}


def _started(code: CodeType, offset: int) -> object:
    """A code object runs for the first time. Modules of the page have a URL as `__file__`."""
    url = sys._getframe(1).f_globals.get("__file__") or ""
    if url.startswith(("http:", "https:")) and code not in _urls:
        _urls[code] = url
        sys.monitoring.set_local_events(_TOOL, code, _EVENTS.LINE)
    return sys.monitoring.DISABLE


def _ran(code: CodeType, line: int) -> object:
    _found.setdefault(_urls[code], set()).add(line)
    return sys.monitoring.DISABLE


def taken() -> str:
    """Returns URL → lines, as JSON."""
    return json.dumps({url: sorted(lines) for url, lines in _found.items()})


sys.monitoring.use_tool_id(_TOOL, __name__)
sys.monitoring.register_callback(_TOOL, _EVENTS.PY_START, _started)
sys.monitoring.register_callback(_TOOL, _EVENTS.LINE, _ran)
sys.monitoring.set_events(_TOOL, _EVENTS.PY_START)
# The page may be left by a link: the test cannot ask it any more.
addEventListener("pagehide", create_proxy(lambda event: navigator.sendBeacon(TO, taken())))

"""What the page script (js_shim/page.ts) calls. Pages only: the wheel goes without it."""

import warnings
from collections.abc import Coroutine
from typing import Any

from browser import _report
from browser.page import imports, scripts
from browser.page.options import configure, options

__all__ = ["configure", "run_script"]


def run_script(script_id: str, *script: str) -> Coroutine[Any, Any, None] | None:
    """As `scripts.run_script`, unless the page's options leave it out."""
    if options.ids is not None and script_id not in options.ids:
        return None
    return scripts.run_script(script_id, *script)


imports.install()
warnings.showwarning = _report.show_warning

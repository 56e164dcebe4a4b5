"""Runs the Python scripts of a page; the page script (js_shim/page.ts) calls `run_script`."""

import warnings

from browser import _report
from browser.page.scripts import run_script

__all__ = ["run_script"]

warnings.showwarning = _report.show_warning

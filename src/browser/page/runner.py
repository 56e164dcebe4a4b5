"""What the page script (js_shim/page.ts) calls. Pages only: the wheel goes without it."""

import warnings

from browser import _report
from browser.page import imports
from browser.page.options import configure
from browser.page.scripts import run_script

__all__ = ["configure", "run_script"]

imports.install()
warnings.showwarning = _report.show_warning

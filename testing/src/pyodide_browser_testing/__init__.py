"""Runs and tests pages of pyodide-browser in real browsers."""

from pyodide_browser_testing.in_page import in_page
from pyodide_browser_testing.page import PythonPage

__all__ = ["PythonPage", "in_page"]

"""`pytest --page-cov`: the lines of .py files that ran in pages, as data of coverage.py."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from coverage import Coverage

SCRIPT = "coverage.py"
TAKE = """
    const modules = globalThis.pyodideBrowser?.pyodide?.pyimport("sys").modules;
    return modules?.get("pyodide_browser_coverage")?.taken() ?? "{}";
"""


class CoverageUnavailable(Exception):
    """Coverage cannot be measured. The message says why."""


class PageCoverage:
    """Collects the lines that ran, and writes them to a data file of its own, for
    `coverage combine`."""

    def __init__(self, folder: Path) -> None:
        self._config = configured()
        self._folder = folder
        self._lines: dict[str, set[int]] = defaultdict(set)

    def add(self, taken: str) -> None:
        """Adds what a page has recorded: JSON, URL → lines. Ignores files of other servers."""
        found: dict[str, list[int]] = json.loads(taken)
        for url, lines in found.items():
            file = (self._folder / unquote(urlsplit(url).path).lstrip("/")).resolve()
            if file.is_relative_to(self._folder.resolve()) and file.is_file():
                self._lines[str(file)].update(line for line in lines if line > 0)

    def write(self) -> None:
        """Writes the data file, if there is data."""
        from coverage import CoverageData

        if self._lines:
            data = CoverageData(str(self._config.get_option("run:data_file")), suffix=True)
            data.add_lines(self._lines)
            data.write()


def configured() -> Coverage:
    """Returns the configuration of coverage.py. Raises CoverageUnavailable."""
    try:
        from coverage import Coverage
    except ImportError:
        what = 'coverage is not installed: pip install "pyodide-browser-testing[coverage]"'
        raise CoverageUnavailable(what) from None
    config = Coverage()
    if config.get_option("run:branch"):
        what = "lines are measured, not branches: set branch = false in the settings of coverage"
        raise CoverageUnavailable(what)
    return config


def taken_from(driver: Any) -> str:
    """Returns what the page in a browser has recorded so far, as JSON."""
    return str(driver.execute_script(TAKE))

"""Writes docs/brython-differences.md, and its rows for `pyodide-browser migrate`:
python -m tests.brython.table [--check]"""

import argparse
import json
import sys
from collections.abc import Iterable
from pathlib import Path

from tests.brython.differences import ROWS, TOPICS, Row
from tests.brython.differences.row import (
    COMPONENT_PAGE,
    DOM_PAGE,
    JS_PAGE,
    MENU_PAGE,
    PAGE,
    TEMPLATE_PAGE,
)
from tests.brython.runtimes import ROOT

PATH = ROOT / "docs" / "brython-differences.md"
ROWS_PATH = ROOT / "testing" / "src" / "pyodide_browser_testing" / "migration" / "differences.json"
COMMAND = "python -m tests.brython.table"

HEAD = """\
# Differences from Brython

<!-- Written by `{command}` from tests/brython/differences/; do not edit. -->

This page lists the differences between Brython and `pyodide-browser` that a page can observe.
Use it when you move a page from Brython.

A test runs the same scripts in Brython {version} and in `pyodide-browser`, in Chromium, with the
same server ([tests/brython](../tests/brython)). The test fails if it finds a difference without a
row, or a row without a difference. A few rows show behavior that is the same, because many pages
rely on it.

The columns *Brython* and *pyodide-browser* describe the behavior. The other columns are:

* *Source*: the document that defines the behavior. *S17*, for example, is statement S17 of the
  statements S1–S25 of Brython's 2019 documentation.
  [statements.py](../tests/agreement/statements.py) lists them with their tests. *Own decision*
  means that the documents say nothing about it, or contradict each other.
* *Scripts*: the scripts that show the difference.
* *Test*: the test that checks the behavior of `pyodide-browser`.

"""
DOCUMENTS = "https://github.com/brython-dev/brython/blob/master/www/doc/en"
FOOT = "".join(
    f"{page}: {DOCUMENTS}/{name}.md\n"
    for page, name in (
        (PAGE, "browser.ajax"),
        (DOM_PAGE, "dom_api"),
        (TEMPLATE_PAGE, "browser.template"),
        (JS_PAGE, "jsobjects"),
        (COMPONENT_PAGE, "browser.webcomponent"),
        (MENU_PAGE, "browser.widgets.menu"),
    )
)
COLUMNS = ("Brython", "pyodide-browser", "Source", "Scripts", "Test")


def markdown() -> str:
    package = json.loads((ROOT / "node_modules" / "brython" / "package.json").read_text())
    parts = [HEAD.format(command=COMMAND, version=package["version"])]
    for topic in TOPICS:
        parts += [f"## {topic}\n\n", line(COLUMNS), line("---" for _ in COLUMNS)]
        parts += [line(cells(row)) for row in ROWS if row.topic == topic]
        parts.append("\n")
    return "".join([*parts, FOOT])


def cells(row: Row) -> list[str]:
    return [row.brython, row.here, row.rule, seen_in(row), pinned_by(row)]


def seen_in(row: Row) -> str:
    parts = [
        ", ".join(map(case_link, row.shows)),
        "no difference in " + ", ".join(map(case_link, row.agrees)) if row.agrees else "",
        f"a page cannot observe {row.unseen}" if row.unseen else "",
    ]
    return "; ".join(part for part in parts if part)


def case_link(case: str) -> str:
    return f"[{case}](../tests/brython/cases/{case}.py)"


def pinned_by(row: Row) -> str:
    path, _, name = row.test.partition("::")
    return f"[{name.removeprefix('test_').replace('_', ' ')}](../tests/{path})"


def line(texts: Iterable[str]) -> str:
    return "| " + " | ".join(text.replace("|", "\\|") for text in texts) + " |\n"


def rows_with_code() -> str:
    """The rows that a script can show, as JSON."""
    rows = [
        {"topic": row.topic, "brython": row.brython, "here": row.here, "code": row.code}
        for topic in TOPICS
        for row in ROWS
        if row.topic == topic and row.code
    ]
    return json.dumps(rows, indent=2, ensure_ascii=False) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(prog=COMMAND, description=__doc__)
    parser.add_argument("--check", action="store_true", help="only say whether it is up to date")
    if not parser.parse_args().check:
        PATH.parent.mkdir(exist_ok=True)
        for path, text in texts().items():
            path.write_text(text, encoding="utf-8")
        return 0
    old = [path for path, text in texts().items() if path.read_text(encoding="utf-8") != text]
    for path in old:
        print(f"{path.name} is not up to date: {COMMAND}", file=sys.stderr)
    return 1 if old else 0


def texts() -> dict[Path, str]:
    """File → content."""
    return {PATH: markdown(), ROWS_PATH: rows_with_code()}


if __name__ == "__main__":
    sys.exit(main())

"""What is different in a script: rows of the table of differences, and hints about speed."""

from __future__ import annotations

import json
import tomllib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from pyodide_browser_testing.migration.marks import lines_of, marks_of
from pyodide_browser_testing.pages.needs import Script

HERE = files("pyodide_browser_testing") / "migration"


@dataclass(frozen=True)
class Row:
    """A row of docs/brython-differences.md that a script can show, or a hint about speed."""

    text: str
    code: tuple[str, ...]
    """Patterns of marks.py; one is enough."""


@cache
def differences() -> list[Row]:
    """Returns the rows. `python -m tests.brython.table` writes them."""
    rows: list[dict[str, Any]] = json.loads((HERE / "differences.json").read_text("utf-8"))
    text = "{topic}\n      Brython: {brython}\n      here: {here}"
    return [Row(text.format(**row), tuple(row["code"])) for row in rows]


@cache
def hints() -> list[Row]:
    """Returns what is quicker or slower than in Brython."""
    content = tomllib.loads((HERE / "speed.toml").read_text("utf-8"))
    return [Row(hint["text"], tuple(hint["code"])) for hint in content["hints"]]


def places(rows: Iterable[Row], scripts: Iterable[Script]) -> dict[str, list[str]]:
    """Returns text of a row → the places that show it, as `file:line`."""
    found: dict[str, list[str]] = defaultdict(list)
    all_marks = [(script, marks_of(script.tree)) for script in scripts if script.tree is not None]
    for row in rows:
        for script, marks in all_marks:
            lines = {line for pattern in row.code for line in lines_of(pattern, marks)}
            for line in sorted(lines):
                found[row.text].append(f"{script.file}:{script.first_line - 1 + line}")
    return found

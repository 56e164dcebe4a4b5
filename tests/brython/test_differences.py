"""Brython and ours differ where a row of differences/ says so, as it says, and nowhere else."""

import ast
import os
import re
import shutil
from collections import Counter
from typing import Any

import pytest

from browser.page._source import rename_async
from pyodide_browser_testing.migration.marks import lines_of, marks_of
from tests.agreement.statements import STATEMENTS
from tests.brython import table
from tests.brython.differences import ABSENT, REQUESTS, ROWS, TOPICS, Row
from tests.brython.runtimes import CASES, ROOT, Observations, observe

Both = dict[str, dict[str, Observations]]
EXPLAINED = {
    case: {name: pair for row in ROWS for name, pair in row.shows.get(case, {}).items()}
    for case in CASES
}


@pytest.fixture(scope="session")
def observed() -> Both:
    """What the scripts saw, in both runtimes."""
    missing = [name for name in ("chromium", "chromedriver") if not shutil.which(name)]
    if missing:
        what = f"not run: no {' and no '.join(missing)} (Debian: chromium, chromium-driver)"
        if os.environ.get("CI"):
            pytest.fail(what)
        pytest.skip(what)
    return observe()


@pytest.mark.parametrize("case", CASES)
def test_a_script_sees_no_other_differences(observed: Both, case: str) -> None:
    brython, ours = observed["brython"][case], observed["ours"][case]
    pairs = {name: pair(name, brython, ours) for name in {**brython, **ours}}
    differences = {name: both for name, both in pairs.items() if differ(*both)}
    assert differences == EXPLAINED[case]


@pytest.mark.parametrize("case", CASES)
def test_a_script_comes_to_its_end_here(observed: Both, case: str) -> None:
    ours = observed["ours"][case]
    assert "(end)" not in ours
    assert set(ours) > {REQUESTS, "(console)"} or ours[REQUESTS]


@pytest.mark.parametrize(
    "row", ROWS, ids=lambda row: f"{row.topic}: {row.here}".replace("`", "")[:60]
)
def test_a_row_still_shows(observed: Both, row: Row) -> None:
    for case, expected in row.shows.items():
        brython, ours = observed["brython"][case], observed["ours"][case]
        for name, both in expected.items():
            assert differ(*both), f"{case}, {name}: no difference is claimed"
            assert pair(name, brython, ours) == both, f"{case}: {name}"
    for case in row.agrees:
        assert not EXPLAINED[case], f"{case} has differences"


def pair(name: str, brython: Observations, ours: Observations) -> tuple[Any, Any]:
    return brython.get(name, ABSENT), ours.get(name, ABSENT)


def differ(brython: Any, ours: Any) -> bool:
    """1, 1.0 and True are different values."""
    return repr(brython) != repr(ours)


def test_every_row_is_complete() -> None:
    assert {row.topic for row in ROWS} == set(TOPICS)
    for row in ROWS:
        assert row.shows or row.agrees or row.unseen
        assert {*row.shows, *row.agrees} <= set(CASES)
        assert exists(row.test), row.test


def test_every_statement_has_a_test() -> None:
    assert list(STATEMENTS) == [f"S{number}" for number in range(1, 26)]
    for _, test in STATEMENTS.values():
        assert exists(test), test


def exists(test: str) -> bool:
    path, _, name = test.partition("::")
    source = (ROOT / "tests" / path).read_text(encoding="utf-8")
    return f"def {name}(" in source or f'test("{name}"' in source


def test_no_difference_is_explained_twice() -> None:
    explained = Counter(
        (case, name) for row in ROWS for case in row.shows for name in row.shows[case]
    )
    assert [key for key, count in explained.items() if count > 1] == []


@pytest.mark.parametrize("row", [row for row in ROWS if row.code], ids=lambda row: row.brython[:50])
def test_code_of_a_row_is_in_a_script_that_shows_it(row: Row) -> None:
    """Most scripts use the names as any page does; others have them in a list of strings, or get
    the value in another way: then the row has the name."""
    sources = [rename_async(CASES[case].read_text("utf-8")) for case in row.shows]
    marks = [marks_of(ast.parse(source)) for source in sources]
    found = any(lines_of(pattern, one) for pattern in row.code for one in marks)
    names = [re.findall(r"\w+", pattern)[-1] for pattern in row.code]
    assert found or any(
        re.search(rf"\b{name}\b", text) for name in names for text in (*sources, row.brython)
    )


def test_the_table_in_docs_is_up_to_date() -> None:
    for path, text in table.texts().items():
        assert path.read_text(encoding="utf-8") == text, f"run: {table.COMMAND}"

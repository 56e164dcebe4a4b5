"""Which lines of a console are errors."""

import doctest

import pytest

from pyodide_browser_testing import bundle, console, site
from pyodide_browser_testing.console import HEAD, Line, errors

REPORTED = f'{HEAD}\n  File "page.html#__main__", line 1\nValueError: x'


@pytest.mark.parametrize("module", [bundle, console, site])
def test_examples(module):
    result = doctest.testmod(module)
    assert result.attempted
    assert not result.failed


def test_a_traceback_told_twice_is_one_error():
    assert errors([Line("log", "hello"), Line("error", REPORTED)], [REPORTED]) == [REPORTED]


def test_what_python_says_on_stderr_is_no_error_by_itself():
    assert errors([Line("error", "a warning of mine"), Line("warn", "careful")]) == []


def test_a_traceback_that_comes_line_by_line_is_one_error():
    lines = [
        Line("error", "Task exception was never retrieved"),
        *(Line("error", line) for line in REPORTED.splitlines()),
        Line("error", "something else"),
    ]
    assert errors(lines) == [REPORTED]


def test_what_ready_tells_counts_though_the_console_was_not_heard():
    assert errors([], ["no module"]) == ["no module"]

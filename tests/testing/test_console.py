"""Which lines of a console are errors."""

import doctest
import json
from types import SimpleNamespace

import pytest

from pyodide_browser_testing import bundle, console, site
from pyodide_browser_testing.console import HEAD, Line, Request, errors
from pyodide_browser_testing.page import PythonPage
from pyodide_browser_testing.run import Report

REPORTED = f'{HEAD}\n  File "page.html#__main__", line 1\nValueError: x'


@pytest.mark.parametrize("module", [bundle, console, site])
def test_examples(module):
    result = doctest.testmod(module)
    assert result.attempted
    assert not result.failed


def test_a_traceback_reported_twice_is_one_error():
    assert errors([Line("log", "hello"), Line("error", REPORTED)], [REPORTED]) == [REPORTED]


def test_output_on_stderr_alone_is_not_an_error():
    assert errors([Line("error", "a warning of mine"), Line("warn", "careful")]) == []


def test_a_traceback_that_comes_line_by_line_is_one_error():
    lines = [
        Line("error", "Task exception was never retrieved"),
        *(Line("error", line) for line in REPORTED.splitlines()),
        Line("error", "something else"),
    ]
    assert errors(lines) == [REPORTED]


def test_a_report_without_a_traceback_is_an_error():
    """For example of a built-in function that is a callback."""
    assert errors([Line("error", "TypeError: x")], ["TypeError: x"]) == ["TypeError: x"]


def test_errors_of_the_page_count_even_if_they_are_not_on_the_console():
    assert errors([], ["no module"]) == ["no module"]


def test_no_report_shows_secrets():
    url = "https://ann:pw@host/x?access_token=abc&n=1"
    shown = "https://***@host/x?access_token=***&n=1"
    request = Request("GET", url, 200)
    assert request.url == url
    assert repr(request) == f"Request('GET', {shown!r}, 200)"
    report = Report(quiet=True)
    report.requests = [request]
    assert json.loads(report.as_json())["requests"] == [
        {"method": "GET", "url": shown, "status": 200}
    ]
    page = PythonPage(SimpleNamespace(), SimpleNamespace(), "http://localhost")
    page.url = url
    assert str(page.not_ready()).startswith(f"{shown} is not ready")

"""Uncaught errors: the text that is reported, and the place."""

import os
import sys
import warnings
from types import SimpleNamespace

import pytest

from browser import _host, _report


@pytest.fixture
def console(monkeypatch):
    """The texts that console.error and console.warn get, as in a page."""
    written = []
    shim = SimpleNamespace(
        report=SimpleNamespace(
            error=lambda text: written.append(("error", text)),
            warning=lambda text: written.append(("warning", text)),
        )
    )
    monkeypatch.setattr(_host, "in_pyodide", lambda: True)
    monkeypatch.setattr(_host, "js_shim", lambda: shim)
    return written


def raised(function, *arguments):
    try:
        function(*arguments)
    except BaseException as error:
        return error
    raise AssertionError("not raised")


def fails():
    raise ValueError("mine")


def test_on_a_page_errors_and_warnings_go_to_the_console(console):
    _report.report(raised(fails))
    ((kind, text),) = console
    assert kind == "error"
    assert text.startswith("Traceback")
    assert text.endswith("ValueError: mine")
    _report.show_warning(UserWarning("careful"), UserWarning, "page.py", 3, line="x = 1")
    assert console[1] == ("warning", "page.py:3: UserWarning: careful\n  x = 1")


def test_exit_is_no_error(console):
    _report.report(SystemExit())
    assert console == []


def test_only_the_users_own_lines_are_shown():
    def decode():
        import json

        json.loads("{")

    text = _report.format_error(raised(decode))
    assert "in decode" in text
    assert "json/decoder.py" not in text


def test_causes_and_contexts_are_shown_trimmed_too():
    def decode():
        import json

        try:
            json.loads("{")
        except ValueError as error:
            raise KeyError("outer") from error

    text = _report.format_error(raised(decode))
    assert "KeyError: 'outer'" in text
    assert "direct cause" in text
    assert "JSONDecodeError" in text
    assert "json/decoder.py" not in text


def test_the_errors_of_a_group_are_shown_trimmed_too():
    def decode():
        import json

        json.loads("{")

    text = _report.format_error(ExceptionGroup("several", [raised(decode), raised(fails)]))
    assert "several (2 sub-exceptions)" in text
    assert "ValueError: mine" in text
    assert "json/decoder.py" not in text


def test_an_error_that_is_its_own_cause_is_shown_once():
    error, other = raised(fails), raised(fails)
    error.__cause__, other.__cause__ = other, error
    assert _report.format_error(error).count("ValueError: mine") == 2


@pytest.mark.parametrize(
    ("filename", "users"),
    [
        ("index.html#__main__", True),
        ("app.py", True),
        ("http://host/pyodide/app.js", False),
        ("http://host/pyodide/pyodide.asm.mjs", False),
        ("http://host/my.js", True),
        ("pyodide_notes.py", True),
        ("/lib/python3.14/site-packages/_pyodide/_base.py", False),
        ("<frozen importlib._bootstrap>", False),
        (os.__file__, False),
        (os.path.join(sys.prefix, "lib", "python3.14", "site-packages", "x.py"), False),
        (_report.__file__, False),
        (os.path.join(os.path.dirname(_report.__file__), "ajax", "_request.py"), False),
    ],
)
def test_whose_file_it_is(filename, users):
    assert _report.is_users(filename) is users


def test_a_callback_that_is_interrupted_is_reported_and_interrupts(console):
    def interrupted():
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        _report.call(interrupted)
    assert console[0][1].endswith("KeyboardInterrupt")
    _report.call(fails)
    assert console[1][1].endswith("ValueError: mine")


def test_a_warning_is_at_the_users_line():
    with pytest.warns(UserWarning, match="careful") as seen:
        _report.warn("careful", UserWarning)
    assert seen[0].filename == __file__


def test_a_task_that_fails_is_reported_and_one_that_is_cancelled_is_not(console):
    import asyncio

    async def broken():
        raise ValueError("mine")

    async def main():
        assert isinstance(_report.start(broken()), asyncio.Task)
        gone = _report.start(asyncio.sleep(5))
        await asyncio.sleep(0)
        gone.cancel()
        await asyncio.wait([gone])
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            _report.call(broken)  # an async callback
            _report.call(len, "abc")
        await asyncio.sleep(0)
        await asyncio.sleep(0)

    asyncio.run(main())
    assert [text.splitlines()[-1] for _, text in console] == ["ValueError: mine"] * 2

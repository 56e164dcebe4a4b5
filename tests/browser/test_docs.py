"""The examples in docs/ and in docstrings run unchanged in a page."""

import doctest
import importlib
import re
from pathlib import Path

import pytest
from pytest_pyodide import run_in_pyodide

from tests.unit.test_docstrings import PURE

ROOT = Path(__file__).resolve().parent.parent.parent
IN_A_PAGE = ("browser.ajax", "browser.ajax._functions", "browser.ajax._request")
SUSPENDED = re.compile(r"blocking=True.*timeout=")
"""WebKit has no JSPI: no time limit of a blocking request."""

PRINTED = re.compile(r"^ *print\(.*\)  # (.+)$", re.MULTILINE)
ELSEWHERE = ("testing.md", "testing-standin.md")
"""Tests for a desktop: tests/testing/test_guide.py and tests/unit/testing run them."""

FENCE = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)


def from_docs() -> dict[str, str]:
    found = {}
    for path in sorted((ROOT / "docs").rglob("*.md")):
        if path.name in ELSEWHERE:
            continue
        for number, code in enumerate(FENCE.findall(path.read_text()), 1):
            found[f"{path.relative_to(ROOT / 'docs')} {number}"] = code
    return found


def printed_by(code: str) -> list[str]:
    """The pattern of the expected output of an example: `print(x)  # 1 … 2`."""
    return [re.escape(text).replace("…", ".*") for text in PRINTED.findall(code)]


def from_docstrings() -> dict[str, str]:
    """The modules whose examples need a page. tests/unit/test_docstrings.py has the others."""
    found = {}
    for name in IN_A_PAGE:
        module = importlib.import_module(name)
        for test in doctest.DocTestFinder().find(module):
            if test.examples:
                found[test.name] = "".join(example.source for example in test.examples)
    return found


EXAMPLES = from_docs() | from_docstrings()


@run_in_pyodide
async def run(selenium, code, printed):
    import asyncio
    import contextlib
    import io
    import re

    import js
    from pyodide.code import eval_code_async
    from pyodide.ffi import to_js

    from browser import document, html

    document <= html.INPUT(type="file", id="choosefiles") + html.DIV(id="result")
    chosen = js.DataTransfer.new()
    chosen.items.add(js.File.new(to_js(["name,size"]), "table.csv"))
    document["choosefiles"].files = chosen.files
    before = len(js.logs)
    with contextlib.redirect_stdout(io.StringIO()) as out:
        await eval_code_async(code, {"__name__": "example"})
        from browser import timer
        from browser.ajax import _request

        for _ in range(500):
            if not (_request._in_flight or timer._waiting):
                break
            await asyncio.sleep(0.05)
    errors = [text for text in list(js.logs)[before:] if "Traceback" in str(text)]
    assert not errors, errors[0]
    lines = out.getvalue().splitlines()
    for pattern in printed:
        assert any(re.fullmatch(pattern, line) for line in lines), (pattern, lines)


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_runs_and_prints_what_it_says(selenium, example):
    code = EXAMPLES[example]
    if selenium.browser == "safari" and SUSPENDED.search(code):
        pytest.skip("Python cannot be suspended there")
    run(selenium, code, printed_by(code))


@run_in_pyodide
def run_doctest(selenium, name):
    import doctest
    import importlib

    result = doctest.testmod(importlib.import_module(name))
    assert result.attempted
    assert not result.failed


def is_for_pages(module):
    return module.startswith("browser.") and ".testing." not in module


@pytest.mark.parametrize("name", [name for name in PURE if is_for_pages(name)])
def test_examples_of_pure_modules_run_in_a_page_too(selenium, name):
    run_doctest(selenium, name)


def test_every_module_with_examples_is_covered():
    source = ROOT / "src"
    for path in source.rglob("*.py"):
        if ">>> " in path.read_text():
            name = ".".join(path.relative_to(source).with_suffix("").parts)
            name = name.removesuffix(".__init__")
            assert name in (*IN_A_PAGE, *PURE)

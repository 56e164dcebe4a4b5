"""The examples in docs/ and in docstrings run as they stand, in a page."""

import doctest
import importlib
import re
from pathlib import Path

import pytest
from pytest_pyodide import run_in_pyodide

from tests.unit.test_docstrings import PURE

ROOT = Path(__file__).resolve().parent.parent.parent
IN_A_PAGE = ("browser.ajax.functions", "browser.ajax.request")
ELSEWHERE = ("testing.md", "testing-standin.md")
"""Tests for a desktop: tests/testing/test_guide.py and tests/unit/testing run them."""

FENCE = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)


def from_docs() -> dict[str, str]:
    found = {}
    for path in sorted((ROOT / "docs").glob("*.md")):
        if path.name in ELSEWHERE:
            continue
        for number, code in enumerate(FENCE.findall(path.read_text()), 1):
            found[f"{path.name} {number}"] = code
    return found


def from_docstrings() -> dict[str, str]:
    """Of the modules whose examples need a page; tests/unit/test_docstrings.py has the others."""
    found = {}
    for name in IN_A_PAGE:
        module = importlib.import_module(name)
        for test in doctest.DocTestFinder().find(module):
            if test.examples:
                found[test.name] = "".join(example.source for example in test.examples)
    return found


EXAMPLES = from_docs() | from_docstrings()


@run_in_pyodide
async def run(selenium, code):
    import asyncio

    import js
    from pyodide.code import eval_code_async

    from browser import document, html

    document <= html.INPUT(type="file", id="choosefiles") + html.DIV(id="result")
    before = len(js.logs)
    await eval_code_async(code, {"__name__": "example"})
    from browser.ajax import request

    for _ in range(100):
        if not request._in_flight:
            break
        await asyncio.sleep(0.05)
    errors = [text for text in list(js.logs)[before:] if "Traceback" in str(text)]
    assert not errors, errors[0]


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_runs(selenium, example):
    run(selenium, EXAMPLES[example])


def test_every_module_with_examples_is_covered():
    source = ROOT / "src"
    for path in source.rglob("*.py"):
        if ">>> " in path.read_text():
            name = ".".join(path.relative_to(source).with_suffix("").parts)
            assert name in (*IN_A_PAGE, *PURE)

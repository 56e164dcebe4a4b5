"""The examples in the docstrings of pure modules."""

import doctest
import importlib

import pytest

PURE = (
    "browser._secrets",
    "browser.ajax._body",
    "browser.ajax._charset",
    "browser.ajax._content_type",
    "browser.ajax._url",
    "browser.page._source",
    "browser.testing._urls",
    "pyodide_browser_testing.artifacts",
    "pyodide_browser_testing.commands.build",
    "pyodide_browser_testing.hosting.findings",
    "pyodide_browser_testing.hosting.policy",
    "pyodide_browser_testing.migration.marks",
    "pyodide_browser_testing.migration.page",
    "pyodide_browser_testing.pages.needs",
    "pyodide_browser_testing.pages.rewriting",
    "pyodide_browser_testing.pages.runtime",
    "pyodide_browser_testing.pages.tags",
)


@pytest.mark.parametrize("name", PURE)
def test_examples(name):
    result = doctest.testmod(importlib.import_module(name))
    assert result.attempted
    assert not result.failed

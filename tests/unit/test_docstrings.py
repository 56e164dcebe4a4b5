"""The examples in the docstrings of pure modules."""

import doctest
import importlib

import pytest

PURE = (
    "browser.ajax.body",
    "browser.ajax.response",
    "browser.ajax.url",
    "browser.page.source",
    "browser.testing.urls",
)


@pytest.mark.parametrize("name", PURE)
def test_examples(name):
    result = doctest.testmod(importlib.import_module(name))
    assert result.attempted
    assert not result.failed

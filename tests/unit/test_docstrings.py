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
)


@pytest.mark.parametrize("name", PURE)
def test_examples(name):
    result = doctest.testmod(importlib.import_module(name))
    assert result.attempted
    assert not result.failed

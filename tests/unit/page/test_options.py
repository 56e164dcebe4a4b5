"""The options of `brython(options)`."""

import json
import warnings

import pytest

from browser.page import _options
from browser.page._options import as_json, configure


@pytest.fixture(autouse=True)
def options(monkeypatch):
    fresh = _options.Options()
    monkeypatch.setattr(_options, "options", fresh)
    return fresh


@pytest.mark.parametrize("value", ["lib other", ["lib", "other"]])
def test_lists_and_words(options, value):
    configure(json.dumps({"pythonpath": value, "ids": value}))
    assert (options.pythonpath, options.ids) == (["lib", "other"], ["lib", "other"])


def test_by_default_all_scripts_run(options):
    configure("{}")
    assert (options.pythonpath, options.ids) == ([], None)


def test_a_worker_gets_the_path(options):
    configure('{"pythonpath": "lib", "ids": "one"}')
    assert json.loads(as_json()) == {"pythonpath": ["lib"]}


def test_options_without_a_meaning_here_are_accepted(options):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        configure('{"debug": 1, "indexedDB": false, "cache": true}')


def test_an_unknown_option_is_a_warning_and_the_others_count(options):
    with pytest.warns(
        RuntimeWarning, match="unknown option 'pythonpaht'; known: pythonpath"
    ) as seen:
        configure('{"pythonpaht": "lib", "ids": "one"}')
    assert options.ids == ["one"]
    assert seen[0].filename == __file__

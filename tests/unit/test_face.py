"""The public names, and that the package imports on a desktop Python."""

import subprocess
import sys

import pytest

import browser
from browser import ajax, testing
from browser._host import NoBrowserError


@pytest.mark.parametrize("module", [browser, ajax, testing])
def test_all_is_sorted_and_every_name_in_it_exists_and_is_described(module):
    assert module.__all__ == sorted(module.__all__)
    assert module.__doc__
    assert set(module.__all__) <= set(dir(module))


def test_importing_asks_for_no_browser():
    code = "from browser import ajax; ajax.Ajax().bind('complete', print)"
    subprocess.run(
        [sys.executable, "-W", "error", "-c", code], check=True, env={"PYTHONPATH": "src"}
    )


def test_sending_without_a_browser_says_what_to_do():
    with pytest.raises(NoBrowserError, match=r"pyodide-browser\.js"):
        ajax.get("/x")

"""The public names, and that the package imports on a desktop Python."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import browser
from browser import HTMLNotAllowedError, NoBrowserError, ajax, html, svg, testing


@pytest.mark.parametrize("module", [browser, ajax, testing])
def test_all_is_sorted_and_every_name_in_it_exists_and_is_described(module):
    assert module.__all__ == sorted(module.__all__)
    assert module.__doc__
    assert set(module.__all__) <= set(dir(module))


def declared(module):
    """The names that checkers see and Python does not: those under `if TYPE_CHECKING`."""
    tree = ast.parse(Path(module.__file__).read_text())
    for branch in tree.body:
        if isinstance(branch, ast.If) and ast.unparse(branch.test) == "TYPE_CHECKING":
            for found in branch.body:
                if isinstance(found, ast.ClassDef):
                    yield found.name
                elif isinstance(found, ast.AnnAssign):
                    yield ast.unparse(found.target)
                elif isinstance(found, ast.ImportFrom):
                    yield from (alias.name for alias in found.names)


def test_checkers_know_every_name_of_browser():
    for_annotations = {"Document", "JSObject"}
    assert set(declared(browser)) - for_annotations == set(browser.__all__)


@pytest.mark.parametrize(("module", "more"), [(html, {"tags"}), (svg, set())])
def test_checkers_know_every_tag_and_no_other(module, more):
    assert sorted(declared(module)) == sorted({*module._NAMES, *more})


def test_errors_of_the_dom_are_names_of_browser():
    assert issubclass(NoBrowserError, RuntimeError)
    assert issubclass(HTMLNotAllowedError, TypeError)


def test_importing_asks_for_no_browser():
    code = "from browser import ajax; ajax.Ajax().bind('complete', print)"
    subprocess.run(
        [sys.executable, "-W", "error", "-c", code], check=True, env={"PYTHONPATH": "src"}
    )


def test_sending_without_a_browser_says_what_to_do():
    with pytest.raises(NoBrowserError, match=r"pyodide-browser\.js"):
        ajax.get("/x")

"""The later WebAssembly files: an early call of one of their functions waits for the file."""

import pytest

pytestmark = pytest.mark.quickstart
BLOCKING = """
    return performance.getEntriesByType('resource')
        .filter(({initiatorType}) => initiatorType === 'xmlhttprequest')
        .map(({name}) => name.match(/[^/]+[.]wasm/)?.[0])
        .filter(Boolean);
"""


def test_functions_of_both_files_in_the_first_statement(visit):
    """Called, calling back, suspending where the engine can, raising, and in a deep recursion."""
    assert visit.open("/pages/deferred.html") == []
    assert visit.said["log"] == ["2j", "outer", "inner", "math domain error", "too deep"]
    assert visit.js("return pyodideBrowser.start") == "snapshot"
    assert set(visit.js(BLOCKING)) == {"pyodide.next.wasm", "pyodide.deferred.wasm"}


def test_functions_of_the_next_file_in_the_first_statement(visit):
    assert visit.open("/pages/next.html") == []
    assert visit.said["log"] == ["(-4+2j)", "1000000000000000000000"]
    assert visit.js("return pyodideBrowser.start") == "snapshot"
    assert visit.js(BLOCKING) == ["pyodide.next.wasm"]


def test_documentation_comes_with_the_deferred_file(visit):
    """Of functions, methods, methods of classes, and operators of C."""
    assert visit.open("/pages/documentation.html") == []
    assert visit.said["log"] == [
        "sleep(seconds)",
        "True",
        "Return the number of items in a container.",
        "($module, obj, /)",
        "Concatenate any number of strings.",
        "($self, iterable, /)",
        "Create a new dictionary with keys from iterable and values set to value.",
        "($self, value, /)",
    ]
    assert "pyodide.deferred.wasm" in visit.js(BLOCKING)


@pytest.mark.parametrize(
    "page",
    ["start.html", "first.html?clock=2026-12-01T00:30", "first.html?clock=2028-02-29T23:59"],
)
def test_most_first_scripts_need_no_later_function(visit, page):
    """Otherwise each such page would wait for a file: take the profile anew."""
    assert visit.open(f"/profile/{page}") == []
    assert visit.js("return pyodideBrowser.start") == "snapshot"
    assert visit.js(BLOCKING) == []

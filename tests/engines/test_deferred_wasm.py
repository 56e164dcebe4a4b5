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


@pytest.mark.parametrize("page", ["start", "first"])
def test_most_first_scripts_need_no_later_function(visit, page):
    """Otherwise each such page would wait for a file: take the profile anew."""
    assert visit.open(f"/profile/{page}.html") == []
    assert visit.js("return pyodideBrowser.start") == "snapshot"
    assert visit.js(BLOCKING) == []

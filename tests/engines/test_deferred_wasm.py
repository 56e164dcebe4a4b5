"""The deferred WebAssembly file: an early call of one of its functions waits for it."""

import pytest

pytestmark = pytest.mark.quickstart
FILES = """
    return performance.getEntriesByType('resource')
        .filter(({name}) => name.includes('pyodide.deferred.wasm'))
        .map(({initiatorType}) => initiatorType);
"""


def test_deferred_functions_in_the_first_statement(visit):
    """Called, calling back, suspending where the engine can, raising, and in a deep recursion."""
    assert visit.open("/pages/deferred.html") == []
    assert visit.said["log"] == ["2j", "outer", "inner", "math domain error", "too deep"]
    assert visit.js("return pyodideBrowser.start") == "snapshot"
    assert visit.js(FILES)[0] == "xmlhttprequest"


def test_most_pages_need_no_deferred_function(visit):
    """Otherwise each such page would wait for the file."""
    assert visit.open("/pages/order.html") == []
    assert visit.js("return pyodideBrowser.start") == "snapshot"
    assert "xmlhttprequest" not in visit.js(FILES)

"""The half of the WebAssembly file that comes later: who calls a function of it earlier waits."""

FILES = """
    return performance.getEntriesByType('resource').filter(({name}) => name.includes('rest.wasm'))
        .map(({initiatorType}) => initiatorType);
"""


def test_functions_of_the_rest_in_the_first_statement(visit):
    """Called, calling back, suspending where the engine can, raising, and in a deep recursion."""
    assert visit.open("/pages/rest.html") == []
    assert visit.said["log"] == ["2j", "outer", "inner", "math domain error", "too deep"]
    assert visit.js("return pyodideBrowser.start") == "snapshot"
    assert visit.js(FILES)[0] == "xmlhttprequest"


def test_what_pages_usually_do_needs_no_rest(visit):
    """Else each such page would wait for it."""
    assert visit.open("/pages/order.html") == []
    assert visit.js("return pyodideBrowser.start") == "snapshot"
    assert "xmlhttprequest" not in visit.js(FILES)

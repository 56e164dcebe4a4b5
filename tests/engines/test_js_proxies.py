"""JsProxies have the same features in a page that starts from the snapshot: Pyodide is patched
to remember those of the platform's classes."""

import pytest


@pytest.mark.quickstart
def test_features(visit):
    assert visit.open("/engines/js_proxies.html") == []
    assert visit.js("return pyodideBrowser.start") == "snapshot"
    quick = visit.said["log"]
    assert visit.open("/engines/js_proxies_plain.html") == []
    assert visit.js("return pyodideBrowser.start") != "snapshot"
    assert quick == visit.said["log"]
    assert len(set(quick)) > 15

"""The memory snapshot: a first visit restores the packed memory and stores it as it was; the next
visit starts from that."""

import pytest

pytestmark = pytest.mark.quickstart
PAGE = "/pages/bundle.html"
FORGET = """
    const end = arguments[0];
    caches.keys()
        .then((names) => Promise.all(names.map((name) => caches.delete(name))))
        .then(() => end());
"""
STORED = """
    const end = arguments[0];
    (async () => {
        for (const name of await caches.keys()) {
            const cache = await caches.open(name);
            const urls = (await cache.keys()).map(({url}) => url);
            const url = urls.find((url) => url.includes("snapshot.bin"));
            const bytes = url && await (await cache.match(url)).arrayBuffer();
            if (bytes) return new TextDecoder().decode(bytes.slice(0, 4));
        }
        return "";
    })().then(end);
"""
REQUESTED = """
    return performance.getEntriesByType("resource")
        .some(({name}) => name.includes("snapshot.bin"));
"""


def test_a_visit_stores_the_restored_memory_and_the_next_one_starts_from_it(visit):
    visit.open(PAGE)
    visit.browser.execute_async_script(FORGET)
    for is_first in (True, False):
        assert visit.open(PAGE) == []
        assert visit.js("return pyodideBrowser.start") == "snapshot"
        assert visit.text("#result") == "Python runs"
        # In an automated session, WebKitGTK keeps a cache only while a page has it open.
        if visit.engine != "safari":
            assert visit.js(REQUESTED) is is_first
            visit.wait(lambda: visit.browser.execute_async_script(STORED) == "PBSm")
        assert visit.said == {"log": [], "warn": [], "error": []}

"""Where the browser keeps nothing for a page: in frames, in a private window."""

import pytest

from pyodide_browser_testing import browsers
from tests.engines.visit import Visit

pytestmark = pytest.mark.quickstart


def test_pages_start_in_frames_of_another_origin_and_in_sandboxed_ones(visit):
    visit.browser.get(f"{visit.server.other_origin}/engines/frames.html?{visit.server.origin}")
    frames = visit.global_("result")
    for name, frame in frames.items():
        assert frame["errors"] == [], name
        assert frame["warnings"] == [], name
        assert frame["start"] == "snapshot", name
    assert frames["third"]["told"] == ["answered", "kept"]
    denied = "NoBrowserError: the browser denies localStorage: a sandboxed frame has none"
    assert frames["sandboxed"]["told"] == ["answered", denied]


def test_pages_start_in_a_private_window(runtime, site):
    """Chromium's and WebKit's windows of these tests leave nothing behind, either."""
    if runtime != "firefox":
        pytest.skip("only Firefox differs")
    browser = browsers.start("firefox", "-private")
    try:
        browser.set_script_timeout(60)
        visit = Visit(browser, runtime, site)
        for _ in range(2):
            assert visit.open("/engines/framed.html") == []
            assert visit.js("return pyodideBrowser.start") == "snapshot"
            assert visit.js("return window.warnings") == []
            assert visit.js("return window.told") == ["answered", "kept"]
    finally:
        browser.quit()  # `browsers.stop` would kill new processes of the shared browser, too

"""`pyodide-browser build --offline`: a site without a network, its updates, its end."""

import time

import pytest
from click.testing import CliRunner
from selenium.common.exceptions import WebDriverException

from pyodide_browser_testing import browsers, programs
from pyodide_browser_testing.cli import main
from pyodide_browser_testing.publish.offline import WORKER
from pyodide_browser_testing.server import Server
from pyodide_browser_testing.site import Site
from tests import drivers
from tests.testing.commands import PATIENT, run_page

PAGE = """<!doctype html>
<meta http-equiv="Content-Security-Policy"
      content="default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'">
<script src="pyodide-browser.js"></script>
<script type="text/python" src="app.py"></script>
<p id="html">{0}</p><p id="python"></p>
"""
APP = """import asyncio, csv
from browser import document
document["python"].text = "{0}"
"""
NO_SCRIPT_URLS = "require-trusted-types-for 'script'; trusted-types 'none'"
READY = "pyodideBrowser.ready.then(({errors}) => arguments[0](errors))"
REQUEST = "fetch('').then(({status}) => arguments[0](status), arguments[0])"
DAMAGE = "navigator.serviceWorker.controller.postMessage('damage')"
DAMAGED = """
self.addEventListener("message", ({ data }) => {
  if (data === "damage") caches.open = caches.match = () => new Promise(() => {});
});
"""
STATE = """
const done = arguments[0];
navigator.serviceWorker.getRegistration().then((found) =>
  done(!found ? "none" : found.waiting ? "waiting" : found.active?.state ?? "installing"));
"""


class Visitor:
    """A site on a server that can be stopped and updated, and a browser."""

    def __init__(self, folder, driver):
        self.folder, self.driver, self.port = folder, driver, 0
        (folder / "app").mkdir()

    def build(self, version, *options):
        (self.folder / "app" / "index.html").write_text(PAGE.format(version))
        (self.folder / "app" / "app.py").write_text(APP.format(version))
        arguments = ["build", str(self.folder / "app"), "--out", str(self.folder / "public")]
        result = CliRunner().invoke(main, [*arguments, *options])
        assert result.exit_code == 0, result.output + result.stderr

    def server(self):
        site = Site(self.folder / "public", scripts=())
        return Server(site, "127.0.0.1", self.port)

    def visit(self):
        """Opens the page. Returns the versions of its HTML and of its Python."""
        self.driver.get(f"http://127.0.0.1:{self.port}/?query")
        return self.versions()

    def versions(self):
        deadline = time.monotonic() + float(PATIENT)
        while True:  # the service worker may reload the page
            try:
                errors = self.driver.execute_async_script(READY)
                if errors is None:  # so says Firefox
                    raise WebDriverException("the page was reloaded")
                assert errors == []
                return [self.driver.find_element("id", name).text for name in ("html", "python")]
            except WebDriverException:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.1)

    def visit_until(self, condition, versions):
        """Visits the page, each time longer and in one of these versions, until the condition is
        true: a browser looks for a new service worker when a page is opened."""
        seconds = 1
        while True:
            found = self.visit()
            assert found in [[one, one] for one in versions]
            if condition(found):
                return
            assert seconds < float(PATIENT), found
            time.sleep(seconds)
            seconds *= 2

    def wait_for_the_end(self):
        """Waits until the service worker is gone. The open page can send requests all the time."""
        deadline = time.monotonic() + float(PATIENT)
        while self.state() != "none":
            assert self.driver.execute_async_script(REQUEST) == 200
            assert time.monotonic() < deadline
            time.sleep(0.1)
        assert self.driver.execute_async_script(REQUEST) == 200

    def state(self):
        return self.driver.execute_async_script(STATE)


@pytest.fixture(params=programs.ENGINES)
def visitor(request, tmp_path):
    drivers.require(request.param)
    with browsers.start(request.param) as driver:
        yield Visitor(tmp_path, driver)


def test_a_site_works_offline_is_updated_and_ends(visitor):
    visitor.build("1", "--offline")
    with visitor.server() as server:
        visitor.port = server.port
        visitor.visit_until(lambda found: visitor.state() == "activated", "1")
    assert visitor.visit() == ["1", "1"]

    visitor.build("2", "--offline")
    with visitor.server():
        assert visitor.visit() == ["1", "1"]
        visitor.visit_until(lambda found: found == ["2", "2"], "12")
        visitor.visit_until(lambda found: visitor.state() == "activated", "2")
    assert visitor.visit() == ["2", "2"]

    visitor.build("3")
    with visitor.server():
        assert visitor.visit() == ["2", "2"]
        visitor.visit_until(lambda found: found == ["3", "3"], "23")
        visitor.wait_for_the_end()
        assert visitor.visit() == ["3", "3"]


def test_a_cache_that_never_answers_does_not_stop_the_page(tmp_path):
    drivers.require("chromium")
    with browsers.start("chromium") as driver:
        visitor = Visitor(tmp_path, driver)
        visitor.build("1", "--offline")
        worker = tmp_path / "public" / WORKER
        worker.write_text(DAMAGED + worker.read_text())
        for suffix in (".br", ".gz"):
            worker.with_name(WORKER + suffix).unlink()
        with visitor.server() as server:
            visitor.port = server.port
            visitor.visit_until(lambda found: visitor.state() == "activated", "1")
            assert visitor.visit() == ["1", "1"]
            driver.execute_script(DAMAGE)
            assert visitor.visit() == ["1", "1"]
            driver.execute_script(DAMAGE)  # raises if the page has no service worker


def test_a_policy_that_forbids_the_worker_is_a_warning(tmp_path):
    drivers.require("chromium")
    site = Visitor(tmp_path, None)
    site.build("1", "--offline")
    page = tmp_path / "public" / "index.html"
    page.write_text(page.read_text().replace("script-src", f"{NO_SCRIPT_URLS}; script-src"))
    ended = run_page("public/index.html", "--until=does not work offline", cwd=tmp_path)
    assert ended.returncode == 0, ended.stderr
    assert "the service worker could not be registered: " in ended.stderr

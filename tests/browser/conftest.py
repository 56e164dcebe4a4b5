"""Bodies of tests that run inside Pyodide in a real browser, on a page of the test server's origin.

A test marked `@run_in_pyodide` is sent to the page as a whole: it imports what it needs itself.
`guest.py` beside this file can be imported there; `urls` names the test server's origins.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytest_pyodide import runner

from tests import drivers
from tests.server import Log, TestServer

ROOT = Path(__file__).resolve().parent.parent.parent
drivers.set_up()
RUNNERS = {
    "chrome": runner.SeleniumChromeRunner,
    "firefox": runner.SeleniumFirefoxRunner,
    "safari": runner.SeleniumSafariRunner,
}
ADD_PAGE_MODULES = """
    const response = await fetch("pyodide_browser.zip");
    pyodide.FS.writeFile("/lib/pyodide_browser.zip", new Uint8Array(await response.arrayBuffer()));
"""
"""The modules that only pages have; the others come from the wheel."""


@pytest.fixture(scope="session")
def server() -> Iterator[TestServer]:
    """The HTTP server that the pages come from and that their requests go to."""
    with TestServer(static={"/pyodide": ROOT / ".build" / "test-pyodide"}) as running:
        yield running


@pytest.fixture(scope="session")
def web_server_main(server: TestServer) -> tuple[str, str, None]:
    """Replaces the server of pytest-pyodide: pages and requests share an origin."""
    host_and_port = server.origin.removeprefix("http://")
    host, _, port = host_and_port.partition(":")
    return host, f"{port}/pyodide", None


@pytest.fixture(scope="session", autouse=True)
def use_global_safari_service() -> None:
    """Replaces that of pytest-pyodide: "safari" is WebKitGTK here."""


@pytest.fixture(scope="module", autouse=True)
def browser_is_there(request: pytest.FixtureRequest) -> None:
    """Runs before the browser starts."""
    if "runtime" in request.fixturenames:
        drivers.require(request.getfixturevalue("runtime"))


@pytest.fixture
def urls(server: TestServer) -> dict[str, str]:
    """Origins: the page's own, another site, another origin of the same site, broken HTTP."""
    return {
        "own": server.origin,
        "other": server.other_origin,
        "same_site": server.same_site_origin,
        "raw": server.raw_origin,
    }


@pytest.fixture
def log(server: TestServer) -> Log:
    """The requests that the test server receives from now on."""
    server.log.clear()
    return server.log


@pytest.fixture(scope="session")
def pages() -> dict[str, Any]:
    """The pages that are open, by engine."""
    return {}


@pytest.fixture(scope="module")
def selenium_module_scope(
    request: pytest.FixtureRequest,
    runtime: str,
    web_server_main: tuple[str, str, None],
    pages: dict[str, Any],
) -> Iterator[Any]:
    """Instead of pytest-pyodide's, which opens one for every module: the engine's page, with
    guest.py in it and everything created that is created once. After a failure a new one."""
    if runtime not in pages:
        host, port, _ = web_server_main
        pages[runtime] = page = RUNNERS[runtime](port, host)
        guest = (Path(__file__).parent / "guest.py").read_text()
        page.run_js(f"pyodide.FS.writeFile('guest.py', {guest!r})")
        page.run_js(ADD_PAGE_MODULES)
        page.run_async("import guest; guest.add_page_modules(); await guest.warm_up()")
        page.enable_pyproxy_tracing()
    failed = request.session.testsfailed
    yield pages[runtime]
    if request.session.testsfailed > failed:
        pages.pop(runtime).quit()


@pytest.fixture(autouse=True)
def no_leaks(request: pytest.FixtureRequest) -> Iterator[None]:
    """After each test as many proxies of Python objects as before, and no request in the table."""
    if "selenium" not in request.fixturenames:
        yield
        return
    page = request.getfixturevalue("selenium_module_scope")
    page.run("import guest; guest.clear_page()")
    before = page.get_num_proxies()
    yield
    left_behind = set(page.run_async("import guest; await guest.left_behind()"))
    if page.browser == "chrome":  # whose garbage collector can be called
        page.run_js("for (let i = 0; i < 3; i++) { gc(); await sleep(0); }")
        if page.get_num_proxies() > before:
            left_behind.add("proxy")
    else:
        left_behind.discard("timer")
    assert not left_behind

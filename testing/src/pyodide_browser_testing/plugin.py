"""The pytest plugin: the fixture `python_page`, and what happens around a test."""

from __future__ import annotations

import inspect
import os
import signal
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.remote.webdriver import WebDriver
from starlette.types import ASGIApp
from urllib3.exceptions import HTTPError

from pyodide_browser_testing import browsers, coverage
from pyodide_browser_testing.coverage import CoverageUnavailable, PageCoverage
from pyodide_browser_testing.errors import ProjectError, TestingError
from pyodide_browser_testing.options import REMOTE, engines, pytest_addoption, pytest_report_header
from pyodide_browser_testing.page import PythonPage
from pyodide_browser_testing.project import Project, app_of, project_in
from pyodide_browser_testing.reports import PAGE, explained
from pyodide_browser_testing.server import Server
from pyodide_browser_testing.site import Site

__all__ = ["pytest_addoption", "pytest_report_header"]  # hooks of this plugin
CLEAR = "localStorage.clear(); sessionStorage.clear();"
PROJECT: pytest.StashKey[Project] = pytest.StashKey()


def pytest_configure(config: pytest.Config) -> None:
    engines(config)
    try:
        config.stash[PROJECT] = project_in(config.rootpath)
        if config.getoption("page_cov"):
            coverage.configured()
    except (ProjectError, CoverageUnavailable) as error:
        raise pytest.UsageError(str(error)) from None


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "page_engine" in metafunc.fixturenames:
        metafunc.parametrize("page_engine", engines(metafunc.config), scope="session")


@pytest.fixture(scope="session")
def python_page_folder(pytestconfig: pytest.Config) -> Path:
    """The folder of the pages: from the ini option of this name, from pyproject.toml, or from a
    fixture of yours."""
    folder = str(pytestconfig.getini("python_page_folder"))
    return pytestconfig.rootpath / folder if folder else pytestconfig.stash[PROJECT].pages


@pytest.fixture(scope="session")
def python_page_app(pytestconfig: pytest.Config) -> ASGIApp | None:
    """The back end of the pages: that of pyproject.toml. Define a fixture of this name that returns
    an ASGI app for another one."""
    project = pytestconfig.stash[PROJECT]
    return app_of(project.folder, project.app)


@pytest.fixture(scope="session")
def _page_coverage(
    pytestconfig: pytest.Config, python_page_folder: Path
) -> Iterator[PageCoverage | None]:
    if not pytestconfig.getoption("page_cov"):
        yield None
        return
    collected = PageCoverage(python_page_folder)
    yield collected
    collected.write()


@pytest.fixture(scope="session")
def _page_site(
    python_page_folder: Path,
    python_page_app: ASGIApp | None,
    _page_coverage: PageCoverage | None,
) -> Site:
    if _page_coverage is None:
        return Site(python_page_folder, python_page_app)
    site = Site(python_page_folder, python_page_app, ("record.js", coverage.SCRIPT))
    site.add_coverage = _page_coverage.add
    return site


@pytest.fixture(scope="session")
def _page_origin(_page_site: Site, pytestconfig: pytest.Config) -> Iterator[str]:
    name = str(pytestconfig.getoption("page_host"))
    with Server(_page_site, "localhost" if name == "localhost" else "0.0.0.0", name=name) as server:
        yield server.origin


@pytest.fixture(scope="session")
def _page_drivers() -> Iterator[Callable[[str], WebDriver]]:
    """The running browsers, by engine. Restarts a browser that has crashed."""
    started: dict[str, WebDriver] = {}

    def driver(engine: str) -> WebDriver:
        if engine in started and not is_alive(started[engine]):
            browsers.stop(started.pop(engine))
        if engine not in started:
            started[engine] = browsers.start(engine, remote=os.environ.get(REMOTE, ""))
        return started[engine]

    with ended_by_sigterm():
        yield driver
    for browser in started.values():
        browsers.stop(browser)


@contextmanager
def ended_by_sigterm() -> Iterator[None]:
    """Ends pytest on SIGTERM as on Ctrl-C, so that the browsers stop."""

    def end(number: int, frame: object) -> None:
        pytest.exit("terminated", 128 + number)

    if signal.getsignal(signal.SIGTERM) is not signal.SIG_DFL:
        yield
        return
    signal.signal(signal.SIGTERM, end)
    yield
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def is_alive(driver: WebDriver) -> bool:
    """Whether the browser still responds."""
    try:
        driver.get("about:blank")
    except Exception:
        return False
    return True


@pytest.fixture
def python_page(
    request: pytest.FixtureRequest,
    page_engine: str,
    _page_site: Site,
    _page_origin: str,
    _page_drivers: Callable[[str], WebDriver],
    _page_coverage: PageCoverage | None,
) -> Iterator[PythonPage]:
    """A page in the browser of `--page-engine`, without the windows, cookies and storage of other
    tests. The test fails if an error in the page is neither caught nor expected."""
    timeout = float(str(request.config.getini("python_page_timeout")))
    try:
        driver = _page_drivers(page_engine)
    except TestingError as error:
        pytest.fail(str(error), pytrace=False)
    window = driver.current_window_handle
    page = PythonPage(driver, _page_site, _page_origin, timeout)
    request.node.stash[PAGE] = page
    yield page
    if page.url:
        try:
            if _page_coverage is not None:
                _page_coverage.add(coverage.taken_from(driver))
            close_others(driver, window)
            driver.delete_all_cookies()
            driver.execute_script(CLEAR)
        except (WebDriverException, HTTPError, OSError):
            pass  # the browser crashed, or the page has no access to storage


def close_others(driver: WebDriver, window: str) -> None:
    """Closes all windows but one."""
    others = [handle for handle in driver.window_handles if handle != window]
    for handle in others:
        driver.switch_to.window(handle)
        driver.close()
    if others:
        driver.switch_to.window(window)


@pytest.hookimpl(wrapper=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> Generator[None, object, object]:
    with explained(pyfuncitem, pyfuncitem.path):
        result = yield
        if page := pyfuncitem.stash.get(PAGE, None):
            page.finish()
        return result


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(
    fixturedef: pytest.FixtureDef[Any], request: pytest.FixtureRequest
) -> Generator[None, object, object]:
    """Fixtures can open pages, too."""
    if not isinstance(request.node, pytest.Function):
        return (yield)
    with explained(request.node, Path(inspect.getfile(fixturedef.func))):
        return (yield)

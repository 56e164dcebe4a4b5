"""The pytest plugin: the fixture `python_page` and its options."""

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

from pyodide_browser_testing import browsers
from pyodide_browser_testing.errors import TestingError
from pyodide_browser_testing.page import PythonPage, first_line
from pyodide_browser_testing.server import Server
from pyodide_browser_testing.site import Site

PAGE: pytest.StashKey[PythonPage] = pytest.StashKey()
CLEAR = "localStorage.clear(); sessionStorage.clear();"
REMOTE = "SELENIUM_REMOTE_URL"


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("pyodide-browser", "pages of pyodide-browser")
    group.addoption(
        "--page-engine",
        default="chromium",
        metavar="ENGINE[,…]",
        help=f"the browser engine: {', '.join(browsers.ENGINES)}; separate several with commas",
    )
    group.addoption(
        "--page-host",
        default="localhost",
        help="the name of this machine for remote browsers (SELENIUM_REMOTE_URL)",
    )
    parser.addini(
        "python_page_folder", "the folder of the pages, relative to the rootdir", default="."
    )
    parser.addini(
        "python_page_timeout", "the limit of every wait for a page, in seconds", default="30"
    )


def engines(config: pytest.Config) -> list[str]:
    """Returns the engines of --page-engine. Raises pytest.UsageError if one is unknown."""
    wanted = [name.strip() for name in str(config.getoption("page_engine")).split(",")]
    for name in wanted:
        if name not in browsers.ENGINES:
            known = ", ".join(browsers.ENGINES)
            raise pytest.UsageError(f"--page-engine: unknown engine {name!r}: use {known}")
    return wanted


def pytest_configure(config: pytest.Config) -> None:
    engines(config)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "page_engine" in metafunc.fixturenames:
        metafunc.parametrize("page_engine", engines(metafunc.config), scope="session")


@pytest.fixture(scope="session")
def python_page_folder(pytestconfig: pytest.Config) -> Path:
    """The folder of the pages: from the ini option of this name, or from a fixture of yours."""
    return pytestconfig.rootpath / str(pytestconfig.getini("python_page_folder"))


@pytest.fixture(scope="session")
def python_page_app() -> ASGIApp | None:
    """The back end of the pages. Define a fixture of this name that returns an ASGI app."""
    return None


@pytest.fixture(scope="session")
def _page_site(python_page_folder: Path, python_page_app: ASGIApp | None) -> Site:
    return Site(python_page_folder, python_page_app)


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


@contextmanager
def explained(item: pytest.Function, file: Path) -> Iterator[None]:
    """Fails the test with the error of the page and the line of the test, without a traceback of
    this package."""
    try:
        yield
    except (TestingError, WebDriverException) as error:
        message = message_of(error)
        add_console(item, without=message)
        text = f"{message}\n\n{line_in(file, error, item)}"
        raise pytest.fail.Exception(text, pytrace=False) from None
    except BaseException:
        add_console(item)
        raise


def message_of(error: TestingError | WebDriverException) -> str:
    """Returns the message, without the stack of the driver."""
    if isinstance(error, TestingError):
        return str(error)
    return f"{type(error).__name__}: {first_line(error)}"


def line_in(file: Path, error: Exception, item: pytest.Function) -> str:
    """Returns the line of the file that raised the error, or the test if it was in the page."""
    shown, first, _ = item.location
    found = f"{shown}:{(first or 0) + 1}: {item.name}"
    step = error.__traceback__
    while step is not None:
        if step.tb_frame.f_code.co_filename == str(file):
            lines = file.read_text(encoding="utf-8").splitlines()
            name = os.path.relpath(file, item.config.invocation_params.dir)
            found = f"{name}:{step.tb_lineno}: {lines[step.tb_lineno - 1].strip()}"
        step = step.tb_next
    return found


def add_console(item: pytest.Function, without: str = "") -> None:
    """Adds the console to the report, if the page still responds, without lines of the message."""
    page = item.stash.get(PAGE, None)
    if page is None or not page.url:
        return
    try:
        lines = page.console
    except (TestingError, WebDriverException):
        return
    if shown := [f"{line.level}: {line.text}" for line in lines if line.text not in without]:
        item.add_report_section("call", "console of the page", "\n".join(shown))

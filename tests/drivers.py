"""The browsers of tests/browser and tests/engines: one process an engine for all tests.

The engines have pytest-pyodide's names: chrome, firefox, and safari, which here is WebKitGTK;
`require` knows ours, too. With SELENIUM_REMOTE_URL the browsers are those of that WebDriver server
or Selenium Grid.
"""

import atexit
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import pytest
from pytest_pyodide import get_global_config, runner
from selenium.webdriver.chrome.service import Service as ChromeService

from pyodide_browser_testing import browsers, programs

ENGINES = {"chrome": "chromium", "firefox": "firefox", "safari": "webkit"}
FLAGS = {"chrome": ("--js-flags=--expose-gc",)}
REMOTE = os.environ.get("SELENIUM_REMOTE_URL", "")
START = (
    "let pyodide = await loadPyodide({ fullStdLib: false, jsglobals: self });"
    "await pyodide.loadPackage('pyodide-browser');"
)


def set_up() -> None:
    """Makes pytest-pyodide use these."""
    # WebKit then collects garbage among all objects each time, not only among new ones.
    os.environ.update(SE_OFFLINE="true", JSC_useGenerationalGC="false")
    for engine in ENGINES:
        get_global_config().set_load_pyodide_script(engine, START)
    for engine in (
        runner.SeleniumChromeRunner,
        runner.SeleniumFirefoxRunner,
        runner.SeleniumSafariRunner,
    ):
        engine.get_driver = lambda self, jspi=False: browser(self.browser)
        engine.quit = lambda self: self.driver.get("about:blank")
        engine.script_timeout = 60


def require(engine: str) -> None:
    """A missing browser fails the tests in CI; elsewhere they are reported as not run."""
    absent = [] if REMOTE else programs.missing(ENGINES.get(engine, engine))
    if absent:
        what = f"not run: no {' and no '.join(absent)}; `make setup` as root installs it on Debian"
        if os.environ.get("CI"):
            pytest.fail(what)
        pytest.skip(what)


@cache
def browser(engine: str) -> Any:
    started = browsers.start(ENGINES[engine], *FLAGS.get(engine, ()), remote=REMOTE)
    atexit.register(browsers.stop, started)
    return started


@contextmanager
def server() -> Iterator[str]:
    """The URL of a WebDriver server, as a grid would have it."""
    service = ChromeService(shutil.which("chromedriver"))
    service.start()
    yield service.service_url
    service.stop()

"""The browsers that tests/browser and tests/engines run in: one process an engine for all tests.

The engines have pytest-pyodide's names: chrome, firefox, and safari, which here is WebKitGTK. With
SELENIUM_REMOTE_URL the browsers are those of that Selenium Grid.
"""

import atexit
import os
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pytest_pyodide import get_global_config, runner
from selenium import webdriver
from selenium.webdriver.common.options import ArgOptions
from selenium.webdriver.remote.client_config import ClientConfig
from selenium.webdriver.remote.remote_connection import RemoteConnection
from selenium.webdriver.webkitgtk.service import Service

from tools import chromium

ROOT = Path(__file__).resolve().parent.parent
PATH = os.pathsep.join([str(ROOT / ".build"), os.environ["PATH"]])
"""Where drivers are; `make setup` puts geckodriver into .build/."""

MINI_BROWSER = "/usr/lib/*-linux-gnu/webkit2gtk-4.1/MiniBrowser"
NEEDED = {
    "chrome": ("chromium", "chromedriver"),
    "firefox": ("firefox-esr", "geckodriver"),
    "safari": ("WebKitWebDriver", "Xvfb"),
}
REMOTE = os.environ.get("SELENIUM_REMOTE_URL")
START = (
    "let pyodide = await loadPyodide({ fullStdLib: false, jsglobals: self });"
    "await pyodide.loadPackage('pyodide-browser');"
)


def set_up() -> None:
    """Makes pytest-pyodide use these."""
    os.environ |= {"SE_OFFLINE": "true", "SE_AVOID_STATS": "true"}
    for command in ("chromedriver", "geckodriver"):
        os.environ[f"SE_{command.upper()}"] = shutil.which(command, path=PATH) or ""
    for engine in NEEDED:
        get_global_config().set_load_pyodide_script(engine, START)
    for engine in (
        runner.SeleniumChromeRunner,
        runner.SeleniumFirefoxRunner,
        runner.SeleniumSafariRunner,
    ):
        engine.get_driver = lambda self, jspi=False: browser(self.browser)
        engine.quit = lambda self: self.driver.get("about:blank")
        engine.script_timeout = 60


def missing(engine: str) -> list[str]:
    return [] if REMOTE else [name for name in NEEDED[engine] if not shutil.which(name, path=PATH)]


def require(engine: str) -> None:
    """A missing browser fails the tests in CI; elsewhere they are reported as not run."""
    if absent := missing(engine):
        what = f"not run: no {' and no '.join(absent)}; `make setup` as root installs it on Debian"
        if os.environ.get("CI"):
            pytest.fail(what)
        pytest.skip(what)


@cache
def browser(engine: str) -> Any:
    started = remote(engine, REMOTE) if REMOTE else START_OF[engine]()
    atexit.register(started.quit)
    return started


def remote(engine: str, url: str) -> Any:
    connection = RemoteConnection(client_config=ClientConfig(remote_server_addr=url))
    return webdriver.Remote(command_executor=connection, options=OPTIONS_OF[engine]())


def chrome_options() -> ArgOptions:
    return with_arguments(webdriver.ChromeOptions(), *chromium.FLAGS, "--js-flags=--expose-gc")


def firefox_options() -> ArgOptions:
    return with_arguments(webdriver.FirefoxOptions(), "--headless")


def webkit_options() -> ArgOptions:
    options = webdriver.WebKitGTKOptions()
    found = [str(path) for path in Path("/").glob(MINI_BROWSER.lstrip("/"))]
    options.binary_location = found[0] if found else ""
    return with_arguments(options, "--automation")


def with_arguments(options: Any, *arguments: str) -> Any:
    for argument in arguments:
        options.add_argument(argument)
    return options


def start_webkit() -> Any:
    environment = {**os.environ, **screen(), "LC_ALL": "C.UTF-8"}
    driver = Service("WebKitWebDriver", env=environment)
    driver.start()
    atexit.register(driver.stop)
    return remote("safari", driver.service_url)


def screen() -> dict[str, str]:
    """A screen of our own: MiniBrowser has no headless mode."""
    reading, writing = os.pipe()
    command = [
        "Xvfb",
        "-displayfd",
        str(writing),
        "-screen",
        "0",
        "1280x1024x24",
        "-nolisten",
        "tcp",
    ]
    process = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    atexit.register(process.kill)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        return {"DISPLAY": f":{pipe.readline().strip()}"}


OPTIONS_OF = {"chrome": chrome_options, "firefox": firefox_options, "safari": webkit_options}
START_OF = {
    "chrome": lambda: webdriver.Chrome(options=chrome_options()),
    "firefox": lambda: webdriver.Firefox(options=firefox_options()),
    "safari": start_webkit,
}

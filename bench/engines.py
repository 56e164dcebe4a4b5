"""The three engines, each in a fresh profile, driven by selenium."""

import atexit
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from selenium import webdriver
from selenium.webdriver.firefox.service import Service as FirefoxService
from selenium.webdriver.remote.client_config import ClientConfig
from selenium.webdriver.remote.remote_connection import RemoteConnection
from selenium.webdriver.webkitgtk.service import Service as WebKitService

from tools import chromium

ROOT = Path(__file__).resolve().parent.parent
PATH = os.pathsep.join([str(ROOT / ".build"), os.environ["PATH"]])
"""Where drivers are; `make setup` puts geckodriver into .build/."""

NEEDED = {
    "chromium": ("chromium", "chromedriver"),
    "firefox": ("firefox-esr", "geckodriver"),
    "webkit": ("WebKitWebDriver", "Xvfb"),
}
MINI_BROWSER = "usr/lib/*-linux-gnu/webkit2gtk-4.*/MiniBrowser"
TIMEOUT = 120


def missing(engine: str) -> list[str]:
    return [name for name in NEEDED[engine] if not shutil.which(name, path=PATH)]


@contextmanager
def browser(engine: str) -> Iterator[Any]:
    started = {"chromium": chromium.start, "firefox": firefox, "webkit": webkit}[engine]()
    try:
        started.set_script_timeout(TIMEOUT)
        yield started
    finally:
        started.quit()


def firefox() -> Any:
    options = webdriver.FirefoxOptions()
    options.add_argument("--headless")
    return webdriver.Firefox(
        options=options, service=FirefoxService(shutil.which("geckodriver", path=PATH))
    )


_webkit_drivers: list[WebKitService] = []


def webkit() -> Any:
    if not _webkit_drivers:
        # Brython does not start where the browser has no language.
        environment = {**os.environ, **screen(), "LC_ALL": "C.UTF-8", "LANGUAGE": "en_US"}
        driver = WebKitService("WebKitWebDriver", env=environment)
        driver.start()
        atexit.register(driver.stop)
        _webkit_drivers.append(driver)
    options = webdriver.WebKitGTKOptions()
    options.binary_location = str(next(Path("/").glob(MINI_BROWSER)))
    options.add_argument("--automation")
    config = ClientConfig(remote_server_addr=_webkit_drivers[0].service_url)
    return webdriver.Remote(RemoteConnection(client_config=config), options=options)


def screen() -> dict[str, str]:
    """A screen of our own: MiniBrowser has no headless mode."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x1024x24"]
    process = subprocess.Popen(
        [*command, "-nolisten", "tcp"], pass_fds=[writing], stderr=subprocess.DEVNULL
    )
    atexit.register(process.kill)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        return {"DISPLAY": f":{pipe.readline().strip()}"}

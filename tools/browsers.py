"""Chromium, Firefox and WebKitGTK without a screen, each start in a fresh profile; by selenium."""

import atexit
import os
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

from selenium import webdriver
from selenium.webdriver.chrome.service import Service as ChromeService
from selenium.webdriver.firefox.service import Service as FirefoxService
from selenium.webdriver.remote.client_config import ClientConfig
from selenium.webdriver.remote.remote_connection import RemoteConnection
from selenium.webdriver.webkitgtk.service import Service as WebKitService

ROOT = Path(__file__).resolve().parent.parent
PATH = os.pathsep.join([str(ROOT / ".build"), os.environ["PATH"]])
"""Where drivers are; `make setup` puts geckodriver into .build/."""

HEADED = bool(os.environ.get("HEADED"))
"""Shows the browsers."""

NEEDED = {
    "chromium": ("chromium", "chromedriver"),
    "firefox": ("firefox-esr", "geckodriver"),
    "webkit": ("WebKitWebDriver", "Xvfb"),
}
MINI_BROWSER = "usr/lib/*-linux-gnu/webkit2gtk-4.*/MiniBrowser"
CHROMIUM_FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
)
"""Also as root, and without asking anybody for anything."""


def missing(engine: str) -> list[str]:
    return [name for name in NEEDED[engine] if not shutil.which(name, path=PATH)]


def start(engine: str = "chromium", *flags: str, remote: str = "", timeout: float = 120) -> Any:
    """`remote`: the URL of a WebDriver server or grid, instead of this machine's own browsers.
    `timeout`, in seconds, is that of scripts. Leaving it as a context manager quits the browser."""
    options = {"chromium": _chromium, "firefox": _firefox, "webkit": _webkit}[engine](flags)
    if remote or engine == "webkit":
        config = ClientConfig(remote_server_addr=remote or _webkit_driver())
        browser: Any = webdriver.Remote(RemoteConnection(client_config=config), options=options)
    elif engine == "chromium":
        driver = shutil.which("chromedriver", path=PATH)
        browser = webdriver.Chrome(options=options, service=ChromeService(driver))
    else:
        driver = shutil.which("geckodriver", path=PATH)
        browser = webdriver.Firefox(options=options, service=FirefoxService(driver))
    browser.set_script_timeout(timeout)
    return browser


def _chromium(flags: tuple[str, ...]) -> Any:
    return _with(webdriver.ChromeOptions(), *CHROMIUM_FLAGS, *flags)


def _firefox(flags: tuple[str, ...]) -> Any:
    return _with(webdriver.FirefoxOptions(), "--headless", *flags)


def _webkit(flags: tuple[str, ...]) -> Any:
    options = webdriver.WebKitGTKOptions()
    options.binary_location = str(next(Path("/").glob(MINI_BROWSER), ""))
    return _with(options, "--automation", *flags)


def _with(options: Any, *arguments: str) -> Any:
    for argument in arguments:
        if not (HEADED and argument.startswith("--headless")):
            options.add_argument(argument)
    return options


@cache
def _webkit_driver() -> str:
    """The URL of the one driver, whose browsers are on a screen of its own."""
    # Brython does not start where the browser has no language.
    environment = {
        **os.environ,
        **({} if HEADED else _screen()),
        "LC_ALL": "C.UTF-8",
        "LANGUAGE": "en_US",
    }
    driver = WebKitService("WebKitWebDriver", env=environment)
    driver.start()
    atexit.register(driver.stop)
    return str(driver.service_url)


def _screen() -> dict[str, str]:
    """MiniBrowser has no headless mode."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x1024x24"]
    process = subprocess.Popen(
        [*command, "-nolisten", "tcp"], pass_fds=[writing], stderr=subprocess.DEVNULL
    )
    atexit.register(process.kill)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        return {"DISPLAY": f":{pipe.readline().strip()}"}

"""Chromium, Firefox and WebKitGTK without a screen, each start in a fresh profile; by selenium."""

import contextlib
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.chrome.service import Service as ChromeService
from selenium.webdriver.firefox.service import Service as FirefoxService
from selenium.webdriver.remote.client_config import ClientConfig
from selenium.webdriver.remote.file_detector import UselessFileDetector
from selenium.webdriver.remote.remote_connection import RemoteConnection
from selenium.webdriver.webkitgtk.service import Service as WebKitService

from pyodide_browser_testing.errors import NoBrowser

ENGINES = ("chromium", "firefox", "webkit")
LOCAL = Path(__file__).resolve().parents[3] / ".build"
"""In the repository `make setup` puts geckodriver there."""

NAMES = {
    "chromium": ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome"),
    "firefox": ("firefox-esr", "firefox"),
    "webkit": ("WebKitWebDriver",),
}
"""Commands, of which one must be there."""

DRIVERS = {"chromium": "chromedriver", "firefox": "geckodriver", "webkit": "Xvfb"}
PACKAGES = {
    "chromium": "chromium chromium-driver",
    "firefox": "firefox-esr",
    "webkit": "webkit2gtk-driver xvfb",
}
"""Of Debian."""

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

HEADED = bool(os.environ.get("HEADED"))
"""Shows the browsers."""

OWN_SESSION = {"start_new_session": True}
"""A Ctrl-C in the terminal is ours: we end the browser, it does not end half of itself."""

PATIENCE = 10
"""Seconds in which a browser quits by itself."""


def missing(engine: str) -> list[str]:
    """The commands that are not there. A driver that is not there is Selenium Manager's affair,
    unless it may not ask anybody (SE_OFFLINE)."""
    absent = [] if _browser(engine) else [NAMES[engine][0]]
    alone = engine == "webkit" or os.environ.get("SE_OFFLINE") == "true"
    if alone and not _find(DRIVERS[engine]):
        absent.append(DRIVERS[engine])
    return absent


def start(engine: str = "chromium", *flags: str, remote: str = "", timeout: float = 120) -> Any:
    """`remote`: the URL of a WebDriver server or grid, instead of this machine's own browsers.
    `timeout`, in seconds, is that of scripts. Leaving it as a context manager quits the browser.

    Raises NoBrowser, which says how to get it.
    """
    os.environ.setdefault("SE_AVOID_STATS", "true")
    options = {"chromium": _chromium, "firefox": _firefox, "webkit": _webkit}[engine](flags)
    before = _descendants()
    try:
        if remote:
            config = ClientConfig(remote_server_addr=remote)
            browser: Any = webdriver.Remote(RemoteConnection(client_config=config), options=options)
        else:
            browser = _start_here(engine, options)
            browser.started = [one for one in _descendants() if one not in before]
    except BaseException as error:
        _kill([process for process in _descendants() if process not in before])
        if isinstance(error, (WebDriverException, OSError)):
            raise NoBrowser(_advice(engine, remote, str(error))) from error
        raise
    browser.set_script_timeout(timeout)
    return browser


def stop(browser: Any) -> None:
    """Quits it, and leaves no process behind, however the browser is."""
    processes = _processes(browser)
    with kill_after(PATIENCE, browser), contextlib.suppress(Exception):
        browser.quit()
    _kill(processes)


@contextlib.contextmanager
def kill_after(seconds: float, browser: Any) -> Iterator[threading.Event]:
    """For calls that a browser may never answer: its processes are killed then, so that the call
    fails. The event says whether that was so."""
    fired = threading.Event()

    def fire() -> None:
        fired.set()
        _kill(_processes(browser))

    timer = threading.Timer(seconds, fire)
    timer.daemon = True
    timer.start()
    try:
        yield fired
    finally:
        timer.cancel()


def _advice(engine: str, remote: str, detail: str) -> str:
    first = detail.strip().splitlines()[0] if detail.strip() else "it does not start"
    if remote:
        return f"no {engine} at the WebDriver server that SELENIUM_REMOTE_URL names: {first}"
    if absent := missing(engine):
        first = f"there is no {' and no '.join(absent)} on PATH"
    return f"no {engine}: {first} (Debian: apt-get install {PACKAGES[engine]})"


def _start_here(engine: str, options: Any) -> Any:
    if absent := missing(engine):
        if sys.platform == "linux" or engine == "webkit":
            raise FileNotFoundError(absent)
    elif engine != "webkit":
        options.binary_location = _browser(engine)
    if engine == "webkit":
        return _WebKitGTK(options)
    driver = _find(DRIVERS[engine])
    if engine == "chromium":
        return webdriver.Chrome(options, ChromeService(driver, popen_kw=OWN_SESSION))
    return webdriver.Firefox(options, FirefoxService(driver, popen_kw=OWN_SESSION))


def _browser(engine: str) -> str:
    return next(filter(None, map(_find, NAMES[engine])), "")


def _find(command: str) -> str | None:
    return shutil.which(command) or shutil.which(command, path=str(LOCAL))


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


class _WebKitGTK(webdriver.Remote):
    """With a screen of its own: MiniBrowser has no headless mode. Selenium's class of this name
    makes its connection in a deprecated way."""

    def __init__(self, options: Any) -> None:
        self._screen = None if HEADED else _Screen()
        display = os.environ.get("DISPLAY", "") if self._screen is None else self._screen.display
        # Brython does not start where the browser has no language.
        language = {"LC_ALL": "C.UTF-8", "LANGUAGE": "en_US"}
        environment = {**os.environ, **language, "DISPLAY": display}
        self.service = WebKitService(
            _find("WebKitWebDriver"), env=environment, popen_kw=OWN_SESSION
        )
        self.service.start()
        config = ClientConfig(remote_server_addr=self.service.service_url)
        here = UselessFileDetector()  # files are not sent: the browser reads them itself
        super().__init__(
            RemoteConnection(client_config=config), options=options, file_detector=here
        )

    def quit(self) -> None:
        try:
            super().quit()
        finally:
            self.service.stop()
            if self._screen is not None:
                self._screen.stop()


class _Screen:
    """`display` is what DISPLAY is to be."""

    def __init__(self) -> None:
        reading, writing = os.pipe()
        command = [str(_find("Xvfb")), "-displayfd", str(writing), "-screen", "0", "1280x1024x24"]
        self._process = subprocess.Popen(
            [*command, "-nolisten", "tcp"],
            pass_fds=[writing],
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        os.close(writing)
        with os.fdopen(reading) as pipe:
            self.display = f":{pipe.readline().strip()}"

    def stop(self) -> None:
        self._process.kill()
        self._process.wait()


def _descendants() -> list[psutil.Process]:
    return psutil.Process().children(recursive=True)


def _processes(browser: Any) -> list[psutil.Process]:
    """The driver, the browser, and what they have started, also where the driver has crashed; none
    of a browser elsewhere."""
    found: list[psutil.Process] = []
    for process in getattr(browser, "started", ()):
        with contextlib.suppress(psutil.NoSuchProcess):
            found += [process, *process.children(recursive=True)]
    return found


def _kill(processes: list[psutil.Process]) -> None:
    for process in processes:
        with contextlib.suppress(psutil.NoSuchProcess):
            process.kill()
    psutil.wait_procs(processes, timeout=PATIENCE)

"""Starts headless Chromium, Firefox and WebKitGTK with selenium, each in a new profile."""

import contextlib
import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from weakref import WeakKeyDictionary

import psutil
from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.chrome.service import Service as ChromeService
from selenium.webdriver.common.driver_finder import DriverFinder
from selenium.webdriver.firefox.service import Service as FirefoxService
from selenium.webdriver.remote.client_config import ClientConfig
from selenium.webdriver.remote.file_detector import UselessFileDetector
from selenium.webdriver.remote.remote_connection import RemoteConnection
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.webkitgtk.service import Service as WebKitService

from pyodide_browser_testing.errors import BrowserNotFound
from pyodide_browser_testing.programs import (
    DRIVERS,
    ENGINES,
    PACKAGES,
    driver_of,
    find,
    missing,
    program_of,
)

Options = webdriver.ChromeOptions | webdriver.FirefoxOptions | webdriver.WebKitGTKOptions

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
    "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup",
)
"""Flags to run as root, without requests of the browser itself, and without processes for the
suggestions of its address bar."""

HEADED: bool = bool(os.environ.get("HEADED"))
"""Whether to show the browsers."""

OWN_SESSION: Mapping[str, bool] = {"start_new_session": True}
"""Ctrl-C in the terminal must not reach the browser: this module stops it."""

QUIT_TIMEOUT = 10
"""Seconds that a browser may take to quit, before its processes are killed."""

_started: WeakKeyDictionary[WebDriver, list[psutil.Process]] = WeakKeyDictionary()
"""The processes of each browser on this machine."""


def start(
    engine: str = "chromium", *flags: str, remote: str = "", timeout: float = 120
) -> WebDriver:
    """Starts a browser and returns selenium's driver, which as a context manager quits the browser.

    `remote` is the URL of a WebDriver server or Selenium Grid, to use its browsers. `timeout` is
    the limit for scripts, in seconds. Raises BrowserNotFound, with the packages to install.
    """
    os.environ.setdefault("SE_AVOID_STATS", "true")
    options = _options(engine, flags)
    before = _descendants()
    try:
        if remote:
            config = ClientConfig(remote_server_addr=remote)
            browser: WebDriver = webdriver.Remote(
                RemoteConnection(client_config=config), options=options
            )
        else:
            browser = _start_here(engine, options)
            _started[browser] = [one for one in _descendants() if one not in before]
    except BaseException as error:
        _kill([process for process in _descendants() if process not in before])
        if isinstance(error, (WebDriverException, OSError)):
            raise BrowserNotFound(_advice(engine, remote, str(error))) from error
        raise
    browser.set_script_timeout(timeout)
    return browser


def stop(browser: WebDriver) -> None:
    """Quits the browser and kills all its processes, even if it hangs or has crashed."""
    processes = _processes(browser)
    with kill_after(QUIT_TIMEOUT, browser), contextlib.suppress(Exception):
        browser.quit()
    _kill(processes)


@contextlib.contextmanager
def kill_after(seconds: float, browser: WebDriver) -> Iterator[threading.Event]:
    """Kills the browser if the block takes longer, so that calls to a hanging browser fail. The
    event is set if this happened."""
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
    first = detail.strip().splitlines()[0] if detail.strip() else "the browser does not start"
    if remote:
        return f"no {engine} at the WebDriver server of SELENIUM_REMOTE_URL: {first}"
    if absent := missing(engine):
        first = f"no {' and no '.join(absent)} on PATH"
    elif not find(DRIVERS[engine]):
        return f"cannot start {engine}: {_no_driver(engine)}"
    return f"cannot start {engine}: {first} (Debian: apt-get install {PACKAGES[engine]})"


def _start_here(engine: str, options: Options) -> WebDriver:
    absent = missing(engine)
    if absent and (sys.platform == "linux" or engine == "webkit"):
        raise FileNotFoundError(absent)
    driver = driver_of(engine)
    if isinstance(options, webdriver.ChromeOptions):
        return webdriver.Chrome(options, ChromeService(driver, popen_kw=OWN_SESSION))
    if isinstance(options, webdriver.FirefoxOptions):
        return webdriver.Firefox(options, FirefoxService(driver, popen_kw=OWN_SESSION))
    return _WebKitGTK(options)


@cache
def installed() -> Mapping[str, str]:
    """Returns engine → "" if this machine has the browser and its driver, or what is missing.
    Downloads a missing driver."""
    return {engine: _not_installed(engine) for engine in ENGINES}


def _not_installed(engine: str) -> str:
    if absent := missing(engine):
        return f"no {' and no '.join(absent)}"
    if engine == "webkit" or find(DRIVERS[engine]):
        return ""
    service = ChromeService() if engine == "chromium" else FirefoxService()
    try:
        DriverFinder(service, _options(engine, ())).get_driver_path()
    except WebDriverException:
        return _no_driver(engine)
    return ""


def _no_driver(engine: str) -> str:
    return f"no {DRIVERS[engine]} on PATH, and selenium cannot download it"


def _options(engine: str, flags: tuple[str, ...]) -> Options:
    options = {"chromium": _chromium, "firefox": _firefox, "webkit": _webkit}[engine](flags)
    if engine != "webkit" and not missing(engine):
        options.binary_location = program_of(engine)
    return options


def _chromium(flags: tuple[str, ...]) -> Options:
    return _with(webdriver.ChromeOptions(), *CHROMIUM_FLAGS, *flags)


def _firefox(flags: tuple[str, ...]) -> Options:
    return _with(webdriver.FirefoxOptions(), "--headless", *flags)


def _webkit(flags: tuple[str, ...]) -> Options:
    options = webdriver.WebKitGTKOptions()
    options.binary_location = str(next(Path("/").glob(MINI_BROWSER), ""))
    return _with(options, "--automation", *flags)


def _with(options: Options, *arguments: str) -> Options:
    for argument in arguments:
        if not (HEADED and argument.startswith("--headless")):
            options.add_argument(argument)
    return options


class _WebKitGTK(webdriver.Remote):
    """WebKitGTK on its own virtual screen, because MiniBrowser has no headless mode. Selenium's
    class of this name uses a deprecated connection."""

    def __init__(self, options: webdriver.WebKitGTKOptions) -> None:
        self._screen = None if HEADED else _Screen()
        display = os.environ.get("DISPLAY", "") if self._screen is None else self._screen.display
        # Brython does not start if the browser has no language.
        language = {"LC_ALL": "C.UTF-8", "LANGUAGE": "en_US"}
        environment = {**os.environ, **language, "DISPLAY": display}
        self.service = WebKitService(find("WebKitWebDriver"), env=environment, popen_kw=OWN_SESSION)
        self.service.start()
        config = ClientConfig(remote_server_addr=self.service.service_url)
        here = UselessFileDetector()  # the browser reads files itself
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
    """A virtual screen. `display` is the value for DISPLAY."""

    def __init__(self) -> None:
        reading, writing = os.pipe()
        command = [str(find("Xvfb")), "-displayfd", str(writing), "-screen", "0", "1280x1024x24"]
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


def _processes(browser: WebDriver) -> list[psutil.Process]:
    """Returns the driver, the browser and their child processes, even if the driver has crashed.
    Returns none for a remote browser."""
    found: list[psutil.Process] = []
    for process in _started.get(browser, ()):
        with contextlib.suppress(psutil.NoSuchProcess):
            found += [process, *process.children(recursive=True)]
    return found


def _kill(processes: list[psutil.Process]) -> None:
    for process in processes:
        with contextlib.suppress(psutil.NoSuchProcess):
            process.kill()
    psutil.wait_procs(processes, timeout=QUIT_TIMEOUT)

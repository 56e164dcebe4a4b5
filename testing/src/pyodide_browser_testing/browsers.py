"""Starts headless Chromium, Firefox and WebKitGTK with selenium, each in a new profile."""

import contextlib
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from weakref import WeakKeyDictionary

import psutil
from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.chrome.service import Service as ChromeService
from selenium.webdriver.firefox.service import Service as FirefoxService
from selenium.webdriver.remote.client_config import ClientConfig
from selenium.webdriver.remote.file_detector import UselessFileDetector
from selenium.webdriver.remote.remote_connection import RemoteConnection
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.webkitgtk.service import Service as WebKitService

from pyodide_browser_testing import playwright
from pyodide_browser_testing.errors import BrowserNotFound

Options = webdriver.ChromeOptions | webdriver.FirefoxOptions | webdriver.WebKitGTKOptions

ENGINES: tuple[str, ...] = ("chromium", "firefox", "webkit")
LOCAL: Path = Path(__file__).resolve().parents[3] / ".build"
"""The folder where `make setup` installs geckodriver in the repository."""

NAMES: Mapping[str, tuple[str, ...]] = {
    "chromium": ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome"),
    "firefox": ("firefox-esr", "firefox"),
    "webkit": ("WebKitWebDriver",),
}
"""The possible commands of each browser."""

DRIVERS = {"chromium": "chromedriver", "firefox": "geckodriver", "webkit": "Xvfb"}
PACKAGES = {
    "chromium": "chromium chromium-driver",
    "firefox": "firefox-esr",
    "webkit": "webkit2gtk-driver xvfb",
}
"""The packages of Debian."""

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
"""Flags to run as root and without requests of the browser itself."""

HEADED: bool = bool(os.environ.get("HEADED"))
"""Whether to show the browsers."""

OWN_SESSION: Mapping[str, bool] = {"start_new_session": True}
"""Ctrl-C in the terminal must not reach the browser: this module stops it."""

QUIT_TIMEOUT = 10
"""Seconds that a browser may take to quit, before its processes are killed."""

_started: WeakKeyDictionary[WebDriver, list[psutil.Process]] = WeakKeyDictionary()
"""The processes of each browser on this machine."""


def missing(engine: str) -> list[str]:
    """Returns the missing commands. Ignores a missing driver if Selenium Manager can download it
    (not with SE_OFFLINE=true)."""
    absent = [] if _browser(engine) else [NAMES[engine][0]]
    offline = engine == "webkit" or os.environ.get("SE_OFFLINE") == "true"
    if offline and not _find(DRIVERS[engine]):
        absent.append(DRIVERS[engine])
    return absent


def start(
    engine: str = "chromium", *flags: str, remote: str = "", timeout: float = 120
) -> WebDriver:
    """Starts a browser and returns selenium's driver, which as a context manager quits the browser.

    `remote` is the URL of a WebDriver server or Selenium Grid, to use its browsers. `timeout` is
    the limit for scripts, in seconds. Raises BrowserNotFound, with the packages to install.
    """
    os.environ.setdefault("SE_AVOID_STATS", "true")
    options = {"chromium": _chromium, "firefox": _firefox, "webkit": _webkit}[engine](flags)
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
    return f"cannot start {engine}: {first} (Debian: apt-get install {PACKAGES[engine]})"


def _start_here(engine: str, options: Options) -> WebDriver:
    if absent := missing(engine):
        if sys.platform == "linux" or engine == "webkit":
            raise FileNotFoundError(absent)
    elif engine != "webkit":
        options.binary_location = _browser(engine)
    driver = _find(DRIVERS[engine])
    if isinstance(options, webdriver.ChromeOptions):
        if driver and not _installed(engine) and not playwright.fits(_browser(engine), driver):
            os.environ["SE_SKIP_DRIVER_IN_PATH"] = "true"  # Selenium Manager downloads another
            driver = None
        return webdriver.Chrome(options, ChromeService(driver, popen_kw=OWN_SESSION))
    if isinstance(options, webdriver.FirefoxOptions):
        return webdriver.Firefox(options, FirefoxService(driver, popen_kw=OWN_SESSION))
    return _WebKitGTK(options)


def installed() -> list[str]:
    """Returns the engines that this machine has."""
    return [engine for engine in ENGINES if not missing(engine)]


def _browser(engine: str) -> str:
    return _installed(engine) or playwright.find(engine)


def _installed(engine: str) -> str:
    return next(filter(None, map(_find, NAMES[engine])), "")


def _find(command: str) -> str | None:
    return shutil.which(command) or shutil.which(command, path=str(LOCAL))


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
        self.service = WebKitService(
            _find("WebKitWebDriver"), env=environment, popen_kw=OWN_SESSION
        )
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

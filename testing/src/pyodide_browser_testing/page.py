"""`PythonPage`: opens a page in a browser, waits, reads its state."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from selenium.common.exceptions import (
    NoSuchElementException,
    StaleElementReferenceException,
    WebDriverException,
)
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.remote.webelement import WebElement
from urllib3.exceptions import HTTPError

from browser._secrets import redact
from pyodide_browser_testing import browsers
from pyodide_browser_testing.console import Line, Request, errors
from pyodide_browser_testing.errors import BrowserCrashed, PageError, PageNotReady, WaitTimeout
from pyodide_browser_testing.site import Site

HERE = Path(__file__).parent
RECORD = (HERE / "static" / "record.js").read_text()
GUEST = (HERE / "guest.py").read_text()
STATE = """
    const { lines = [], requests = [], ready = null } = globalThis.pyodideBrowserTesting ?? {};
    const { readyState } = document, { pyodideBrowser } = globalThis;
    const errors = pyodideBrowser?.errors ?? [];
    return { lines, requests, errors, ready, readyState, python: Boolean(pyodideBrowser) };
"""
PENDING = """
    const state = globalThis.pyodideBrowserTesting, { pyodide } = globalThis.pyodideBrowser;
    // Python may not have started. The recorder counts requests that are not Python's.
    const native = state.requests.filter(({ status }) => status === null).length;
    if (!pyodide) return native ? "requests" : "";
    if (!state.guest) {
        state.guest = pyodide.toPy({ __name__: "guest" });
        pyodide.runPython(arguments[0], { globals: state.guest });
    }
    const found = pyodide.runPython("pending()", { globals: state.guest });
    return found || (native ? `${native} request${native > 1 ? "s" : ""}` : "");
"""
INTERVAL = 0.03
"""Seconds between two checks of the page."""

SLACK = 5
"""Seconds after a timeout, before a browser that does not respond is killed."""


class PythonPage:
    """A page in a browser, with its console and its requests.

    If a Python error in the page is not caught, the next method that waits or checks raises
    PageError with the traceback, unless `expect_error` allows the error.
    """

    def __init__(self, driver: WebDriver, site: Site, origin: str, timeout: float = 30) -> None:
        self.driver: WebDriver = driver
        """Selenium's driver."""

        self.timeout: float = timeout
        """The limit of every wait, in seconds."""

        self._site, self._origin = site, origin
        self._state: dict[str, Any] = {}
        self._expected: list[str] = []
        self.url: str = ""
        """The URL of the page; "" before `open`."""

    @property
    def shown_url(self) -> str:
        """`url` without secrets, for messages."""
        return redact(self.url)

    def open(self, page: str, *, wait: bool = True) -> None:
        """Loads a page and, unless `wait` is False, waits until it is ready.

        `page` is a file of the site's folder (HTML or a Python script), HTML as a str, or the URL
        of a running server. With a URL, `console` lacks the lines before the end of the load.

        Raises PageNotFound, PageNotReady or PageError.
        """
        is_url = page.startswith(("http://", "https://"))
        self.url = page if is_url else self._origin + self._site.path_of(page)
        with self._responding(self.timeout):
            self.driver.set_page_load_timeout(self.timeout)
            self.driver.get(self.url)
            self.driver.execute_script(RECORD)
        if wait:
            self.wait_ready()

    def wait_ready(self) -> None:
        """Waits for `pyodideBrowser.ready`. Raises PageNotReady or PageError."""
        deadline = time.monotonic() + self.timeout
        while not self.is_ready:
            self.check_start()
            if time.monotonic() > deadline:
                raise self.not_ready()
            time.sleep(INTERVAL)
        self.check()

    def not_ready(self) -> PageNotReady:
        """Returns the error for a page that is not ready at the end of the timeout."""
        cause = "a script does not end, or a file does not arrive"
        return PageNotReady(f"{self.shown_url} is not ready after {self.timeout:g} s: {cause}")

    def check_start(self) -> None:
        """Raises PageNotReady if the page is loaded, but not the page script."""
        if self._state["readyState"] == "complete" and not self._state["python"]:
            what = (
                'it includes no <script src="pyodide-browser.js">, or the script cannot be loaded'
            )
            raise PageNotReady(f"{self.shown_url} does not start Python: {what}")

    def wait_idle(self) -> None:
        """Waits until no request, timer or task is pending. Raises WaitTimeout or PageError."""
        self.wait(lambda: not self.pending(), describe=lambda: f"{self.pending()} still pending")

    def wait[T](
        self,
        condition: Callable[[], T],
        timeout: float | None = None,
        describe: Callable[[], str] | None = None,
    ) -> T:
        """Waits until `condition()` is true, and returns its value. A missing element is not an
        error. `timeout` is in seconds; the default is the page's. `describe()` returns the reason
        for the message of the error.

        Raises WaitTimeout after the timeout, and PageError at once.
        """
        limit = self.timeout if timeout is None else timeout
        deadline = time.monotonic() + limit
        while True:
            missing = ""
            try:
                if result := condition():
                    return result
            except (NoSuchElementException, StaleElementReferenceException) as error:
                missing = first_line(error)
            self.check()
            if time.monotonic() > deadline:
                why = missing or (describe() if describe else "the condition is not true")
                raise WaitTimeout(f"{self.shown_url}: after {limit:g} s: {why}{self._last_lines()}")
            time.sleep(INTERVAL)

    def wait_text(
        self, selector: str, text: str | re.Pattern[str], timeout: float | None = None
    ) -> None:
        """Waits until the text content of the element equals `text`, or contains the pattern.

        Raises WaitTimeout, with the text content, or PageError.
        """
        found = ""

        def is_shown() -> bool:
            nonlocal found
            found = self.text(selector)
            return found == text if isinstance(text, str) else bool(text.search(found))

        wanted = text if isinstance(text, str) else text.pattern
        self.wait(is_shown, timeout, lambda: f"{selector} is {found!r}, not {wanted!r}")

    def find(self, selector: str) -> WebElement:
        """Returns selenium's element for a CSS selector: `.click()`, `.send_keys(…)`, `.text`, …

        Raises selenium's NoSuchElementException if there is none.
        """
        with self._responding(self.timeout):
            return self.driver.find_element(By.CSS_SELECTOR, selector)

    def find_all(self, selector: str) -> list[WebElement]:
        """Returns all elements for a CSS selector, in order."""
        with self._responding(self.timeout):
            return list(self.driver.find_elements(By.CSS_SELECTOR, selector))

    def text(self, selector: str) -> str:
        """Returns the text content of an element, even if it is hidden."""
        return str(self.find(selector).get_property("textContent"))

    @property
    def is_ready(self) -> bool:
        """Whether the scripts of the page have run."""
        return self._read_state()["ready"] is not None

    @property
    def console(self) -> list[Line]:
        """The lines on the console so far. `print` writes lines of level `log`."""
        return [Line(line["level"], line["text"]) for line in self._read_state()["lines"]]

    @property
    def requests(self) -> list[Request]:
        """The requests so far by XMLHttpRequest or fetch, including imported modules, without the
        page's scripts and the files of Pyodide."""
        found = self._read_state()["requests"]
        return [Request(each["method"], each["url"], each["status"]) for each in found]

    def record(self) -> dict[str, Any]:
        """Returns what record.js has recorded: `lines` and `requests`, with times in milliseconds
        since 1970."""
        return self._read_state()

    @property
    def errors(self) -> list[str]:
        """The uncaught errors so far, including expected ones."""
        return errors(self.console, self._state["errors"])

    def expect_error(self, text: str) -> None:
        """Allows errors that contain the text. The test fails if no such error occurs."""
        self._expected.append(text)

    def check(self) -> None:
        """Raises PageError if there is an uncaught error that is not expected."""
        if unexpected := [error for error in self.errors if not self._is_expected(error)]:
            raise PageError("\n\n".join(unexpected))

    def finish(self) -> None:
        """As `check`, and raises PageError if an expected error did not occur."""
        self.check()
        for text in self._expected:
            if not any(text in error for error in self.errors):
                what = f"expected an error that contains {text!r}, but none occurred"
                raise PageError(what + self._last_lines())

    def pending(self) -> str:
        """Describes the pending requests, timers and tasks; "" if there are none."""
        with self._responding(self.timeout):
            return str(self.driver.execute_script(PENDING, GUEST))

    def run_async(self, script: str, *arguments: Any) -> Any:
        """Runs JavaScript that ends when it calls its last argument, and returns the value."""
        with self._responding(self.timeout):
            self.driver.set_script_timeout(self.timeout)
            return self.driver.execute_async_script(script, *arguments)

    def _is_expected(self, error: str) -> bool:
        return any(text in error for text in self._expected)

    def _last_lines(self) -> str:
        lines = [f"  {line.level}: {line.text}" for line in self.console[-5:]]
        return "\n".join(["; last lines of the console:", *lines]) if lines else ""

    def _read_state(self) -> dict[str, Any]:
        with self._responding(self.timeout):
            self._state = self.driver.execute_script(STATE)
        return self._state

    @contextmanager
    def _responding(self, seconds: float) -> Iterator[None]:
        """Raises a TestingError if the browser crashes or hangs during the block."""
        with browsers.kill_after(seconds + SLACK, self.driver) as killed:
            try:
                yield
            except (NoSuchElementException, StaleElementReferenceException):
                raise
            except (WebDriverException, HTTPError, OSError) as error:
                raise self._explained(error, killed.is_set()) from error

    def _explained(self, error: Exception, was_killed: bool) -> Exception:
        message = first_line(error)
        if was_killed or "timeout" in message.lower() or "timed out" in message.lower():
            cause = "a script does not end, or the server does not respond"
            what = f"does not respond after {self.timeout:g} s"
            return PageNotReady(f"{self.shown_url} {what}: {cause}")
        signs = ("crash", "disconnected", "not reachable", "invalid session", "Connection")
        gone = isinstance(error, (HTTPError, OSError)) or any(sign in message for sign in signs)
        if gone or type(error).__name__ in ("InvalidSessionIdException", "NoSuchWindowException"):
            what = f"the browser crashed or was closed ({message})"
            return BrowserCrashed(f"{self.shown_url}: {what}")
        return error


def first_line(error: Exception) -> str:
    """Returns the first line of a message: the driver's stack follows it."""
    text = str(getattr(error, "msg", None) or error).strip()
    return text.splitlines()[0] if text else type(error).__name__

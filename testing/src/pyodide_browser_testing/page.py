"""A page in a browser: opened, waited for, asked."""

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
from urllib3.exceptions import HTTPError

from pyodide_browser_testing import browsers
from pyodide_browser_testing.console import Line, Request, errors
from pyodide_browser_testing.errors import BrowserCrashed, NeverIdle, NeverReady, PageError
from pyodide_browser_testing.site import Site

HERE = Path(__file__).parent
RECORD = (HERE / "static" / "record.js").read_text()
GUEST = (HERE / "guest.py").read_text()
STATE = """
    const { lines = [], requests = [], ready = null } = globalThis.pyodideBrowserTesting ?? {};
    const { readyState } = document;
    return { lines, requests, ready, readyState, python: Boolean(globalThis.pyodideBrowser) };
"""
PENDING = """
    const state = globalThis.pyodideBrowserTesting, { pyodide } = globalThis.pyodideBrowser;
    // Python may never have started; native requests are the recorder's to count.
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
"""Seconds between two looks at the page."""

SLACK = 5
"""Seconds after a timeout in which the browser must answer."""


class PythonPage:
    """A page and what it has said and asked so far. `driver` is selenium's, with all it can do.

    A Python error that nobody caught and no `expect_error` names raises PageError, with the
    traceback, from whatever looks at the page next.
    """

    def __init__(self, driver: Any, site: Site, origin: str, timeout: float = 30) -> None:
        self.driver, self.timeout = driver, timeout
        self._site, self._origin = site, origin
        self._state: dict[str, Any] = {}
        self._expected: list[str] = []
        self.url = ""

    def open(self, page: str, *, wait: bool = True) -> None:
        """Loads it and, unless `wait` is False, waits until it is ready. `page` is the path of an
        HTML file or a Python script in the site's folder, a text of HTML, or the URL of a server
        that is running; then lines before the load's end are not in `console`."""
        is_url = page.startswith(("http://", "https://"))
        self.url = page if is_url else self._origin + self._site.path_of(page)
        with self._answering(self.timeout):
            self.driver.set_page_load_timeout(self.timeout)
            self.driver.get(self.url)
            self.driver.execute_script(RECORD)
        if wait:
            self.wait_ready()

    def wait_ready(self) -> None:
        """Until `pyodideBrowser.ready`; raises NeverReady, PageError."""
        deadline = time.monotonic() + self.timeout
        while not self.is_ready:
            self.check_start()
            if time.monotonic() > deadline:
                advice = "a script of it does not end, or a file does not come"
                raise NeverReady(f"{self.url} is not ready after {self.timeout:g} s: {advice}")
            time.sleep(INTERVAL)
        self.check()

    def check_start(self) -> None:
        """Raises NeverReady for a page that has come, without anything that starts Python."""
        if self._state["readyState"] == "complete" and not self._state["python"]:
            what = 'it includes no <script src="pyodide-browser.js">, or that cannot be loaded'
            raise NeverReady(f"{self.url} never gets ready: {what}")

    def wait_idle(self) -> None:
        """Until no request, timer or task is pending; raises NeverIdle, PageError."""
        self.wait(lambda: not self.pending(), describe=lambda: f"still {self.pending()} pending")

    def wait(
        self,
        reached: Callable[[], Any],
        timeout: float | None = None,
        describe: Callable[[], str] | None = None,
    ) -> Any:
        """Until `reached()` is true, which it returns; an element that is not there yet is no
        error. Raises NeverIdle after `timeout` seconds (the page's), PageError at once."""
        limit = self.timeout if timeout is None else timeout
        deadline = time.monotonic() + limit
        while True:
            missing = ""
            try:
                if result := reached():
                    return result
            except (NoSuchElementException, StaleElementReferenceException) as error:
                missing = first_line(error)
            self.check()
            if time.monotonic() > deadline:
                lacking = describe() if describe else "what was waited for has not come"
                why = missing or lacking
                raise NeverIdle(f"{self.url}, after {limit:g} s: {why}{self._last_words()}")
            time.sleep(INTERVAL)

    def wait_text(
        self, selector: str, text: str | re.Pattern[str], timeout: float | None = None
    ) -> None:
        """Until the text content of the element is `text`, or the pattern is found in it. Raises
        NeverIdle, which says what it is instead, and as `wait` does."""
        found = ""

        def reached() -> bool:
            nonlocal found
            found = self.text(selector)
            return found == text if isinstance(text, str) else bool(text.search(found))

        wanted = text if isinstance(text, str) else text.pattern
        self.wait(reached, timeout, lambda: f"{selector} is {found!r}, not {wanted!r}")

    def find(self, selector: str) -> Any:
        """Selenium's element for a CSS selector: `.click()`, `.send_keys(…)`, `.text`, …"""
        with self._answering(self.timeout):
            return self.driver.find_element(By.CSS_SELECTOR, selector)

    def find_all(self, selector: str) -> list[Any]:
        """All of them, which may be none."""
        with self._answering(self.timeout):
            return list(self.driver.find_elements(By.CSS_SELECTOR, selector))

    def text(self, selector: str) -> str:
        """The text content of an element, also of one that is not shown."""
        return str(self.find(selector).get_property("textContent"))

    @property
    def is_ready(self) -> bool:
        return self._look()["ready"] is not None

    @property
    def console(self) -> list[Line]:
        """What the page has said so far; a print is a line of level `log`."""
        return [Line(**line) for line in self._look()["lines"]]

    @property
    def requests(self) -> list[Request]:
        """What the page has asked so far by XMLHttpRequest or fetch, modules that it imported
        too; less its scripts and the runtime's files."""
        return [Request(**request) for request in self._look()["requests"]]

    @property
    def errors(self) -> list[str]:
        """All that nobody caught so far, expected or not."""
        return errors(self.console, self._state["ready"] or ())

    def expect_error(self, text: str) -> None:
        """Errors that contain this fail the test no more; that none has come does."""
        self._expected.append(text)

    def check(self) -> None:
        """Raises PageError for an error that is not expected."""
        if unexpected := [error for error in self.errors if not self._is_expected(error)]:
            raise PageError("\n\n".join(unexpected))

    def finish(self) -> None:
        """As `check`; and what was expected must have come."""
        self.check()
        for text in self._expected:
            if not any(text in error for error in self.errors):
                raise PageError(f"no error that contains {text!r} has come{self._last_words()}")

    def pending(self) -> str:
        """What the page still waits for, in words; "" for nothing."""
        with self._answering(self.timeout):
            return str(self.driver.execute_script(PENDING, GUEST))

    def run_async(self, script: str, *arguments: Any) -> Any:
        """JavaScript, whose last argument is the function that ends it."""
        with self._answering(self.timeout):
            self.driver.set_script_timeout(self.timeout)
            return self.driver.execute_async_script(script, *arguments)

    def _is_expected(self, error: str) -> bool:
        return any(text in error for text in self._expected)

    def _last_words(self) -> str:
        lines = [f"  {line.level}: {line.text}" for line in self.console[-5:]]
        return "\n".join(["; the page said last:", *lines]) if lines else ""

    def _look(self) -> dict[str, Any]:
        with self._answering(self.timeout):
            self._state = self.driver.execute_script(STATE)
        return self._state

    @contextmanager
    def _answering(self, seconds: float) -> Iterator[None]:
        """Says in a line what a call to a browser that has gone, or hangs, has raised."""
        with browsers.kill_after(seconds + SLACK, self.driver) as killed:
            try:
                yield
            except (NoSuchElementException, StaleElementReferenceException):
                raise
            except (WebDriverException, HTTPError, OSError) as error:
                raise self._in_words(error, killed.is_set()) from error

    def _in_words(self, error: Exception, was_killed: bool) -> Exception:
        said = first_line(error)
        if was_killed or "timeout" in said.lower() or "timed out" in said.lower():
            what = "the page does not answer: a script of it does not end, or the server does not"
            return NeverReady(f"{self.url}, after {self.timeout:g} s: {what}")
        signs = ("crash", "disconnected", "not reachable", "invalid session", "Connection")
        gone = isinstance(error, (HTTPError, OSError)) or any(sign in said for sign in signs)
        if gone or type(error).__name__ in ("InvalidSessionIdException", "NoSuchWindowException"):
            return BrowserCrashed(f"{self.url}: the browser has crashed or was closed ({said})")
        return error


def first_line(error: Exception) -> str:
    """Selenium's messages go on with the stack of the driver."""
    text = str(getattr(error, "msg", None) or error).strip()
    return text.splitlines()[0] if text else type(error).__name__

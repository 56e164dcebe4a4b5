"""A page in a browser, for a test."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from tests import drivers
from tests.server import TestServer

SETTLED = """
    const end = arguments[arguments.length - 1];
    const { ready } = globalThis.pyodideBrowser ?? { ready: Promise.resolve(null) };
    ready.then(end);
"""
AWAITED = """
    const [name, end] = arguments;
    // WebKitGTK says that a page is loaded before its module has run.
    const timer = setInterval(() => {
      if (!(name in globalThis)) return;
      clearInterval(timer);
      Promise.resolve(globalThis[name]).then(end, (error) => end(`failed: ${error.message}`));
    }, 20);
"""
SAID = """
    const said = { log: [], warn: [], error: [], uncaught: [] };
    for (const { level, text } of pyodideBrowserTesting.lines) said[level]?.push(text);
    const { uncaught, error, ...others } = said;
    return { ...others, error: [...error, ...uncaught] };
"""


@contextmanager
def visiting(engine: str, server: TestServer) -> Iterator["Visit"]:
    """A visit in the engine's browser. Leaves an empty page."""
    drivers.require(engine)
    browser = drivers.browser(engine)
    browser.set_script_timeout(60)
    yield Visit(browser, engine, server)
    browser.get("about:blank")


class Visit:
    """One visit of a page. `said` has the lines of its console, by level."""

    def __init__(self, browser: Any, engine: str, server: TestServer) -> None:
        self.browser, self.engine, self.server = browser, engine, server

    def open(self, path: str) -> list[str]:
        """Loads the page and waits for `pyodideBrowser.ready`; returns its errors."""
        mark = "&" if "?" in path else "?"
        self.browser.get(f"{self.server.origin}{path}{mark}recorded")
        result = self.browser.execute_async_script(SETTLED)
        return result["errors"] if result else []

    def global_(self, name: str) -> Any:
        """Waits for a global of the page, and for its promise. Returns its value."""
        return self.browser.execute_async_script(AWAITED, name)

    def js(self, script: str, *arguments: Any) -> Any:
        return self.browser.execute_script(script, *arguments)

    def text(self, selector: str) -> str:
        return self.js("return document.querySelector(arguments[0]).textContent", selector)

    @property
    def said(self) -> dict[str, list[str]]:
        return self.js(SAID)

    def wait(self, reached: Callable[[], Any], seconds: float = 40) -> None:
        """Waits until `reached()` is true."""
        deadline = time.monotonic() + seconds
        while not reached():
            assert time.monotonic() < deadline, f"not reached; the page said {self.said}"
            time.sleep(0.02)

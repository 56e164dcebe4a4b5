"""Runs the cases in both runtimes, in Chromium: what a script noted, what the server was asked."""

import ast
import re
import time
from collections import Counter
from pathlib import Path
from typing import Any

from selenium.webdriver.remote.webdriver import WebDriver

from pyodide_browser_testing import browsers
from tests.server import TestServer

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
RUNTIMES = ("brython", "ours")
CASES = {path.stem: path for path in sorted((HERE / "cases").glob("*.py"))}
LIMIT = 10
"""The time limit of a case in seconds. After it the page is loaded again."""

LIMIT_OF_PAGES = 20
"""The time limit of a case that loads its own page with Python: `page_*`."""

RUN = "const [name, source, limit, end] = arguments; runCase(name, source, limit).then(end);"

Observations = dict[str, Any]


def observe() -> dict[str, dict[str, Observations]]:
    """Runtime → case → the values that it recorded, by name."""
    folders = {
        "/dist": ROOT / "dist",
        "/npm": ROOT / "node_modules",
        "/brython": HERE / "site",
    }
    # The end of the block quits the browser.
    with (
        TestServer(static=folders) as server,
        browsers.start(timeout=LIMIT_OF_PAGES + 10) as browser,
    ):
        return {runtime: Page(browser, server, runtime).observe_all() for runtime in RUNTIMES}


class Page:
    """One runtime's page, loaded once, and again after a case that did not end."""

    def __init__(self, browser: WebDriver, server: TestServer, runtime: str) -> None:
        self.browser, self.server, self.runtime = browser, server, runtime
        self.origins = {
            "own_origin": server.origin,
            "other_origin": server.other_origin,
            "same_site_origin": server.same_site_origin,
        }
        self.loaded = False

    def observe_all(self) -> dict[str, Observations]:
        for command in ("Network.clearBrowserCache", "Network.clearBrowserCookies"):
            self.browser.execute_cdp_cmd(command, {})
        return {name: self.observe(name, path.read_text()) for name, path in CASES.items()}

    def observe(self, name: str, source: str) -> Observations:
        if not self.loaded:
            self.load()
        self.server.log.clear()
        limit = LIMIT_OF_PAGES if name.startswith("page_") else LIMIT
        result = self.browser.execute_async_script(RUN, name, source, limit * 1000)
        observed: Observations = {}
        for note, value in result["notes"]:
            observed[f"{note}, again" if note in observed else note] = self.normal(value)
        asked = Counter(
            self.shortened(f"{record.method} {record.target}") for record in self.server.log
        )
        observed["(requests)"] = [
            f"{count} x {request}" if count > 1 else request
            for request, count in sorted(asked.items())
        ]
        observed["(console)"] = [
            line for level, text in result["console"] for line in told(level, self.shortened(text))
        ]
        if not result["done"]:
            observed["(end)"] = "never"
            self.loaded = False
        return observed

    def load(self) -> None:
        self.browser.get(f"{self.server.origin}/brython/{self.runtime}.html")
        self.browser.execute_script("Object.assign(window, arguments[0])", self.origins)
        deadline = time.monotonic() + 30
        while not self.browser.execute_script("return window.notesReady"):
            if time.monotonic() > deadline:
                raise TimeoutError(f"{self.runtime} does not start: is dist/ built (make build)?")
            time.sleep(0.01)
        self.loaded = True

    def normal(self, text: str) -> Any:
        """Reads a value from its repr, without the parts that differ from run to run."""
        text = self.shortened(text)
        try:
            return ast.literal_eval(text)
        except (ValueError, SyntaxError):
            return text

    def shortened(self, text: str) -> str:
        for name, origin in self.origins.items():
            text = text.replace(origin, f"<{name}>")
        return re.sub(r"(?<=[?&])\d{9,}\b", "N", text)


def told(level: str, text: str) -> list[str]:
    """The kind of error or warning of a line of the console, and its place."""
    lines = [line for line in text.strip().splitlines() if line.strip()]
    if not lines or lines[-1] == "Uncaught [object Object]":
        return []  # Brython throws the error again after it has reported it
    if level == "warn":
        kinds = re.findall(r"\b\w*Warning\b", text)
        return [f"warning: {kinds[0] if kinds else lines[0]}"]
    where = re.findall(r'File "[^"]*?([^/"]+)", line (\d+)', text)
    frames = [f"{file.partition('#')[2] or file}:{line}" for file, line in where]
    kinds = re.findall(r"\b\w*(?:Error|Exit|Interrupt)\b", lines[-1]) or [lines[-1]]
    return [" ".join(["error:", kinds[0], *frames])]

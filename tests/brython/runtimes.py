"""Runs the cases in both runtimes, in Chromium: what a script noted, what the server was asked."""

import ast
import re
import time
from collections import Counter
from pathlib import Path
from typing import Any

from selenium.webdriver import Chrome

from pyodide_browser_testing import browsers
from tests.peer import Peer

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
RUNTIMES = ("brython", "ours")
CASES = {path.stem: path for path in sorted((HERE / "cases").glob("*.py"))}
LIMIT = 10
"""Seconds for a case; then it is over, and the page is loaded anew."""

LIMIT_OF_PAGES = 20
"""For a case that loads a page of its own, with Python in it: `page_*`."""

RUN = "const [name, source, limit, end] = arguments; runCase(name, source, limit).then(end);"

Observations = dict[str, Any]


def observe() -> dict[str, dict[str, Observations]]:
    """Of each runtime, of each case: what was observed, by name."""
    folders = {
        "/dist": ROOT / "dist",
        "/npm": ROOT / "node_modules",
        "/brython": HERE / "site",
    }
    # Leaving the block quits the browser.
    with Peer(static=folders) as peer, browsers.start(timeout=LIMIT_OF_PAGES + 10) as browser:
        return {runtime: Page(browser, peer, runtime).observe_all() for runtime in RUNTIMES}


class Page:
    """One runtime's page, loaded once, and again after a case that did not end."""

    def __init__(self, browser: Chrome, peer: Peer, runtime: str) -> None:
        self.browser, self.peer, self.runtime = browser, peer, runtime
        self.origins = {
            "own_origin": peer.origin,
            "other_origin": peer.other_origin,
            "same_site_origin": peer.same_site_origin,
        }
        self.loaded = False

    def observe_all(self) -> dict[str, Observations]:
        for command in ("Network.clearBrowserCache", "Network.clearBrowserCookies"):
            self.browser.execute_cdp_cmd(command, {})
        return {name: self.observe(name, path.read_text()) for name, path in CASES.items()}

    def observe(self, name: str, source: str) -> Observations:
        if not self.loaded:
            self.load()
        self.peer.log.clear()
        limit = LIMIT_OF_PAGES if name.startswith("page_") else LIMIT
        result = self.browser.execute_async_script(RUN, name, source, limit * 1000)
        observed: Observations = {}
        for note, value in result["notes"]:
            observed[f"{note}, again" if note in observed else note] = self.normal(value)
        asked = Counter(
            self.shortened(f"{record.method} {record.target}") for record in self.peer.log
        )
        observed["(requests)"] = [
            f"{count} x {request}" if count > 1 else request
            for request, count in sorted(asked.items())
        ]
        observed["(console)"] = [
            line for level, text in result["console"] for line in told(level, text)
        ]
        if not result["done"]:
            observed["(end)"] = "never"
            self.loaded = False
        return observed

    def load(self) -> None:
        self.browser.get(f"{self.peer.origin}/brython/{self.runtime}.html")
        self.browser.execute_script("Object.assign(window, arguments[0])", self.origins)
        deadline = time.monotonic() + 30
        while not self.browser.execute_script("return window.notesReady"):
            if time.monotonic() > deadline:
                raise TimeoutError(f"{self.runtime} does not start: is dist/ built (make build)?")
            time.sleep(0.01)
        self.loaded = True

    def normal(self, text: str) -> Any:
        """A value from its repr, without what differs from run to run."""
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
    """A line of the console as the kind of error or warning that it tells, with where it was."""
    lines = [line for line in text.strip().splitlines() if line.strip()]
    if not lines or lines[-1] == "Uncaught [object Object]":
        return []  # Brython throws the error once more when it has told it
    if level == "warn":
        kinds = re.findall(r"\b\w*Warning\b", text)
        return [f"warning: {kinds[0] if kinds else lines[0]}"]
    where = re.findall(r'File "[^"]*?([^/"]+)", line (\d+)', text)
    frames = [f"{file.partition('#')[2] or file}:{line}" for file, line in where]
    kinds = re.findall(r"\b\w*(?:Error|Exit|Interrupt)\b", lines[-1]) or [lines[-1]]
    return [" ".join(["error:", kinds[0], *frames])]

"""Measures the time to the first Python statement, and compares with Pyodide and Brython.

Each round visits all pages, from one server:

    bare        our page            plain   our page without the memory snapshot
    npm         Pyodide as npm ships it
    ours        our page with `from browser import document, ajax; import json, re` before the
                first statement     brython the same script in Brython

    library     our page with `import asyncio, dataclasses, datetime, random` as its first line,
                and the same script in Brython

    warm        one browser, whose caches the first visits have filled
    cold        a new browser with a new profile
    warm, fresh browser process
                the same profile three times again, each time in a new browser: the median
    … Mbit/s    cold, on a slow line, from a server that sends brotli
"""

import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from bench.measure import Row, Samples
from pyodide_browser_testing import browsers
from tests.server import TestServer

ROOT = Path(__file__).resolve().parent.parent
BRYTHON = ROOT / ".build" / "bench-brython"
PAIR = ("ours", "brython")
PAGES = {"bare": "ours", "ours": "imports"}
"""Way → page, if that has another name."""

LIBRARY = {"ours": "library", "brython": "library_brython"}

GROUP = "Start"
WARM_UPS = 4
FILLED = 1.5
"""Seconds that a page needs to store files for the next visit."""

VISITS = 4
"""Of each profile: a cold one, and warm ones."""

SLOW_ROUNDS = 3
"""At most: a visit on a slow line takes seconds, and is seldom disturbed."""
STARTED = """
    const done = arguments[0];
    const timer = setInterval(() => {
      if (!globalThis.started) return;
      clearInterval(timer);
      done([globalThis.started, globalThis.pyodideBrowser?.start ?? ""]);
    }, 100);
"""


def rows(engine: str, rounds: int) -> Iterator[Row]:
    with_compressed_brython()
    yield from {"chromium": in_chromium, "firefox": in_firefox, "webkit": in_webkit}[engine](rounds)


def in_chromium(rounds: int) -> Iterator[Row]:
    with serving() as server, browsers.start() as browser:
        samples = repeated(browser, server, ("bare", "plain", "npm", *PAIR), rounds)
    pair = {way: samples.pop(way) for way in PAIR}
    yield Row(GROUP, "warm, to the first statement", "ms", "npm", samples, {"bare": 0.25})
    yield Row(GROUP, "warm", "ms", "brython", pair, {"ours": 0.8})
    with serving() as server:
        cold, again = visited_again(server, PAIR, rounds)
    yield Row(GROUP, "cold", "ms", "brython", cold, {"ours": 0.4})
    yield Row(GROUP, "warm, fresh browser process", "ms", "brython", again, {"ours": 0.85})
    with serving(compressed=True) as server:
        few = min(rounds, SLOW_ROUNDS)
        slow = fresh("chromium", server, PAIR, few, line=slow_line(20, 40))
        yield Row(GROUP, "cold, 20 Mbit/s, 40 ms", "ms", "brython", slow, {"ours": 1.2})
        slower = fresh("chromium", server, PAIR, few, line=slow_line(5, 100))
        yield Row(GROUP, "cold, 5 Mbit/s, 100 ms", "ms", "brython", slower, {"ours": 1.7})
        library = fresh("chromium", server, PAIR, few, pages=LIBRARY, line=slow_line(20, 40))
        title = "library, cold, 20 Mbit/s, 40 ms"
        yield Row(GROUP, title, "ms", "brython", library, {"ours": 0.7})


def in_firefox(rounds: int) -> Iterator[Row]:
    with serving() as server, browsers.start("firefox") as browser:
        samples = repeated(browser, server, PAIR, rounds)
    yield Row(GROUP, "warm", "ms", "brython", samples, {"ours": 0.85})


def in_webkit(rounds: int) -> Iterator[Row]:
    with serving() as server:
        samples = fresh("webkit", server, ("ours",), rounds)
    yield Row(GROUP, "cold", "ms", "ours", samples, limits={"ours": 500})


def serving(*, compressed: bool = False) -> AbstractContextManager[TestServer]:
    folders = {
        "/dist": ROOT / "dist",
        "/npm": ROOT / "node_modules" / "pyodide",
        "/brython": BRYTHON,
        "/bench": ROOT / "bench" / "pages",
    }
    return TestServer(static=folders, compressed=compressed)


def with_compressed_brython() -> None:
    BRYTHON.mkdir(parents=True, exist_ok=True)
    files = [
        shutil.copy2(ROOT / "node_modules" / "brython" / name, BRYTHON)
        for name in ("brython.js", "brython_stdlib.js")
    ]
    command = ["node", "tools/compress.mjs", ".build/compressed", *map(str, files)]
    subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=True)


def repeated(browser: Any, server: TestServer, ways: tuple[str, ...], rounds: int) -> Samples:
    samples: Samples = {way: [] for way in ways}
    for number in range(WARM_UPS + rounds):
        for way in ways if number % 2 else reversed(ways):
            milliseconds = visit(browser, server, way)
            if number >= WARM_UPS:
                samples[way].append(milliseconds)
            else:
                time.sleep(FILLED)
    return samples


def visited_again(
    server: TestServer, ways: tuple[str, ...], rounds: int
) -> tuple[Samples, Samples]:
    """The first visits in Chromium with new profiles, and the medians of the later visits."""
    cold: Samples = {way: [] for way in ways}
    warm: Samples = {way: [] for way in ways}
    for number in range(rounds):
        for way in ways if number % 2 else reversed(ways):
            with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
                first, *later = (in_profile(profile, server, way) for _ in range(VISITS))
            cold[way].append(first)
            warm[way].append(statistics.median(later))
    return cold, warm


def in_profile(profile: str, server: TestServer, way: str) -> float:
    with browsers.start("chromium", f"--user-data-dir={profile}") as browser:
        milliseconds = visit(browser, server, way)
        time.sleep(FILLED)
    return milliseconds


def fresh(
    engine: str,
    server: TestServer,
    ways: tuple[str, ...],
    rounds: int,
    *,
    pages: dict[str, str] = PAGES,
    line: dict[str, Any] | None = None,
) -> Samples:
    samples: Samples = {way: [] for way in ways}
    for number in range(rounds):
        for way in ways if number % 2 else reversed(ways):
            with browsers.start(engine) as browser:
                if line:
                    browser.execute_cdp_cmd("Network.enable", {})
                    browser.execute_cdp_cmd("Network.emulateNetworkConditions", line)
                samples[way].append(visit(browser, server, way, pages))
    return samples


def slow_line(megabits: float, latency: float) -> dict[str, Any]:
    """Network conditions of Chromium; `megabits` per second, `latency` in milliseconds."""
    rate = megabits * 1_000_000 / 8
    return {
        "offline": False,
        "latency": latency,
        "downloadThroughput": rate,
        "uploadThroughput": rate,
    }


def visit(browser: Any, server: TestServer, way: str, pages: dict[str, str] = PAGES) -> float:
    browser.get("about:blank")
    browser.get(f"{server.origin}/bench/{pages.get(way, way)}.html")
    milliseconds, start = browser.execute_async_script(STARTED)
    if way in ("bare", "ours") and start != "snapshot":
        print(f"{way}: this start was without a memory snapshot: it is missing or was not usable")
    return float(milliseconds)

"""How long from the navigation to the first Python statement, beside npm's own Pyodide and Brython.

All pages by turns, from one server:

    bare        our page            plain   our page without the memory snapshot
    npm         Pyodide as npm ships it
    ours        our page with `from browser import document, ajax; import json, re` before the
                first statement     brython the same script in Brython

    warm        one browser, whose caches the first visits have filled
    cold        a fresh browser for each visit
    slow        the same over a line of 20 Mbit/s with 40 ms, from a server that gives brotli
"""

import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from bench.measure import Row, Samples
from pyodide_browser_testing import browsers
from tests.peer import Peer

ROOT = Path(__file__).resolve().parent.parent
BRYTHON = ROOT / ".build" / "bench-brython"
PAIR = ("ours", "brython")
PAGE_OF = {"bare": "ours", "ours": "imports"}
"""Way → page, where that has another name."""

GROUP = "Start"
WARM_UPS = 4
FILLED = 1.5
"""Seconds in which a page has stored what it keeps for the next visit."""

SLOW = {"offline": False, "latency": 40, "downloadThroughput": 2_500_000, "uploadThroughput": 2e6}
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
    with server() as peer, browsers.start() as browser:
        samples = repeated(browser, peer, ("bare", "plain", "npm", *PAIR), rounds)
    pair = {way: samples.pop(way) for way in PAIR}
    yield Row(GROUP, "warm, to the first statement", "ms", "npm", samples, {"bare": 0.25})
    yield Row(GROUP, "warm", "ms", "brython", pair, {"ours": 0.8})
    with server() as peer:
        cold = fresh("chromium", peer, PAIR, rounds)
    yield Row(GROUP, "cold", "ms", "brython", cold, {"ours": 0.6})
    with server(compressed=True) as peer:
        slow = fresh("chromium", peer, PAIR, rounds, SLOW)
    yield Row(GROUP, "cold, 20 Mbit/s, 40 ms", "ms", "brython", slow, {"ours": 1.2})


def in_firefox(rounds: int) -> Iterator[Row]:
    with server() as peer, browsers.start("firefox") as browser:
        samples = repeated(browser, peer, PAIR, rounds)
    yield Row(GROUP, "warm", "ms", "brython", samples, {"ours": 1.2})


def in_webkit(rounds: int) -> Iterator[Row]:
    with server() as peer:
        samples = fresh("webkit", peer, ("ours",), rounds)
    yield Row(GROUP, "cold", "ms", "ours", samples, limits={"ours": 1200})


def server(*, compressed: bool = False) -> AbstractContextManager[Peer]:
    folders = {
        "/dist": ROOT / "dist",
        "/npm": ROOT / "node_modules" / "pyodide",
        "/brython": BRYTHON,
        "/bench": ROOT / "bench" / "pages",
    }
    return Peer(static=folders, compressed=compressed)


def with_compressed_brython() -> None:
    BRYTHON.mkdir(parents=True, exist_ok=True)
    files = [
        shutil.copy2(ROOT / "node_modules" / "brython" / name, BRYTHON)
        for name in ("brython.js", "brython_stdlib.js")
    ]
    command = ["node", "tools/compress.mjs", ".build/compressed", *map(str, files)]
    subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=True)


def repeated(browser: Any, peer: Peer, ways: tuple[str, ...], rounds: int) -> Samples:
    samples: Samples = {way: [] for way in ways}
    for number in range(WARM_UPS + rounds):
        for way in ways if number % 2 else reversed(ways):
            milliseconds = visit(browser, peer, way)
            if number >= WARM_UPS:
                samples[way].append(milliseconds)
            else:
                time.sleep(FILLED)
    return samples


def fresh(
    engine: str, peer: Peer, ways: tuple[str, ...], rounds: int, line: dict[str, Any] | None = None
) -> Samples:
    samples: Samples = {way: [] for way in ways}
    for number in range(rounds):
        for way in ways if number % 2 else reversed(ways):
            with browsers.start(engine) as browser:
                if line:
                    browser.execute_cdp_cmd("Network.enable", {})
                    browser.execute_cdp_cmd("Network.emulateNetworkConditions", line)
                samples[way].append(visit(browser, peer, way))
    return samples


def visit(browser: Any, peer: Peer, way: str) -> float:
    browser.get("about:blank")
    browser.get(f"{peer.origin}/bench/{PAGE_OF.get(way, way)}.html")
    milliseconds, start = browser.execute_async_script(STARTED)
    if way in ("bare", "ours") and start != "snapshot":
        print(f"{way}: dist/ has no memory snapshot, or it was refused: this start was plain")
    return float(milliseconds)

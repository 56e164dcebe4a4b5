"""How long from the navigation to the first Python statement, beside npm's own Pyodide and Brython.

    make bench-start            (or: python -m bench.start --rounds 15 --only firefox)

All pages by turns, from one server. Prints medians in ms, the least, and ratios of the medians with
their goals; the exit code says whether all hold.

    ours        our page          plain       our page without the memory snapshot
    npm         Pyodide as npm ships it
    imports     our page with `from browser import document, ajax; import json, re` before the
                first statement       brython     the same script in Brython

    warm        one browser, whose caches the first visits have filled
    cold        a fresh browser for each visit
    slow        the same over a line of 20 Mbit/s with 40 ms, from a server that gives brotli
"""

import argparse
import shutil
import statistics
import subprocess
import sys
import time
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from bench import engines
from tests.peer import Peer

ROOT = Path(__file__).resolve().parent.parent
BRYTHON = ROOT / ".build" / "bench-brython"
PAIR = ("imports", "brython")
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

Samples = dict[str, list[float]]
Goals = dict[tuple[str, str], float]


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.start", description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--only", choices=["warm", "cold", "slow", "firefox", "webkit"])
    options = parser.parse_args()
    with_compressed_brython()
    print(f"{'':26}{'median':>8}{'least':>8}   ms, {options.rounds} rounds")
    steps = {"warm": warm, "cold": cold, "slow": slow, "firefox": firefox, "webkit": webkit}
    held = [
        step(options.rounds)
        for name, step in steps.items()
        if options.only in (None, name) and usable(name)
    ]
    return 0 if all(held) else 1


def usable(name: str) -> bool:
    engine = name if name in engines.NEEDED else "chromium"
    missing = engines.missing(engine)
    if missing:
        print(f"{name}: left out, {' and '.join(missing)} not found")
    return not missing


def warm(rounds: int) -> bool:
    goals = {("ours", "npm"): 0.25, PAIR: 0.8}
    with server() as peer, engines.browser("chromium") as browser:
        samples = repeated(browser, peer, ("ours", "plain", "npm", *PAIR), rounds)
    return report("Chromium, warm", samples, goals)


def firefox(rounds: int) -> bool:
    with server() as peer, engines.browser("firefox") as browser:
        samples = repeated(browser, peer, PAIR, rounds)
    return report("Firefox, warm", samples, {PAIR: 1.2})


def cold(rounds: int) -> bool:
    with server() as peer:
        samples = fresh("chromium", peer, PAIR, rounds)
    return report("Chromium, cold", samples, {PAIR: 0.6})


def slow(rounds: int) -> bool:
    with server(compressed=True) as peer:
        samples = fresh("chromium", peer, PAIR, rounds, SLOW)
    return report("Chromium, cold, 20 Mbit/s", samples, {PAIR: 1.2})


def webkit(rounds: int) -> bool:
    with server() as peer:
        samples = fresh("webkit", peer, ("imports",), rounds)
    report("WebKitGTK, cold", samples, {})
    return told("imports", statistics.median(samples["imports"]) / 1000, 1.2, " s")


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


def repeated(browser: Any, peer: Peer, pages: tuple[str, ...], rounds: int) -> Samples:
    samples: Samples = {page: [] for page in pages}
    for number in range(WARM_UPS + rounds):
        for page in pages if number % 2 else reversed(pages):
            milliseconds = visit(browser, peer, page)
            if number >= WARM_UPS:
                samples[page].append(milliseconds)
            else:
                time.sleep(FILLED)
    return samples


def fresh(
    engine: str, peer: Peer, pages: tuple[str, ...], rounds: int, line: dict[str, Any] | None = None
) -> Samples:
    samples: Samples = {page: [] for page in pages}
    for number in range(rounds):
        for page in pages if number % 2 else reversed(pages):
            with engines.browser(engine) as browser:
                if line:
                    browser.execute_cdp_cmd("Network.enable", {})
                    browser.execute_cdp_cmd("Network.emulateNetworkConditions", line)
                samples[page].append(visit(browser, peer, page))
    return samples


def visit(browser: Any, peer: Peer, page: str) -> float:
    browser.get("about:blank")
    browser.get(f"{peer.origin}/bench/{page}.html")
    milliseconds, way = browser.execute_async_script(STARTED)
    if page in ("ours", "imports") and way != "snapshot":
        print(f"{page}: dist/ has no memory snapshot, or it was refused: this start was plain")
    return float(milliseconds)


def report(title: str, samples: Samples, goals: Goals) -> bool:
    for page, times in samples.items():
        print(f"{title:26}{statistics.median(times):8.0f}{min(times):8.0f}   {page}")
    held = [
        told(f"{ours} / {other}", median_ratio(samples[ours], samples[other]), goal)
        for (ours, other), goal in goals.items()
    ]
    return all(held)


def median_ratio(times: list[float], others: list[float]) -> float:
    return statistics.median(times) / statistics.median(others)


def told(name: str, value: float, goal: float, unit: str = "") -> bool:
    verdict = "holds" if value <= goal else "MISSED"
    print(f"{'':26}{name}: {value:.2f}{unit}, goal {goal}{unit}: {verdict}")
    return value <= goal


if __name__ == "__main__":
    sys.exit(main())

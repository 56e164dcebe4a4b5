"""How long from the navigation to the first Python statement, beside npm's own Pyodide and Brython.

    make bench-start            (or: python -m bench.start --rounds 15)

One Chromium, all pages by turns, from one server; the first visits fill the caches and are not
counted (warm). Prints medians in ms, the least and the most, and ratios of the medians:

    ours        our page          plain       our page without the memory snapshot
    npm         Pyodide as npm ships it
    imports     our page with `from browser import document, ajax; import json, re` before the
                first statement       brython     the same script in Brython

The exit code says whether ours / npm, the goal, holds.
"""

import argparse
import statistics
import sys
from pathlib import Path

from selenium.webdriver import Chrome

from tests.peer import Peer
from tools import chromium

ROOT = Path(__file__).resolve().parent.parent
GOAL = 0.25
"""Of npm Pyodide's time."""

BRYTHON_GOAL = 0.8
"""Of Brython's time; aimed at, and told only."""

PAGES = ("ours", "plain", "npm", "imports", "brython")
WARM_UPS = 4
STARTED = """
    const done = arguments[0];
    const timer = setInterval(() => {
      if (!globalThis.started) return;
      clearInterval(timer);
      done([globalThis.started, globalThis.pyodideBrowser?.start ?? ""]);
    }, 100);
"""


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.start", description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    rounds = parser.parse_args().rounds
    folders = {
        "/dist": ROOT / "dist",
        "/npm": ROOT / "node_modules" / "pyodide",
        "/brython": ROOT / "node_modules" / "brython",
        "/bench": ROOT / "bench" / "pages",
    }
    with Peer(static=folders) as peer:
        samples = measure(peer.origin, rounds)
    return report(samples)


def measure(origin: str, rounds: int) -> dict[str, list[float]]:
    samples: dict[str, list[float]] = {page: [] for page in PAGES}
    ways = {}
    browser = chromium.start()
    try:
        for number in range(WARM_UPS + rounds):
            for page in PAGES if number % 2 else reversed(PAGES):
                milliseconds, ways[page] = visit(browser, f"{origin}/bench/{page}.html")
                if number < WARM_UPS:
                    __import__("time").sleep(1)
                if number >= WARM_UPS:
                    samples[page].append(milliseconds)
    finally:
        browser.quit()
    if ways["ours"] != "snapshot":
        print("dist/ has no memory snapshot, or it was refused: ours is plain")
    return samples


def visit(browser: Chrome, url: str) -> tuple[float, str]:
    browser.get("about:blank")
    browser.get(url)
    milliseconds, way = browser.execute_async_script(STARTED)
    return milliseconds, way


def report(samples: dict[str, list[float]]) -> int:
    medians = {page: statistics.median(times) for page, times in samples.items()}
    print(f"{'page':8}{'median':>8}{'least':>8}{'most':>8}   ms, {len(samples['ours'])} rounds")
    for page, times in samples.items():
        print(f"{page:8}{medians[page]:8.0f}{min(times):8.0f}{max(times):8.0f}")
    goals = (("ours", "npm", GOAL), ("imports", "brython", BRYTHON_GOAL))
    held = [
        told(f"{ours} / {other}", medians[ours] / medians[other], goal)
        for ours, other, goal in goals
    ]
    return 0 if held[0] else 1


def told(name: str, ratio: float, goal: float) -> bool:
    verdict = "holds" if ratio <= goal else "does NOT hold"
    print(f"{name}: {ratio:.3f}; the goal of at most {goal} {verdict}")
    return ratio <= goal


if __name__ == "__main__":
    sys.exit(main())

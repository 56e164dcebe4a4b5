"""How long from the navigation to the first Python statement: ours beside npm's own Pyodide.

    make bench-start            (or: python -m bench.start --rounds 15)

One Chromium, both pages by turns, from one server; the first visits fill the caches and are not
counted (warm). Prints medians in ms, the least and the most, and the ratio of the medians; the
exit code says whether the goal holds.
"""

import argparse
import statistics
import sys
from pathlib import Path

from selenium.webdriver import Chrome
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

from tests.peer import Peer

ROOT = Path(__file__).resolve().parent.parent
GOAL = 0.25
"""Of npm Pyodide's time."""

FLAGS = """
    --headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run
    --disable-background-networking --disable-component-update --disable-sync
    --disable-dev-shm-usage
"""
PAGES = ("ours", "npm")
WARM_UPS = 4
STARTED = """
    const done = arguments[0];
    const timer = setInterval(() => {
      if (!globalThis.started) return;
      clearInterval(timer);
      done(globalThis.started);
    }, 100);
"""


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.start", description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    rounds = parser.parse_args().rounds
    folders = {
        "/dist": ROOT / "dist",
        "/npm": ROOT / "node_modules" / "pyodide",
        "/bench": ROOT / "bench" / "pages",
    }
    with Peer(static=folders) as peer:
        samples = measure(peer.origin, rounds)
    return report(samples)


def measure(origin: str, rounds: int) -> dict[str, list[float]]:
    samples: dict[str, list[float]] = {page: [] for page in PAGES}
    browser = start_browser()
    try:
        for number in range(WARM_UPS + rounds):
            for page in PAGES if number % 2 else reversed(PAGES):
                milliseconds = visit(browser, f"{origin}/bench/{page}.html")
                if number >= WARM_UPS:
                    samples[page].append(milliseconds)
    finally:
        browser.quit()
    return samples


def start_browser() -> Chrome:
    options = Options()
    for flag in FLAGS.split():
        options.add_argument(flag)
    return Chrome(options=options, service=Service("/usr/bin/chromedriver"))


def visit(browser: Chrome, url: str) -> float:
    browser.get("about:blank")
    browser.get(url)
    browser.set_script_timeout(60)
    return float(browser.execute_async_script(STARTED))  # type: ignore[no-untyped-call]


def report(samples: dict[str, list[float]]) -> int:
    medians = {page: statistics.median(times) for page, times in samples.items()}
    print(f"{'page':8}{'median':>8}{'least':>8}{'most':>8}   ms, {len(samples['ours'])} rounds")
    for page, times in samples.items():
        print(f"{page:8}{medians[page]:8.0f}{min(times):8.0f}{max(times):8.0f}")
    ratio = medians["ours"] / medians["npm"]
    verdict = "holds" if ratio <= GOAL else "does NOT hold"
    print(f"ours / npm: {ratio:.3f}; the goal of at most {GOAL} {verdict}")
    return 0 if ratio <= GOAL else 1


if __name__ == "__main__":
    sys.exit(main())

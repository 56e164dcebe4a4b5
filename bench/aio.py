"""The cost of awaiting: `browser.aio` beside raw XMLHttpRequest, fetch, pyfetch and Brython.

    make bench-aio              (or: python -m bench.aio --rounds 7)

Requests of 20 bytes on loopback, one after the other and a hundred at once, in one Chromium by
turns. Prints medians of a request's time and their ratio to raw XMLHttpRequest's.
"""

import argparse
import sys
from pathlib import Path

from bench.browser import Page
from bench.table import Samples, Table, by_turns, of
from tests.peer import Peer
from tools import chromium

ROOT = Path(__file__).resolve().parent.parent
URL = f"/text?body={'a' * 20}"
COUNT = 200
AT_ONCE = 100


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.aio", description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    folders = {
        "/dist": ROOT / "dist",
        "/brython": ROOT / "node_modules" / "brython",
        "/bench": ROOT / "bench" / "pages",
    }
    with Peer(static=folders) as peer:
        browser = chromium.start()
        try:
            ours = Page(browser, f"{peer.origin}/bench/aio_ours.html")
            brython = Page(browser, f"{peer.origin}/bench/aio_brython.html")
            held = measure(ours, brython, rounds)
        finally:
            browser.quit()
    return 0 if held else 1


def measure(ours: Page, brython: Page, rounds: int) -> bool:
    table = Table(rounds)
    samples = by_turns(
        rounds,
        raw=of(ours, "raw_many", URL, COUNT),
        fetch=of(ours, "raw_fetch", URL, COUNT),
        ours=of(ours, "py_await", URL, COUNT),
        pyfetch=of(ours, "py_pyfetch", URL, COUNT),
        brython=of(brython, "py_await", URL, COUNT),
    )
    table.rows("await aio.get, one by one", each(samples, COUNT), "raw", {"ours": 1.25}, "ms")
    samples = by_turns(
        rounds,
        raw=of(ours, "raw_at_once", URL, AT_ONCE),
        ours=of(ours, "py_gather", URL, AT_ONCE),
        pyfetch=of(ours, "py_pyfetch_gather", URL, AT_ONCE),
    )
    table.rows("a hundred at once", each(samples, AT_ONCE), "raw", {"ours": 1.15}, "ms")
    return table.held


def each(samples: Samples, count: int) -> Samples:
    return {name: [value / count for value in values] for name, values in samples.items()}


if __name__ == "__main__":
    sys.exit(main())

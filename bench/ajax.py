"""The cost of requests, bodies and nodes: ours beside raw XMLHttpRequest and Brython, in one run.

    make bench-ajax             (or: python -m bench.ajax --rounds 7)

One Chromium; all variants by turns, raw XMLHttpRequest in our page. Prints medians and their ratio,
and beside each goal whether it holds. Peak memory is how much the renderer's resident memory rises
above what it was before (Linux). The exit code says whether all goals hold.
"""

import argparse
import statistics
import sys
from pathlib import Path

from bench.browser import Page
from bench.table import Samples, Table, by_turns, of
from tests.peer import Peer
from tools import chromium

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / ".build" / "bench"
MEGA = 1_000_000
BIG = 50 * MEGA
REQUESTS = 2000


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.ajax", description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    make_data()
    folders = {
        "/dist": ROOT / "dist",
        "/brython": ROOT / "node_modules" / "brython",
        "/bench": ROOT / "bench" / "pages",
        "/data": DATA,
    }
    with Peer(static=folders) as peer:
        browser = chromium.start("--enable-precise-memory-info")
        try:
            ours = Page(browser, f"{peer.origin}/bench/ajax_ours.html")
            brython = Page(browser, f"{peer.origin}/bench/ajax_brython.html")
            held = measure(ours, brython, rounds)
        finally:
            browser.quit()
    return 0 if held else 1


def make_data() -> None:
    DATA.mkdir(parents=True, exist_ok=True)
    (DATA / "ascii.txt").write_bytes(
        b"0123456789abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKL\n" * (BIG // 50)
    )
    item = '{"id": 12345, "name": "a name", "tags": ["x", "y"], "price": 12.5, "ok": true}'
    (DATA / "items.json").write_text("[" + ",".join([item] * (10 * MEGA // (len(item) + 1))) + "]")


def measure(ours: Page, brython: Page, rounds: int) -> bool:
    text, items = "/data/ascii.txt", "/data/items.json"
    table = Table(rounds)

    peaks: Samples = {
        "raw": [ours.peak("raw_get", text, None)],
        "ours_bytes": [ours.peak("py_get", text, "binary")],
        "ours_text": [ours.peak("py_get", text, "text")],
        "brython_text": [brython.peak("py_get", text, "text")],
    }
    copy = (peaks["raw"][0] + BIG / MEGA) / peaks["raw"][0]
    goals = {"ours_bytes": copy * 1.1, "ours_text": (copy + BIG / MEGA / peaks["raw"][0]) * 1.1}
    table.rows("peak memory, GET of 50 MB", peaks, "raw", goals, "MB")

    few = max(2, rounds // 3)
    samples = by_turns(
        rounds,
        raw=of(ours, "raw_get", text, None),
        ours_bytes=of(ours, "py_get", text, "binary"),
        ours_text=of(ours, "py_get", text, "text"),
    )
    samples |= by_turns(few, brython_text=of(brython, "py_get", text, "text"))
    table.rows("GET of 50 MB", samples, "raw", {"ours_bytes": 1.2, "ours_text": 1.4}, "ms")

    samples = by_turns(
        rounds,
        raw=of(ours, "raw_post", "/form", BIG),
        ours=of(ours, "py_post", "/form", BIG),
    )
    table.rows("POST of 50 MB", samples, "raw", {"ours": 1.3}, "ms")

    samples = by_turns(
        rounds,
        json_loads=of(ours, "py_loads", items, None),
        ours=of(ours, "py_get_json", items, None),
    )
    samples |= by_turns(few, brython=of(brython, "py_get_json", items, None))
    table.rows("JSON of 10 MB", samples, "json_loads", {"ours": 1.2}, "ms")

    for page in (ours, brython):
        page.run("standIn(true)")
    each = 1000 / REQUESTS
    costs = {
        name: [value * each for value in values]
        for name, values in by_turns(
            rounds,
            raw=of(ours, "raw_many", "/x", REQUESTS),
            ours=of(ours, "py_many", "/x", REQUESTS),
            brython=of(brython, "py_many", "/x", REQUESTS),
        ).items()
    }
    for page in (ours, brython):
        page.run("standIn(false)")
    raw = statistics.median(costs.pop("raw"))
    above = {name: [value - raw for value in values] for name, values in costs.items()}
    order = {"brython": above["brython"], "ours": above["ours"]}
    table.rows(
        "ajax.get of 20 bytes, above raw, stand-in XHR", order, "brython", {"ours": 0.5}, "µs"
    )

    samples = by_turns(
        rounds,
        brython=of(brython, "py_nodes", "", 10_000),
        ours=of(ours, "py_nodes", "", 10_000),
    )
    table.rows("10 000 html.LI with text and listener", samples, "brython", {"ours": 2}, "ms")
    return table.held


if __name__ == "__main__":
    sys.exit(main())

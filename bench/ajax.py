"""The cost of requests, bodies and nodes: ours beside raw XMLHttpRequest and Brython, in one run.

    make bench-ajax             (or: python -m bench.ajax --rounds 7)

One Chromium; all variants by turns, raw XMLHttpRequest in our page. Prints medians and their ratio,
and beside each goal whether it holds. Peak memory is how much the renderer's resident memory rises
above what it was before (Linux). The exit code says whether all goals hold.
"""

import argparse
import statistics
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench.browser import Page, start_browser
from tests.peer import Peer

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / ".build" / "bench"
MEGA = 1_000_000
BIG = 50 * MEGA
REQUESTS = 2000

Samples = dict[str, list[float]]


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
        browser = start_browser("--enable-precise-memory-info")
        try:
            ours = Page(browser, f"{peer.origin}/bench/ajax_ours.html")
            brython = Page(browser, f"{peer.origin}/bench/ajax_brython.html")
            held = [table(ours, brython, peer, rounds)]
        finally:
            browser.quit()
    return 0 if all(held) else 1


def make_data() -> None:
    DATA.mkdir(parents=True, exist_ok=True)
    (DATA / "ascii.txt").write_bytes(
        b"0123456789abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKL\n" * (BIG // 50)
    )
    item = '{"id": 12345, "name": "a name", "tags": ["x", "y"], "price": 12.5, "ok": true}'
    (DATA / "items.json").write_text("[" + ",".join([item] * (10 * MEGA // (len(item) + 1))) + "]")


def table(ours: Page, brython: Page, peer: Peer, rounds: int) -> bool:
    text, items = "/data/ascii.txt", "/data/items.json"
    held = True
    print(f"{'':34}{'median':>9}{'ratio':>8}  goal        {rounds} rounds")

    def row(title: str, samples: Samples, base: str, goals: dict[str, float], unit: str) -> None:
        nonlocal held
        print(f"\n{title}")
        least = statistics.median(samples[base])
        for name, values in samples.items():
            median = statistics.median(values)
            ratio = median / least
            verdict = ""
            if name in goals:
                holds = ratio <= goals[name]
                held = held and holds
                verdict = f"≤ {goals[name]:g} {'holds' if holds else 'MISSED'}"
            print(f"  {name:32}{median:9.1f}{ratio:8.2f}  {verdict:14} {unit}")

    def times(rounds: int, **measures: Callable[[], float]) -> Samples:
        samples: Samples = {name: [] for name in measures}
        for number in range(rounds + 1):
            order = list(measures.items())
            for name, measure in order if number % 2 else reversed(order):
                value = measure()
                if number:  # the first one warms up
                    samples[name].append(value)
        return samples

    def of(page: Page, name: str, url: str, argument: Any) -> Callable[[], float]:
        return lambda: page.measure(name, url, argument)

    peaks: Samples = {
        "raw": [ours.peak("raw_get", text, None)],
        "ours_bytes": [ours.peak("py_get", text, "binary")],
        "ours_text": [ours.peak("py_get", text, "text")],
        "brython_text": [brython.peak("py_get", text, "text")],
    }
    copy = (peaks["raw"][0] + BIG / MEGA) / peaks["raw"][0]
    goals = {"ours_bytes": copy * 1.1, "ours_text": (copy + BIG / MEGA / peaks["raw"][0]) * 1.1}
    row("peak memory, GET of 50 MB", peaks, "raw", goals, "MB")

    few = max(2, rounds // 3)
    samples = times(
        rounds,
        raw=of(ours, "raw_get", text, None),
        ours_bytes=of(ours, "py_get", text, "binary"),
        ours_text=of(ours, "py_get", text, "text"),
    )
    samples |= times(few, brython_text=of(brython, "py_get", text, "text"))
    row("GET of 50 MB", samples, "raw", {"ours_bytes": 1.2, "ours_text": 1.4}, "ms")

    samples = times(
        rounds,
        raw=of(ours, "raw_post", "/form", BIG),
        ours=of(ours, "py_post", "/form", BIG),
    )
    row("POST of 50 MB", samples, "raw", {"ours": 1.3}, "ms")

    samples = times(
        rounds,
        json_loads=of(ours, "py_loads", items, None),
        ours=of(ours, "py_get_json", items, None),
    )
    samples |= times(few, brython=of(brython, "py_get_json", items, None))
    row("JSON of 10 MB", samples, "json_loads", {"ours": 1.2}, "ms")

    for page in (ours, brython):
        page.run("standIn(true)")
    each = 1000 / REQUESTS
    costs = {
        name: [value * each for value in values]
        for name, values in times(
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
    row("ajax.get of 20 bytes, above raw, stand-in XHR", order, "brython", {"ours": 0.5}, "µs")

    samples = times(
        rounds,
        brython=of(brython, "py_nodes", "", 10_000),
        ours=of(ours, "py_nodes", "", 10_000),
    )
    row("10 000 html.LI with text and listener", samples, "brython", {"ours": 2}, "ms")
    return held


if __name__ == "__main__":
    sys.exit(main())

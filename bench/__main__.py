"""Measures this package, raw XMLHttpRequest, fetch, pyfetch, PyScript and Brython, in one run.

    make bench                           in Chromium and Firefox; in WebKitGTK the start only
    make bench ARGS="--engine chromium --only requests --rounds 9"

Prints every figure with its goal. Writes .build/bench/results.json, the input of `python -m
bench.report` (tables and charts) and `python -m bench.compare` (two results). The exit code is 1 if
a goal in Chromium is missed; in other browsers a missed goal is only printed.
"""

import argparse
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from bench import bodies, dom, growth, language, requests, start
from bench.measure import Row
from bench.results import Results
from bench.site import DATA, Site
from pyodide_browser_testing import programs

GROUPS: dict[str, Callable[[Site, int], list[Row]]] = {
    "requests": requests.rows,
    "bodies": bodies.rows,
    "dom": dom.rows,
    "language": language.rows,
    "growth": growth.rows,
}


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m bench",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--engine", choices=programs.ENGINES, action="append", default=[])
    parser.add_argument("--only", choices=(*GROUPS, "start"), action="append", default=[])
    parser.add_argument("--out", type=Path, default=DATA / "results.json")
    options = parser.parse_args()
    began = time.monotonic()
    results = Results(rounds=options.rounds)
    for row in measured(
        options.engine or list(programs.ENGINES), options.only, options.rounds, results
    ):
        results.rows.append(row)
        show(row)
        results.write(options.out)  # an interrupted run has what it has measured
    print(f"\n{len(results.rows)} rows in {time.monotonic() - began:.0f} s: {options.out}")
    missed = [(row, way) for row in results.rows for way in row.samples if is_missed(row, way)]
    for row, way in missed:
        print(f"MISSED in {row.engine}: {row.title}: {way}")
    return 1 if any(row.engine == "chromium" for row, _ in missed) else 0


def measured(engines: list[str], only: list[str], rounds: int, results: Results) -> Iterable[Row]:
    for engine in engines:
        if absent := programs.missing(engine):
            print(f"{engine}: left out, {' and '.join(absent)} not found")
            continue
        groups = {name: rows for name, rows in GROUPS.items() if not only or name in only}
        if groups and engine != "webkit":
            with Site(engine) as site:
                results.versions[engine] = site.version
                for rows in groups.values():
                    for row in rows(site, rounds):
                        row.engine = engine
                        yield row
        if not only or "start" in only:
            for row in start.rows(engine, rounds):
                row.engine = engine
                yield row


def show(row: Row) -> None:
    print(f"\n{row.engine}: {row.group}: {row.title}")
    for way, values in row.samples.items():
        spread = f"{min(values):.4g}–{max(values):.4g}"
        text = f"  {way:18}{row.median(way):10.4g} {row.unit:3}{row.ratio(way):8.2f}×  {spread:18}"
        print(f"{text}{row.verdict(way)}", flush=True)


def is_missed(row: Row, way: str) -> bool:
    return row.verdict(way).endswith("MISSED")


if __name__ == "__main__":
    sys.exit(main())

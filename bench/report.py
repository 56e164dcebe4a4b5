"""Writes a result as docs/benchmarks.md, with charts docs/bench-*.svg, drawn by Matplotlib.

make bench-report           (or: python -m bench.report results.json)
"""

import argparse
import sys
from pathlib import Path

import matplotlib as mpl
from matplotlib import pyplot

from bench.measure import Row, shown
from bench.results import Results, read
from bench.site import DATA
from bench.summary import summary

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
COLOURS = {"ours": "#306998", "raw": "#999999", "brython": "#e0a030"}
OTHER = "#c9d4de"

CHARTS = {
    "bench-start": ("Start", "warm", "ms to the first Python statement, warm"),
    "bench-request": (
        "One request of 20 bytes",
        "one after the other",
        "ms for a request of 20 bytes",
    ),
    "bench-body": ("Bodies, down", "GET of 50 MB, ASCII", "ms for a GET of 50 MB"),
}
"""File → group and title of a row in Chromium, label of the chart."""

HEAD = """# Measured

By `make bench`: {machine}; {date}, {rounds} rounds; {versions}. Each round measures all ways of a
row. The tables show medians, ratios to the base of each row, and the range of all samples.
Absolute times depend on the machine: `make bench` prints yours.
"""


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.report", description=__doc__)
    parser.add_argument("results", type=Path, nargs="?", default=DATA / "results.json")
    results = read(parser.parse_args().results)
    (DOCS / "benchmarks.md").write_text(markdown(results))
    for name, (group, title, label) in CHARTS.items():
        for row in results.rows:
            if (row.engine, row.group, row.title) == ("chromium", group, title):
                chart(row, label, DOCS / f"{name}.svg")
    return 0


def markdown(results: Results) -> str:
    versions = ", ".join(f"{name} {version}" for name, version in results.versions.items())
    lines = [
        HEAD.format(
            machine=results.machine, date=results.date, rounds=results.rounds, versions=versions
        )
    ]
    lines += summary(results)
    lines += [f"![{label}]({name}.svg)" for name, (_, _, label) in CHARTS.items()]
    for engine in dict.fromkeys(row.engine for row in results.rows):
        lines += ["", f"## {engine.capitalize()}", ""]
        lines += ["| | way | median | ratio | least–most | goal |", "|---|---|--:|--:|--:|---|"]
        for row in results.rows:
            if row.engine == engine:
                lines += cells(row)
    return "\n".join([*lines, ""])


def cells(row: Row) -> list[str]:
    lines = []
    title = f"{row.group}: {row.title}"
    for way, values in row.samples.items():
        figures = (
            f"{shown(row.median(way))} {row.unit} | {row.ratio(way):.2f} | "
            f"{shown(min(values))}–{shown(max(values))}"
        )
        lines.append(f"| {title} | {way} | {figures} | {row.verdict(way)} |")
        title = ""
    return lines


def chart(row: Row, label: str, path: Path) -> None:
    mpl.rcParams["svg.hashsalt"] = "pyodide-browser"  # the same file from the same result
    mpl.rcParams["font.size"] = 9
    ways = sorted(row.samples, key=row.median, reverse=True)
    figure, axes = pyplot.subplots(figsize=(6, 0.6 + 0.34 * len(ways)), layout="constrained")
    colours = [COLOURS.get(way.split()[0], OTHER) for way in ways]
    bars = axes.barh(ways, [row.median(way) for way in ways], color=colours)
    axes.bar_label(bars, [f" {shown(row.median(way))} {row.unit}" for way in ways])
    axes.margins(x=0.15)
    axes.spines[["top", "right"]].set_visible(False)
    axes.set_xlabel(label)
    figure.savefig(path, metadata={"Date": None, "Creator": None})
    pyplot.close(figure)


if __name__ == "__main__":
    sys.exit(main())

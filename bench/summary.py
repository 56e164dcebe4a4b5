"""How long this package takes compared with Brython, in a few lines."""

import statistics

from bench.results import Results

SUMMARY = {
    "start, files in the cache": ("Start", "warm"),
    "start, first visit at 20 Mbit/s": ("Start", "cold, 20 Mbit/s, 40 ms"),
    "start, first visit at 5 Mbit/s": ("Start", "cold, 5 Mbit/s, 100 ms"),
    "one small request": ("One request of 20 bytes", "one after the other"),
    "six small requests at a time": ("One request of 20 bytes", "six at a time"),
    "text of 10 MB": ("Bodies, down", "GET of 10 MB, ASCII"),
    "JSON of 10 MB": ("Bodies, down", "JSON of 10 MB"),
    "an operation on the page": ("DOM, one operation", ""),
    "a program on the page": ("DOM, programs", ""),
    "a program without the page": ("Language", ""),
}
"""The first table: label → group and title of a row; without a title, the median of the group."""


def summary(results: Results) -> list[str]:
    """How long this package takes compared with Brython, in each browser."""
    engines = [
        engine
        for engine in dict.fromkeys(row.engine for row in results.rows)
        if any(compared(results, engine, *which) for which in SUMMARY.values())
    ]
    lines = [
        "The time that pyodide-browser takes, compared with Brython: 0.5 means half the time. Of a",
        "group of rows, the median.",
        "",
        f"| | {' | '.join(engine.capitalize() for engine in engines)} |",
        f"|---|{'--:|' * len(engines)}",
    ]
    for label, which in SUMMARY.items():
        found = [compared(results, engine, *which) for engine in engines]
        if any(found):
            shown_ratios = [f"{ratio:.2f}" if ratio else "" for ratio in found]
            lines.append(f"| {label} | {' | '.join(shown_ratios)} |")
    return [*lines, ""]


def compared(results: Results, engine: str, group: str, title: str) -> float:
    """The ratio to Brython of a row, or the median of a group's ratios; 0 if there is none."""
    ratios = []
    for row in results.rows:
        if row.engine != engine or row.group != group or title not in ("", row.title):
            continue
        ours = next((way for way in row.samples if way in ("ours", "ours text")), "")
        brython = next((way for way in row.samples if way in ("brython", "brython text")), "")
        if ours and brython:
            ratios.append(row.ratio(ours, brython))
    return statistics.median(ratios) if ratios else 0

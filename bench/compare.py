"""Prints what has changed between two results, beyond the noise.

    python -m bench.compare before.json after.json

It compares the ratios to the base of each row, as they do not depend on the machine. The noise of a
ratio is estimated by a bootstrap of its samples (1000 draws, 99 %), and is at least 5 %. The exit
code is 1 if something has become slower.
"""

import argparse
import random
import statistics
import sys
from pathlib import Path

from bench.measure import Row, quotient
from bench.results import read

DRAWS = 1000
LEAST = 0.05

Key = tuple[str, str, str, str]
Span = tuple[float, float]


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m bench.compare",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("before", type=Path)
    parser.add_argument("after", type=Path)
    options = parser.parse_args()
    before, after = read(options.before).rows, read(options.after).rows
    lines, slower = compared(before, after)
    print("\n".join(lines) or "nothing changed beyond the noise")
    return 1 if slower else 0


def compared(before: list[Row], after: list[Row]) -> tuple[list[str], bool]:
    """A line for each change, and whether one is slower."""
    spans = {key: span for row in before for key, span in spans_of(row).items()}
    lines, slower = [], False
    for row in after:
        for key, (low, high) in spans_of(row).items():
            if key not in spans:
                continue
            old_low, old_high = spans[key]
            worse = low > old_high * (1 + LEAST)
            if worse or high < old_low * (1 - LEAST):
                slower = slower or worse
                what = "SLOWER" if worse else "quicker"
                engine, group, title, way = key
                spread = f"{old_low:.2f}–{old_high:.2f}× → {low:.2f}–{high:.2f}×"
                lines.append(f"{what}: {engine}: {group}: {title}: {way}: {spread}")
    return lines, slower


def spans_of(row: Row) -> dict[Key, Span]:
    return {
        (row.engine, row.group, row.title, way): span(samples, row.samples[row.base])
        for way, samples in row.samples.items()
        if way != row.base
    }


def span(samples: list[float], base: list[float]) -> Span:
    """The range of 99 % of the ratios of medians when the samples are drawn again."""
    draw = random.Random(0)
    ratios = sorted(
        quotient(
            statistics.median(draw.choices(samples, k=len(samples))),
            statistics.median(draw.choices(base, k=len(base))),
        )
        for _ in range(DRAWS)
    )
    return ratios[DRAWS // 200], ratios[-DRAWS // 200 - 1]


if __name__ == "__main__":
    sys.exit(main())

"""Samples taken by turns, and a table of their medians beside their goals."""

import statistics
from collections.abc import Callable
from typing import Any

from bench.browser import Page

Samples = dict[str, list[float]]


class Table:
    """Prints rows; `held` says whether all goals hold so far."""

    def __init__(self, rounds: int) -> None:
        self.held = True
        print(f"{'':34}{'median':>9}{'ratio':>8}  goal        {rounds} rounds")

    def rows(
        self, title: str, samples: Samples, base: str, goals: dict[str, float], unit: str
    ) -> None:
        """A row for each variant; ratios are to the median of `base`."""
        print(f"\n{title}")
        least = statistics.median(samples[base])
        for name, values in samples.items():
            median = statistics.median(values)
            ratio = median / least
            verdict = ""
            if name in goals:
                holds = ratio <= goals[name]
                self.held = self.held and holds
                verdict = f"≤ {goals[name]:.3g} {'holds' if holds else 'MISSED'}"
            print(f"  {name:32}{median:9.1f}{ratio:8.2f}  {verdict:14} {unit}")


def by_turns(rounds: int, **measures: Callable[[], float]) -> Samples:
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

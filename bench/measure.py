"""Interleaved samples, and rows of results."""

import statistics
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

Samples = dict[str, list[float]]
Measures = Mapping[str, Callable[[], float]]


@dataclass
class Row:
    """One task, measured in several ways; samples and `limits` are in `unit`."""

    group: str
    title: str
    unit: str
    base: str
    """The way to which the others are compared."""

    samples: Samples
    goals: dict[str, float] = field(default_factory=dict)
    """The highest ratio of medians to `base`; `limits`: the highest median."""

    limits: dict[str, float] = field(default_factory=dict)
    engine: str = ""

    def median(self, way: str) -> float:
        return statistics.median(self.samples[way])

    def ratio(self, way: str, base: str = "") -> float:
        return quotient(self.median(way), self.median(base or self.base))

    def verdict(self, way: str) -> str:
        """Whether the goal holds; empty if there is no goal."""
        if way in self.goals:
            held, goal = self.ratio(way) <= self.goals[way], f"{self.goals[way]:.3g}×"
        elif way in self.limits:
            limit = self.limits[way]
            held, goal = self.median(way) <= limit, f"{limit:.4g} {self.unit}".strip()
        else:
            return ""
        return f"≤ {goal} {'holds' if held else 'MISSED'}"


def quotient(value: float, base: float) -> float:
    """Infinite if the timer shows 0 for `base`."""
    return value / base if base else float("inf")


def shown(value: float) -> str:
    """Three digits, or all digits before the point."""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def interleaved(rounds: int, measures: Measures) -> Samples:
    """Runs all measures in each round, in alternating order. Does not count the first round."""
    samples: Samples = {name: [] for name in measures}
    for number in range(rounds + 1):
        order = list(measures.items())
        for name, measure in order if number % 2 else reversed(order):
            value = measure()
            if number:
                samples[name].append(value)
    return samples


def scaled(samples: Samples, factor: float) -> Samples:
    return {name: [value * factor for value in values] for name, values in samples.items()}


def above(samples: Samples, base: str) -> Samples:
    """How much more each way takes than the median of `base`; without `base`."""
    least = statistics.median(samples[base])
    return {
        name: [value - least for value in values]
        for name, values in samples.items()
        if name != base
    }

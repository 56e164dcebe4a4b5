"""Classic programs without the browser: this package and Brython."""

from bench.dom import title
from bench.measure import Row, interleaved, scaled
from bench.requests import of
from bench.site import Site

GROUP = "Language"
REPETITIONS = {
    "fib": 5,
    "nqueens": 5,
    "nbody": 5,
    "spectral_norm": 10,
    "building_dicts": 20,
    "building_sets": 20,
    "building_text": 50,
    "sorting_objects": 30,
    "regular_expressions": 30,
    "json_round_trip": 20,
    "class_calls": 20,
    "exceptions": 50,
    "statements_on_globals": 20,
}


def rows(site: Site, rounds: int) -> list[Row]:
    return [row(site, rounds, name, count) for name, count in REPETITIONS.items()]


def row(site: Site, rounds: int, name: str, count: int) -> Row:
    measures = {
        "ours": of(site.ours, f"py_{name}", count),
        "brython": of(site.brython, f"py_{name}", count),
    }
    return Row(
        GROUP, title(name), "ms", "brython", scaled(interleaved(rounds, measures), 1 / count)
    )

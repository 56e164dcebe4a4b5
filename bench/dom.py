"""Operations on the page, and programs made of them: this package, Brython, plain JavaScript."""

from bench.measure import Measures, Row, interleaved, scaled
from bench.requests import of
from bench.site import Site

OPERATIONS = "DOM, one operation"
PROGRAMS = "DOM, programs"

COUNTS = {
    "select_20": 500,
    "select_one": 2000,
    "by_id": 2000,
    "children_20": 500,
    "loop_over_20": 300,
    "parent": 2000,
    "click": 1000,
    "dispatch": 1000,
    "bind_unbind": 1000,
    "class_list": 1000,
    "set_style": 2000,
    "get_style": 2000,
    "left": 1000,
    "offset_width": 5000,
    "get_value": 5000,
    "set_value": 5000,
    "get_text": 2000,
    "set_text": 2000,
    "get_attribute": 2000,
    "set_attribute": 2000,
    "attrs": 2000,
    "new_li": 1000,
    "new_a_style": 1000,
    "append": 1000,
    "append_20": 100,
    "js_function": 5000,
    "js_method": 3000,
    "js_attribute": 5000,
    "js_set_attribute": 5000,
    "js_rows": 10,
    "js_new": 2000,
    "callback": 5000,
    "canvas_call": 3000,
}
"""How often each operation runs in a measurement of some milliseconds."""

REPETITIONS = {
    "drag": 300,
    "sort_table": 5,
    "filter_rows": 3,
    "animate": 20,
    "render": 5,
    "read_form": 20,
    "todo": 200,
}
"""How often each program runs."""

GOAL = {"chromium": 3.0, "firefox": 6.0}
PROGRAM_GOAL = 1.2
"""The highest ratios to Brython; of the operations' ratios, the median must be at most `MEDIAN`."""

MEDIAN = {"chromium": 1.0, "firefox": 2.0}


WARM_UPS = 3
"""Each operation runs before the first measurement, until the browser has compiled it."""


def rows(site: Site, rounds: int) -> list[Row]:
    for name, count in (COUNTS | REPETITIONS).items():
        interleaved(WARM_UPS, ways(site, name, count))
    operations = [row(site, rounds, name, count, 1000) for name, count in COUNTS.items()]
    return [
        *operations,
        median(site.engine, operations),
        *(program(site, rounds, name, count) for name, count in REPETITIONS.items()),
    ]


def row(site: Site, rounds: int, name: str, count: int, per: int) -> Row:
    samples = scaled(interleaved(rounds, ways(site, name, count)), per / count)
    goals = {"ours": GOAL[site.engine]}
    return Row(OPERATIONS, title(name), "µs", "brython", samples, goals)


def program(site: Site, rounds: int, name: str, count: int) -> Row:
    samples = scaled(interleaved(rounds, ways(site, name, count)), 1 / count)
    goals = {"ours": PROGRAM_GOAL}
    return Row(PROGRAMS, title(name), "ms", "brython", samples, goals)


def median(engine: str, operations: list[Row]) -> Row:
    """The ratios to Brython of all operations; their median has a goal."""
    ratios = {"ours": [row.ratio("ours") for row in operations]}
    limits = {"ours": MEDIAN[engine]}
    return Row(OPERATIONS, "all: ratios to Brython", "×", "ours", ratios, limits=limits)


def ways(site: Site, name: str, count: int) -> Measures:
    return {
        "plain": of(site.ours, f"raw_{name}", count),
        "ours": of(site.ours, f"py_{name}", count),
        "brython": of(site.brython, f"py_{name}", count),
    }


def title(name: str) -> str:
    return name.replace("_", " ")

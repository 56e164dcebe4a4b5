"""One request of 20 bytes in each way: one by one, six at a time, and the wrapper alone."""

from collections.abc import Callable

from bench.browser import Page
from bench.measure import Measures, Row, above, interleaved, scaled
from bench.site import Site

URL = f"/text?body={'a' * 20}"
COUNT = 120
MANY = 1500


def rows(site: Site, rounds: int) -> list[Row]:
    one = scaled(interleaved(rounds, ways(site, "many", COUNT)), 1 / COUNT)
    six = scaled(interleaved(rounds, ways(site, "six", COUNT)), 1 / COUNT)
    blocking = scaled(
        interleaved(
            rounds,
            {
                "raw": of(site.ours, "raw_blocking", COUNT),
                "ours": of(site.ours, "py_blocking", COUNT),
                "brython": of(site.brython, "py_blocking", COUNT),
            },
        ),
        1 / COUNT,
    )
    at_once = interleaved(
        rounds,
        {
            "raw": of(site.ours, "raw_at_once", 100),
            "ours await": of(site.ours, "py_gather", 100),
            "pyfetch": of(site.ours, "py_pyfetch_gather", 100),
        },
    )
    loop = interleaved(rounds, {"asyncio alone": of(site.ours, "py_nothing_gather", 100)})
    site.stand_in(True)
    alone = scaled(
        interleaved(
            rounds,
            {
                "raw": of(site.ours, "raw_many", MANY),
                "brython": of(site.brython, "py_many", MANY),
                "ours": of(site.ours, "py_many", MANY),
                "ours await": of(site.ours, "py_await_many", MANY),
            },
        ),
        1000 / MANY,
    )
    site.stand_in(False)
    group = "One request of 20 bytes"
    return [
        Row(group, "one after the other", "ms", "raw", one, {"ours": 1.15, "ours await": 1.25}),
        Row(group, "six at a time", "ms", "raw", six, {"ours": 1.15}),
        Row(group, "blocking", "ms", "raw", blocking),
        Row(
            group,
            "a hundred at once",
            "ms",
            "raw",
            scaled(at_once | loop, 1 / 100),
            {"ours await": 1.15},
        ),
        Row(
            group,
            "above raw, with a stand-in for XMLHttpRequest",
            "µs",
            "brython",
            above(alone, "raw"),
            limits={"ours": 40},
        ),
    ]


def ways(site: Site, how: str, count: int) -> Measures:
    return {
        "raw": of(site.ours, f"raw_{how}", count),
        "fetch": of(site.ours, f"raw_fetch_{how}", count),
        "ours": of(site.ours, f"py_{how}", count),
        "ours await": of(site.ours, f"py_await_{how}", count),
        "pyfetch": of(site.ours, f"py_pyfetch_{how}", count),
        "pyscript": of(site.pyscript, f"py_pyscript_{how}", count),
        "brython": of(site.brython, f"py_{how}", count),
        "brython await": of(site.brython, f"py_await_{how}", count),
    }


def of(page: Page, name: str, count: int) -> Callable[[], float]:
    return lambda: page.measure(name, URL, count)

"""How the costs grow: with requests at once and in one page, scripts, nodes."""

from collections.abc import Callable

from bench.browser import Page
from bench.measure import Row, Samples, interleaved, scaled
from bench.requests import URL
from bench.site import Site

GROUP = "Growth"
LONG = 100_000
BLOCK = 1000


def rows(site: Site, rounds: int) -> list[Row]:
    return [at_once(site, rounds), *in_one_page(site), scripts(site), *nodes(site, rounds)]


def at_once(site: Site, rounds: int) -> Row:
    """The time of one request when many run at once."""
    samples: Samples = {}
    for count in (1, 10, 100, 1000):
        found = interleaved(rounds, {f"{count}": of(site.ours, "py_at_once", count)})
        samples |= scaled(found, 1 / count)
    return Row(GROUP, "a request, so many at once", "ms", "1", samples)


def in_one_page(site: Site) -> list[Row]:
    site.stand_in(True)
    try:
        blocks = site.ours.measured("py_long", URL, [LONG, BLOCK])
    finally:
        site.stand_in(False)
    times, proxies, heap = blocks["times"], blocks["proxies"], blocks["heap"]
    few = 10
    samples = scaled({"the first": times[1 : few + 1], "the last": times[-few:]}, 1000 / BLOCK)
    title = f"a request among {LONG:,} in one page, stand-in"
    found = [
        Row(GROUP, title, "µs", "the first", samples, {"the last": 1.1}),
        Row(GROUP, f"{title}: PyProxies more", "", "more", {"more": [proxies]}, limits={"more": 0}),
    ]
    if heap is not None:
        title = f"{title}: heap more"
        found.append(Row(GROUP, title, "MB", "more", {"more": [heap]}, limits={"more": 2}))
    return found


def scripts(site: Site) -> Row:
    samples = {
        f"{count}": [site.ours.measure("raw_scripts", "", count) / count for _ in range(3)]
        for count in (1, 10, 100)
    }
    return Row(GROUP, "a script, so many in a page", "ms", "1", samples)


def nodes(site: Site, rounds: int) -> list[Row]:
    found = []
    for count in (10, 100, 1000, 10_000):
        samples = interleaved(
            rounds,
            {
                "brython": of(site.brython, "py_nodes", count),
                "ours": of(site.ours, "py_nodes", count),
            },
        )
        goals = {"ours": 2.0} if count == 10_000 else {}
        title = f"{count:,} html.LI with text and listener"
        found.append(Row(GROUP, title, "ms", "brython", samples, goals))
    return found


def of(page: Page, name: str, count: int) -> Callable[[], float]:
    return lambda: page.measure(name, URL, count)

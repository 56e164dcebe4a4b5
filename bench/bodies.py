"""Bodies from 1 KB to 100 MB, received and sent: time, and peak memory of the renderer."""

from collections.abc import Callable
from typing import Any

from bench.browser import Page
from bench.measure import Row, Samples, interleaved
from bench.site import MEGA, SIZES, Site

DOWN = "Bodies, down"
UP = "Bodies, up"
BRYTHON_UP_TO = 10 * MEGA
"""Larger bodies take many seconds in Brython; 50 MB is measured once."""

FIFTY = SIZES["50 MB"]


def rows(site: Site, rounds: int) -> list[Row]:
    return [
        *memory(site),  # first: later Python's memory has already grown
        *(down(site, rounds, name) for name in SIZES),
        *others(site, rounds),
        *(up(site, rounds, name) for name in SIZES),
        *forms(site, rounds),
    ]


def down(site: Site, rounds: int, name: str) -> Row:
    url = f"/data/ascii-{name.replace(' ', '')}.txt"
    samples = interleaved(
        rounds,
        {
            "raw": of(site.ours, "raw_get", url, None),
            "ours bytes": of(site.ours, "py_get", url, "binary"),
            "ours text": of(site.ours, "py_get", url, "text"),
        },
    )
    goals = {}
    if SIZES[name] <= BRYTHON_UP_TO:
        samples |= interleaved(rounds, {"brython text": of(site.brython, "py_get", url, "text")})
    elif SIZES[name] == FIFTY:
        samples["brython bytes"] = [site.brython.measure("py_get", url, "binary")]
        goals = {"ours bytes": 1.1, "ours text": 1.3}
    return Row(DOWN, f"GET of {name}, ASCII", "ms", "raw", samples, goals)


def others(site: Site, rounds: int) -> list[Row]:
    text, items = "/data/other-10MB.txt", "/data/items-10MB.json"
    other = interleaved(
        rounds,
        {
            "raw": of(site.ours, "raw_get", text, None),
            "ours text": of(site.ours, "py_get", text, "text"),
            "pyfetch": of(site.ours, "py_pyfetch_text", text, None),
        },
    )
    json = interleaved(
        rounds,
        {
            "json.loads": of(site.ours, "py_loads", items, None),
            "ours": of(site.ours, "py_get_json", items, None),
            "pyfetch": of(site.ours, "py_pyfetch_json", items, None),
        },
    )
    json |= interleaved(2, {"brython": of(site.brython, "py_get_json", items, None)})
    return [
        Row(DOWN, "GET of 10 MB, other text", "ms", "raw", other),
        Row(DOWN, "JSON of 10 MB", "ms", "json.loads", json, {"ours": 1.2}),
    ]


def up(site: Site, rounds: int, name: str) -> Row:
    size = SIZES[name]
    samples = interleaved(
        rounds,
        {
            "raw": of(site.ours, "raw_post", "/form", size),
            "ours bytes": of(site.ours, "py_post", "/form", size),
            "ours text": of(site.ours, "py_post_text", "/form", size),
        },
    )
    if size <= BRYTHON_UP_TO:
        samples |= interleaved(2, {"brython bytes": of(site.brython, "py_post", "/form", size)})
    goals = {"ours bytes": 1.2} if size == FIFTY else {}
    return Row(UP, f"POST of {name}", "ms", "raw", samples, goals)


def forms(site: Site, rounds: int) -> list[Row]:
    file = interleaved(
        rounds,
        {
            "raw": of(site.ours, "raw_upload", "/form", 10 * MEGA),
            "ours": of(site.ours, "py_upload", "/form", 10 * MEGA),
        },
    )
    fields = interleaved(
        rounds,
        {
            "raw": of(site.ours, "raw_fields", "/form", 1000),
            "ours": of(site.ours, "py_fields", "/form", 1000),
            "brython": of(site.brython, "py_fields", "/form", 1000),
        },
    )
    return [
        Row(UP, "upload of a File of 10 MB", "ms", "raw", file),
        Row(UP, "a form of 1000 fields", "ms", "raw", fields),
    ]


def memory(site: Site) -> list[Row]:
    """Only where the renderer's process is known (Chromium on Linux)."""
    if not site.ours.process:
        return []
    url = "/data/ascii-50MB.txt"
    peaks: Samples = {
        "raw": [site.ours.peak("raw_get", url, None)],
        "ours bytes": [site.ours.peak("py_get", url, "binary")],
        "ours text": [site.ours.peak("py_get", url, "text")],
        "brython text": [site.brython.peak("py_get", url, "text")],
    }
    limit = peaks["raw"][0] + 1.1 * FIFTY / MEGA
    limits = {"ours bytes": limit, "ours text": limit}
    return [Row("Memory", "peak, GET of 50 MB", "MB", "raw", peaks, limits=limits)]


def of(page: Page, name: str, url: str, argument: Any) -> Callable[[], float]:
    return lambda: page.measure(name, url, argument)

"""The summary of the benchmarks."""

from bench.measure import Row
from bench.results import Results
from bench.summary import compared, summary


def row(group, title, ours, brython, engine="chromium"):
    samples = {"plain": [1.0], "ours": [ours], "brython": [brython]}
    return Row(group, title, "µs", "brython", samples, engine=engine)


def results(*rows):
    return Results(rounds=1, machine="", date="", versions={}, rows=list(rows))


def test_a_row_and_a_group_are_compared_with_brython():
    found = results(
        row("DOM, programs", "drag", 1, 4),
        row("DOM, programs", "sort", 3, 4),
        row("DOM, programs", "todo", 6, 4),
        row("DOM, programs", "drag", 8, 4, "firefox"),
    )
    assert compared(found, "chromium", "DOM, programs", "drag") == 0.25
    assert compared(found, "chromium", "DOM, programs", "") == 0.75
    assert compared(found, "firefox", "DOM, programs", "") == 2
    assert compared(found, "chromium", "Start", "warm") == 0


def test_the_summary_has_what_was_measured_in_each_browser():
    lines = summary(
        results(
            row("Start", "warm", 2, 4),
            row("Start", "warm", 4, 4, "firefox"),
            row("Language", "fib", 1, 8),
            row("Other", "x", 1, 8, "webkit"),
        )
    )
    assert "| | Chromium | Firefox |" in lines
    assert "| start, files in the cache | 0.50 | 1.00 |" in lines
    assert "| a program without the page | 0.12 |  |" in lines
    assert len([line for line in lines if line.startswith("|")]) == 4


def test_a_row_of_a_group_may_take_brython_less_than_the_timer_shows():
    found = results(*(row("Language", title, 3, 4) for title in "ab"), row("Language", "c", 1, 0))
    assert compared(found, "chromium", "Language", "") == 0.75


def test_without_brython_there_is_no_ratio():
    only_ours = Row("Start", "warm", "ms", "ours", {"ours": [3.0]}, engine="chromium")
    assert compared(results(only_ours), "chromium", "Start", "warm") == 0

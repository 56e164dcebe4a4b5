"""A change is reported if it is beyond the noise, at any speed of the machine."""

from bench.compare import compared
from bench.measure import Row


def row(ours, base=(1.0, 1.02, 0.98, 1.01, 0.99), engine="chromium"):
    samples = {"raw": list(base), "ours": list(ours)}
    return Row("requests", "one", "ms", "raw", samples, engine=engine)


USUAL = (1.2, 1.22, 1.18, 1.21, 1.19)


def test_noise_is_not_reported():
    assert compared([row(USUAL)], [row((1.19, 1.24, 1.2, 1.22, 1.17))]) == ([], False)


def test_a_slower_machine_is_not_reported():
    twice = row([2 * value for value in USUAL], base=[2.0, 2.04, 1.96, 2.02, 1.98])
    assert compared([row(USUAL)], [twice]) == ([], False)


def test_a_slower_path_is_reported_and_a_quicker_one():
    lines, slower = compared([row(USUAL)], [row([1.3 * value for value in USUAL])])
    assert slower
    assert lines[0].startswith("SLOWER: chromium: requests: one: ours: 1.")
    lines, slower = compared([row(USUAL)], [row([0.8 * value for value in USUAL])])
    assert not slower
    assert lines[0].startswith("quicker: ")


def test_what_was_not_measured_before_is_left_out():
    assert compared([row(USUAL, engine="firefox")], [row([9.0] * 5)]) == ([], False)


def test_goals_and_limits_give_a_verdict():
    found = row(USUAL)
    found.goals, found.limits = {"ours": 1.25}, {"raw": 0.5}
    assert found.verdict("ours") == "≤ 1.25× holds"
    assert found.verdict("raw") == "≤ 0.5 ms MISSED"


def test_a_base_that_is_quicker_than_the_timer_gives_no_report():
    none = row(USUAL, base=[0.0] * 5)
    assert compared([none], [none]) == ([], False)

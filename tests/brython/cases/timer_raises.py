"""An interval that raises goes on; an error in one timer is none of another's."""

from browser import timer
from notes import done, later, record

ticks = []
others = []


def tick():
    ticks.append(1)
    if len(ticks) == 1:
        raise ValueError("in an interval")
    timer.clear_interval(ticking)


def over():
    record("ticks", len(ticks))
    record("others", len(others))
    done()


ticking = timer.set_interval(tick, 5)
timer.set_timeout(lambda: others.append(1), 20)
later(over, 100)

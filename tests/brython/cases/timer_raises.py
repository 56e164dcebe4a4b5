"""An interval that raises goes on. An error in one timer does not stop another."""

from browser import timer
from notes import done, later, record

ticks = []
others = []


def tick():
    ticks.append(1)
    if len(ticks) == 1:
        raise ValueError("in an interval")
    timer.clear_interval(ticking)


tries = []


def over():
    """Ends when both have run, or after a time limit."""
    tries.append(1)
    if (len(ticks) < 2 or not others) and len(tries) < 80:
        later(over, 100)
        return
    record("ticks", len(ticks))
    record("others", len(others))
    done()


ticking = timer.set_interval(tick, 5)
timer.set_timeout(lambda: others.append(1), 20)
later(over, 100)

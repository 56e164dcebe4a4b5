"""Timers that raise, or exit: the polling ends, an interval goes on."""

from browser import timer
from notes import done, later, record

polls = []
ticks = []


def poll():
    polls.append(1)
    if len(polls) == 2:
        exit()
    timer.set_timeout(poll, 1)


def tick():
    ticks.append(1)
    if len(ticks) == 1:
        raise ValueError("in an interval")
    timer.clear_interval(ticking)


def over():
    record("polls", len(polls))
    record("ticks", len(ticks))
    done()


poll()
ticking = timer.set_interval(tick, 5)
later(over, 100)

"""`browser.timer`."""

import browser.timer
from browser import timer
from notes import attempt, done, later, record, see

seen = []
ticks = []
see("import as a module", lambda: browser.timer is timer)
timer.set_timeout(lambda: seen.append("plain"), 1)
timer.set_timeout(lambda *args: seen.append(args), 10, "a", [1])
stopped = timer.set_timeout(lambda: seen.append("never"), 5)
timer.clear_timeout(stopped)
see("a handle", lambda: isinstance(stopped, int))


class Clock:
    def __init__(self):
        self.count = 0

    def tick(self):
        self.count += 1
        if self.count == 3:
            timer.clear_interval(self.handle)


clock = Clock()
clock.handle = timer.set_interval(clock.tick, 5)
interval = timer.set_interval(ticks.append, 5, "tick")


def frame(time):
    seen.append(("frame", time > 0))


timer.request_animation_frame(frame)
timer.cancel_animation_frame(timer.request_animation_frame(lambda time: seen.append("never")))
attempt("None", lambda: timer.set_timeout(None, 5))
attempt("a str for the time", lambda: timer.clear_timeout(timer.set_timeout(print, "1000")))
attempt("clear of None", lambda: timer.clear_timeout(None))
attempt("clear of one that has ended", lambda: timer.clear_timeout(stopped))
attempt("clear of an interval by clear_timeout", lambda: timer.clear_timeout(interval))
attempt("a float", lambda: timer.set_timeout(lambda: seen.append("float"), 20.5))
attempt("a keyword", lambda: timer.clear_timeout(timer.set_timeout(print, ms=1000)))


tries = []


def over():
    """Ends when all have run, or after a time limit."""
    tries.append(1)
    if (len(seen) < 4 or clock.count < 3) and len(tries) < 80:
        later(over, 100)
        return
    record("seen", sorted(seen, key=str))
    record("ticks", (clock.count, ticks))
    done()


later(over, 100)

"""`async` in all spellings, old and new."""

from browser import ajax
from notes import done, expect, record

expect(5)


def ask(name, *positional, **keywords):
    calls = []

    def complete(req):
        calls.append(req)
        done()

    ajax.get("/text", *positional, oncomplete=complete, **keywords)
    record(name, len(calls) == 1)


ask("blocking=True", blocking=True)
ask("async_=False", async_=False)
ask("**{'async': False}", **{"async": False})
ask("second positional argument False", False)
ask("second positional argument True", True)

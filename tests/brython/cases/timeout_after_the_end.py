"""A request that has ended has no timeout any more, whoever listens."""

from browser import ajax
from notes import done, later, record

calls = []


def over():
    record("calls", calls)
    done()


req = ajax.Ajax()
req.bind("load", lambda event: calls.append("load"))
req.open("GET", "/text")
req.set_timeout(0.6, lambda: calls.append("timeout"))
req.send()
later(over, 900)

"""After the end of a request there is no timeout."""

from browser import ajax
from notes import done, later, record

calls = []


def over():
    record("calls", calls)
    done()


req = ajax.Ajax()
req.bind("load", lambda event: calls.append("load"))
req.open("GET", "/text")
req.set_timeout(3, lambda: calls.append("timeout"))
req.send()
later(over, 3500)

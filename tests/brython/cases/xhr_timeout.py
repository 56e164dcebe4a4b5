"""XMLHttpRequest's own `timeout`, in milliseconds, and its event."""

from browser import ajax
from notes import done, later, record

calls = []


def over():
    record("calls", calls)
    done()


req = ajax.Ajax()
req.bind("timeout", lambda event: calls.append(event.type))
req.bind("complete", lambda req: calls.append(("complete", req.status)))
req.open("GET", "/delay?seconds=1.2")
req.timeout = 400
record("reads back", req.timeout)
req.send()
later(over, 1600)

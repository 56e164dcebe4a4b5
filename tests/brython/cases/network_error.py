"""No response, from a closed port: in old pages and new ones."""

from browser import ajax
from notes import done, later, record

calls = []


def over():
    record("calls", calls)
    record("req.error", type(getattr(req, "error", None)).__name__)
    done()


req = ajax.Ajax()
req.bind("complete", lambda req: calls.append(("complete", req.status, req.text)))
req.bind("error", lambda event: calls.append(event.type))
req.bind("loadend", lambda event: later(over))
req.open("GET", "http://localhost:1/x")
req.send()

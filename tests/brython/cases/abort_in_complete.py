"""`abort()` in a callback of `complete`."""

from browser import ajax
from notes import done, later, record

calls = []


def over():
    record("calls", calls)
    record("readyState and text", (req.readyState, req.text))
    done()


def complete(req):
    calls.append("complete")
    req.abort()
    later(over, 50)


req = ajax.Ajax()
for name in ("abort", "load", "loadend"):
    req.bind(name, lambda event, name=name: calls.append(name))
req.bind("complete", complete)
req.open("GET", "/text")
req.send()

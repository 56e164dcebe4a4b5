"""S2 to S6, S8: the states, in order, each with the request."""

from browser import ajax
from notes import done, record

seen = []


def noted(name):
    def callback(req):
        seen.append((name, req.readyState))
        if name == "complete":
            record("states", seen)
            record("readyState at the end", req.readyState)
            done()

    return callback


req = ajax.Ajax()
record("both names are one class", ajax.ajax is ajax.Ajax)
record("readyState of a new one", req.readyState)
for name in ("uninitialized", "loading", "loaded", "interactive", "complete"):
    req.bind(name, noted(name))
req.open("GET", "/text", True)
record("readyState after open", req.readyState)
req.send()
record("send returned before the answer", req.readyState < 4)

from browser import ajax
from notes import done, later, record

calls = []


def over():
    record("calls", calls)
    record("readyState and status", (req.readyState, req.status))
    done()


req = ajax.Ajax()
for name in ("abort", "loadend", "load"):
    req.bind(name, lambda event, name=name: calls.append(name))
req.bind("complete", lambda req: calls.append(("complete", req.status)))
req.open("GET", "/hang")
req.send()
later(req.abort, 100)
later(over, 200)

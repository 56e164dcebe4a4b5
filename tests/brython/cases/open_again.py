"""A second `open` removes the headers, not the listeners."""

from browser import ajax
from notes import done, record

seen = []


def complete(req):
    seen.append(req.json["headers"].get("x-one"))
    if len(seen) == 2:
        record("X-One", seen)
        done()
        return
    req.open("GET", "/echo")
    req.send()


req = ajax.Ajax()
req.bind("complete", complete)
req.open("GET", "/echo")
req.set_header("X-One", "1")
req.send()

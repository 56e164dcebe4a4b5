"""`text` while the response arrives."""

from browser import ajax
from notes import done, record

seen = []


def complete(req):
    record("first text", seen[0])
    record("length at the end", len(req.text))
    done()


req = ajax.Ajax()
req.bind("interactive", lambda req: seen.append(len(req.text)))
req.bind("complete", complete)
req.open("GET", "/drip?chunks=3&interval=0.1")
req.send()

"""`open` during a request abandons it without a callback."""

from browser import ajax
from notes import done, later, record

calls = []


def over():
    record("calls", calls)
    done()


def again():
    req.open("GET", "/text")
    req.send()
    later(over, 200)


req = ajax.Ajax()
req.bind("complete", lambda req: calls.append((req.status, req.text)))
req.open("GET", "/hang")
req.send()
later(again, 100)

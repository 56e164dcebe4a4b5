from browser import ajax
from notes import done, later, record

calls = []


def over():
    record("calls", calls)
    done()


req = ajax.Ajax()
req.bind("complete", lambda req: calls.append(1))
req.bind("complete", lambda req: calls.append(2))
req.bind("loadend", lambda event: later(over))
req.open("GET", "/text")
req.send()

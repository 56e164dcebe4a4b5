"""S10: cancels, calls the function without arguments."""

from browser import ajax
from notes import done, later, record

calls = []


def over():
    record("calls", calls)
    done()


def expired():
    calls.append("the function")
    later(over, 50)


req = ajax.Ajax()
req.bind("complete", lambda req: calls.append(("complete", req.status)))
req.bind("timeout", lambda event: calls.append(event.type))
req.open("POST", "/hang")
req.set_timeout(0.2, expired)
req.send("x=1")

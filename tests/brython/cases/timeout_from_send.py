"""The time before `send` does not count."""

from browser import ajax
from notes import done, later, record

calls = []
req = ajax.Ajax()


def send():
    req.send()


def over():
    record("calls", calls)
    done()


req.bind("complete", lambda req: calls.append(("complete", req.status)))
req.open("GET", "/delay?seconds=1.5")
req.set_timeout(3, lambda: calls.append("timeout"))
later(send, 2000)
later(over, 6000)

"""XMLHttpRequest's properties, written."""

from browser import ajax
from notes import done, later, record

calls = []


def over():
    record("calls", calls)
    done()


req = ajax.Ajax()
req.open("POST", "/echo")
req.onload = lambda event: calls.append("load")
req.upload.onload = lambda event: calls.append("upload load")
req.bind("loadend", lambda event: later(over))
req.send("x=1")

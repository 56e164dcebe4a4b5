"""`req.encoding = ...` on an `Ajax()`."""

from browser import ajax
from notes import done, record


def complete(req):
    record("text", req.text)
    done()


req = ajax.Ajax()
req.bind("complete", complete)
req.open("GET", "/text?body=%C3%A9&encode=iso-8859-1&charset=")
req.encoding = "latin1"
req.send()

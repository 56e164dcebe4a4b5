"""An error in a callback when another one is bound."""

from browser import ajax
from notes import done, later, record


def broken(req):
    raise KeyError("in my callback")


def other(req):
    record("the other callback ran", True)
    later(done)


req = ajax.Ajax()
req.bind("complete", broken)
req.bind("complete", other)
req.open("GET", "/text")
req.send()

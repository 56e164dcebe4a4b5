"""An error in a callback: the traceback, with the page's own lines."""

from browser import ajax
from notes import done, later

req = ajax.Ajax()


def fails():
    raise KeyError("in my callback")


def broken(req):
    later(done, 50)
    fails()


req.bind("complete", broken)
req.open("GET", "/text")
req.send()

"""Quotes, brackets and blanks in a path reach the server."""

from browser import ajax
from notes import done, record


def complete(req):
    record("status", req.status)
    done()


ajax.get('/text/it\'s [a] "path" with blanks', cache=True, oncomplete=complete)

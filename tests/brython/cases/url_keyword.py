"""`url=` by name."""

from browser import ajax
from notes import done, record


def complete(req):
    record("text", req.text)
    done()


ajax.get(url="/text", oncomplete=complete)

"""The same, blocking."""

from browser import ajax
from notes import done, record


def complete(req):
    record("text is bytes", isinstance(req.text, bytes))
    record("read()", req.read())
    done()


ajax.get("/bytes?size=300", cache=True, mode="binary", blocking=True, oncomplete=complete)

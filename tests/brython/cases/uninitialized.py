"""`uninitialized` can be bound, but never fires."""

from browser import ajax
from notes import done, record

calls = []


def complete(req):
    record("calls", calls)
    done()


ajax.get("/text", onuninitialized=calls.append, oncomplete=complete)

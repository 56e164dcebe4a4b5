"""`exit()` inside a callback ends that callback."""

from browser import ajax
from notes import done, later, record


def complete(req):
    later(done, 50)
    record("before exit", True)
    exit()
    record("after exit", True)


ajax.get("/text", oncomplete=complete)

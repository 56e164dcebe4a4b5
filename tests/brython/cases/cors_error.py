"""Another origin that does not allow this page."""

from browser import ajax, window
from notes import done, record


def complete(req):
    record("status", req.status)
    done()


ajax.get(window.other_origin + "/text", oncomplete=complete)

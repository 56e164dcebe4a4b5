"""The cache parameter beside a URL that is not http."""

from browser import ajax
from notes import done, record


def complete(req):
    record("data:", req.text)
    done()


ajax.get("data:text/plain,a", oncomplete=complete)

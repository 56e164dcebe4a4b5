"""An encoding that Python does not know: where the error is raised."""

from browser import ajax
from notes import attempt, done, record


def complete(req):
    attempt("reading text", lambda: req.text)
    done()


try:
    ajax.get("/text", encoding="klingon", oncomplete=complete)
except LookupError as error:
    record("get", type(error).__name__)
    done()

"""A misspelled event; a callback that is not callable."""

from browser import ajax
from notes import attempt, done, later

req = ajax.Ajax()
attempt("bind('completed', f)", lambda: req.bind("completed", print))
attempt("bind('complete', 'f')", lambda: ajax.Ajax().bind("complete", "f"))
attempt("oncompleted=f", lambda: ajax.get("/text", oncompleted=print))
attempt("onload='f'", lambda: ajax.get("/text", onload="f"))
later(done, 600)

from browser import ajax
from notes import attempt, done, later

attempt("timeout='soon'", lambda: ajax.get("/text", timeout="soon", ontimeout=print))
attempt("timeout=-1", lambda: ajax.get("/text", timeout=-1, ontimeout=print))
later(done, 300)

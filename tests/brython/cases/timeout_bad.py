"""Bad timeouts, without a response."""

from browser import ajax
from notes import attempt, done, later

url = "http://localhost:1/"
attempt("timeout='soon'", lambda: ajax.get(url, timeout="soon", ontimeout=print))
attempt("timeout=-1", lambda: ajax.get(url, timeout=-1, ontimeout=print))
later(done, 600)

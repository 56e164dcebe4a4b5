"""Unknown keywords and unknown modes."""

from browser import ajax
from notes import attempt, done, later

attempt("tiemout=1", lambda: ajax.get("/text", tiemout=1))
attempt("mode='xml'", lambda: ajax.get("/text", mode="xml"))
attempt("mode='json', encoding=", lambda: ajax.get("/json", mode="json", encoding="latin1"))
attempt("post mode='xml'", lambda: ajax.post("/text", mode="xml"))
later(done, 600)

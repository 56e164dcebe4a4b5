from browser import ajax
from notes import attempt, done

req = ajax.Ajax()
req.bind("complete", done)
req.open("GET", "/text")
req.send()
attempt("set_header after send", lambda: req.set_header("X-One", "1"))
attempt("setRequestHeader after send", lambda: req.setRequestHeader("X-One", "1"))
attempt("send after send", lambda: req.send())

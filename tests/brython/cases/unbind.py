from browser import ajax
from notes import attempt, done, record

calls = []


def one(req):
    calls.append("one")


def two(req):
    calls.append("two")
    record("calls", calls)
    done()


req = ajax.Ajax()
req.bind("complete", one)
attempt("unbind", lambda: req.unbind("complete", one))
req.bind("complete", two)
req.open("GET", "/text")
req.send()

"""`open` with a method in lower case, without its third argument."""

from browser import ajax
from notes import done, expect, record

expect(3)


def ask(method):
    def complete(req):
        record(method, req.json["method"])
        done()

    req = ajax.Ajax()
    req.bind("complete", complete)
    req.open(method, "/echo")
    req.send()


for method in ("post", "Delete", "patch"):
    ask(method)

"""`mode` and `encoding` of a request with a body."""

from browser import ajax
from notes import done, expect, record

expect(2)


def noted(name, value):
    def complete(req):
        record(name, value(req))
        done()

    return complete


ajax.post("/bytes?size=3", mode="binary", oncomplete=noted("binary", lambda req: req.read()))
latin = "/text?body=%C3%A9&encode=iso-8859-1&charset="
ajax.post(latin, encoding="latin1", oncomplete=noted("latin1", lambda req: req.text))

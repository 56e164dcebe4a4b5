from browser import ajax
from notes import done, expect, record

expect(2)


def noted(name):
    def complete(req):
        record(name, (req.status, req.text))
        done()

    return complete


ajax.get("/status/204", oncomplete=noted("text"))
ajax.get("/status/204", mode="binary", oncomplete=noted("binary"))

"""JSON of a response without a body."""

from browser import ajax
from notes import done, expect, record

expect(3)


def noted(name):
    def complete(req):
        try:
            record(name, req.json)
        except Exception as error:
            record(name, type(error).__name__)
        done()

    return complete


ajax.get("/status/204", mode="json", cache=True, oncomplete=noted("204, mode json"))
ajax.get("/json?body=", mode="json", cache=True, oncomplete=noted("empty, mode json"))
ajax.get("/json?body=", cache=True, oncomplete=noted("empty, mode text"))

"""Mode json: integers, plain types, no `text`."""

from browser import ajax
from notes import done, record


def complete(req):
    value = req.json
    record("big integer", value["big"])
    record("other values", value["list"])
    record("types", (type(value).__name__, type(value["list"]).__name__))
    record("read() is the same", req.read() == value)
    record("has text", hasattr(req, "text"))
    done()


body = '{"big": 9007199254740993, "list": [1, 1.5, 2.0, null, true, "é"]}'
ajax.get("/json", data={"body": body}, mode="json", oncomplete=complete)

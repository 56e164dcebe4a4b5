"""`headers` as another mapping than a dict, with a number as a value."""

import types

from browser import ajax
from notes import attempt, done, later, record


def noted(name):
    def complete(req):
        record(f"{name}: sent", req.json["headers"].get("x-one"))

    return complete


proxy = types.MappingProxyType({"X-One": "1"})
attempt("mapping", lambda: ajax.get("/echo", headers=proxy, oncomplete=noted("mapping")))
attempt("number", lambda: ajax.get("/echo", headers={"X-One": 5}, oncomplete=noted("number")))
later(done, 600)

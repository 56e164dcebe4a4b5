"""A url that has a query and a fragment already; the cache parameter."""

from browser import ajax
from notes import done, expect, record

expect(5)


def noted(name):
    def complete(req):
        record(name, req.json["url"])
        done()

    return complete


ajax.get("/echo?b=1", oncomplete=noted("get"))
ajax.get("/echo?b=1", data={"c": 2}, oncomplete=noted("get with data"))
ajax.get("/echo#here", oncomplete=noted("get with a fragment"))
ajax.delete("/echo", oncomplete=noted("delete"))
ajax.options("/echo", data={"c": 2}, oncomplete=noted("options with data"))

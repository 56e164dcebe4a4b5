"""S17 to S21, S25: get and post with their defaults, headers, data."""

from browser import ajax
from notes import done, expect, record

expect(5)


def noted(name):
    def complete(req):
        echo = req.json
        headers = {key: echo["headers"].get(key) for key in ("content-type", "x-one")}
        record(name, (echo["method"], echo["query"][:2], echo["body"], headers))
        done()

    return complete


ajax.get("/echo", data={"x": 1, "y": 2}, oncomplete=noted("get of a dict"))
ajax.get("/echo", data="x=1&y=2", headers={"X-One": "1"}, oncomplete=noted("get of a str"))
ajax.post("/echo", data={"x": 0, "y": 1}, oncomplete=noted("post of a dict"))
ajax.post("/echo", data="x=1", headers={"X-One": "1"}, oncomplete=noted("post of a str"))
ajax.post("/echo", oncomplete=noted("post of nothing"))

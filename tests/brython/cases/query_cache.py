"""With `cache=True` the query is exactly the data; `Ajax()` adds nothing."""

from browser import ajax
from notes import done, expect, record

expect(3)


def noted(name):
    def complete(req):
        record(name, req.json["url"])
        done()

    return complete


ajax.get("/echo", data={"q": "a b"}, cache=True, oncomplete=noted("cache=True"))
ajax.get("/echo?a=1", data={"q": 2}, cache=True, oncomplete=noted("cache=True, a query"))
req = ajax.Ajax()
req.bind("complete", noted("Ajax()"))
req.open("GET", "/echo")
req.send()

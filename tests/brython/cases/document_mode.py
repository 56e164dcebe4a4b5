"""Mode document."""

from browser import ajax
from notes import done, expect, record, see

expect(2)


def noted(name):
    def complete(req):
        record(name, req.xml.documentElement.tagName)
        record(f"{name}, read()", req.read().documentElement.tagName)
        see(f"{name}, text", lambda: req.text)
        done()

    return complete


ajax.get("/xml?body=<a/>", cache=True, mode="document", oncomplete=noted("xml"))
ajax.get("/html", mode="document", oncomplete=noted("html"))

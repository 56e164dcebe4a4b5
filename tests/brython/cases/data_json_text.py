"""A str with a given Content-Type is sent unchanged."""

from browser import ajax
from notes import done, expect, record

expect(3)


def noted(name):
    def complete(req):
        echo = req.json
        record(name, (echo["headers"]["content-type"].split(";")[0], echo["body"]))
        done()

    return complete


headers = {"Content-Type": "application/json"}
for name in ("post", "put", "patch"):
    function = getattr(ajax, name)
    function("/echo", data='{"x": "é"}', headers=headers, oncomplete=noted(name))

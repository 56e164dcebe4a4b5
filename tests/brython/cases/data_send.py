"""`send` with each kind of data, POST: the Content-Type and the body."""

import collections

from browser import ajax, window
from notes import done, expect, record

form_data = ajax.form_data()
form_data.append("x", "1")
kinds = {
    "a dict": {"x": 1, "y": "é &"},
    "a dict with a list": {"x": [1, 2]},
    "a dict with a tuple": {"x": (1, 2)},
    "an OrderedDict": collections.OrderedDict(x=1),
    "a str": "x=1&y=2",
    "bytes": b"a\xffb",
    "FormData": form_data,
    "a Blob": window.Blob.new(["ab"]),
    "a number": 1,
}
expect(len(kinds))


def ask(kind):
    def complete(req):
        echo = req.json
        content_type = echo["headers"].get("content-type", "").split(";")[0]
        body = echo["form"] if kind == "FormData" else echo["body"]
        if kind == "FormData" and content_type != "multipart/form-data":
            body = "no fields found"
        record(kind, (content_type, body))
        done()

    req = ajax.Ajax()
    req.bind("complete", complete)
    req.open("POST", "/echo")
    try:
        req.send(kinds[kind])
    except Exception as error:
        record(kind, type(error).__name__)
        done()


for kind in kinds:
    ask(kind)

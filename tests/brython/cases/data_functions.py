"""post, put and patch with each kind of data: the Content-Type and the body."""

import collections

from browser import ajax, window
from notes import done, expect, record

form_data = ajax.form_data()
form_data.append("x", "1")
kinds = {
    "a dict": {"x": 1, "y": "é &"},
    "a dict with None": {"x": None},
    "a dict with a list": {"x": [1, 2]},
    "an OrderedDict": collections.OrderedDict(x=1),
    "a str": "x=1&y=2",
    "bytes": b"a\xffb",
    "a bytearray": bytearray(b"ab"),
    "a memoryview": memoryview(b"ab"),
    "FormData": form_data,
    "a Blob": window.Blob.new(["ab"]),
    "URLSearchParams": window.URLSearchParams.new("x=1"),
    "a number": 1,
}
names = ("post", "put", "patch")
expect(len(kinds) * len(names))


def ask(name, kind):
    def complete(req):
        echo = req.json
        content_type = echo["headers"].get("content-type", "").split(";")[0]
        body = echo["form"] if kind == "FormData" else echo["body"]
        if kind == "FormData" and content_type != "multipart/form-data":
            body = "no fields found"
        record(f"{name} of {kind}", (content_type, body))
        done()

    try:
        getattr(ajax, name)("/echo", data=kinds[kind], oncomplete=complete)
    except Exception as error:
        record(f"{name} of {kind}", type(error).__name__)
        done()


for name in names:
    for kind in kinds:
        ask(name, kind)

"""get with each kind of data: the query."""

import collections

from browser import ajax
from notes import done, expect, record

form_data = ajax.form_data()
form_data.append("x", "a b")
kinds = {
    "dict": {"x": 1, "y": "é &"},
    "dict with None": {"x": None},
    "dict with a list": {"x": [1, 2]},
    "OrderedDict": collections.OrderedDict(x=1),
    "str": "x=1&y=%C3%A9",
    "bytes": b"x=1",
    "FormData": form_data,
    "number": 1,
}
expect(len(kinds))


def ask(name, data):
    def complete(req):
        record(name, req.json["url"])
        done()

    try:
        ajax.get("/echo", data=data, cache=True, oncomplete=complete)
    except Exception as error:
        record(name, type(error).__name__)
        done()


for name in kinds:
    ask(name, kinds[name])

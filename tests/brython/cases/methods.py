"""The function of each method."""

from browser import ajax
from notes import done, expect, record

names = ("get", "delete", "options", "post", "put", "patch")
expect(len(names) + 1)


def noted(name):
    def complete(req):
        record(name, req.json["method"] if name != "head" else (req.status, req.text))
        done()

    return complete


for name in names:
    getattr(ajax, name)("/echo", oncomplete=noted(name))
ajax.head("/echo", oncomplete=noted("head"))

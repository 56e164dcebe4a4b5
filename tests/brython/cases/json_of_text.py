"""`.json` in mode text, on `send` and `file_upload` too; integers."""

from browser import ajax, window
from notes import done, expect, record

expect(3)


def noted(name, value):
    def complete(req):
        record(name, value(req.json))
        done()

    return complete


ajax.get("/json", oncomplete=noted("get", bool))
ajax.get("/json?body=9007199254740993", cache=True, oncomplete=noted("integer", int))
file = window.File.new(["abc"], "a.txt")
ajax.file_upload("/upload", file, oncomplete=noted("file_upload", lambda json: "parts" in json))

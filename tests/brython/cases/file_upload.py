"""`file_upload` with its defaults and with data."""

from browser import ajax, window
from notes import done, expect, record

expect(2)


def noted(name):
    def complete(req):
        parts = req.json["parts"]
        record(name, sorted((part["field"], part["filename"], part["size"]) for part in parts))
        done()

    return complete


file = window.File.new(["abc"], "a.txt")
ajax.file_upload("/upload", file, oncomplete=noted("defaults"))
ajax.file_upload(
    "/upload", file, field_name="f", data={"note": "n"}, oncomplete=noted("field_name and data")
)

"""`file_upload` with headers, and with method and field_name by position."""

from browser import ajax, window
from notes import attempt, done, later, record


def noted(name):
    def complete(req):
        echo = req.json
        fields = [file["field"] for file in echo["files"]]
        record(f"{name}: sent", (echo["method"], echo["headers"].get("x-one"), fields))

    return complete


def upload(name, *positional, **keywords):
    file = window.File.new(["abc"], "a.txt")
    ajax.file_upload("/echo", file, *positional, oncomplete=noted(name), **keywords)


attempt("headers", lambda: upload("headers", headers={"X-One": "1"}))
attempt("positional", lambda: upload("positional", "PUT", "picture"))
later(done, 600)

"""S12 with a header that names multipart/form-data, as later pages write it."""

from browser import ajax, window
from notes import done, record


def complete(req):
    echo = req.json
    record("Content-Type", echo["headers"]["content-type"].split(";")[0])
    record("files", [(file["field"], file["filename"], file["size"]) for file in echo["files"]])
    record("fields", echo["form"])
    done()


file = window.File.new(["abc"], "a.txt")
req = ajax.Ajax()
req.bind("complete", complete)
req.open("POST", "/echo", True)
req.set_header("content-type", "multipart/form-data")
req.send({"upload": file, "n": 1})

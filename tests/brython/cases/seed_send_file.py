"""S12: a dict with a File among its values is sent as FormData."""

from browser import ajax, window
from notes import done, record


def complete(req):
    echo = req.json
    record("Content-Type", echo["headers"]["content-type"].split(";")[0])
    record("files", [(file["field"], file["filename"], file["size"]) for file in echo["files"]])
    done()


file = window.File.new(["abc"], "a.txt")
req = ajax.Ajax()
req.bind("complete", complete)
req.open("POST", "/echo", True)
req.send({"upload": file})

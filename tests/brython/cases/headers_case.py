"""Case-insensitive, the last of a name wins, allowed before `open`."""

from browser import ajax
from notes import done, record


def complete(req):
    headers = req.json["headers"]
    record("sent", (headers.get("x-before"), headers.get("x-one")))
    done()


req = ajax.Ajax()
req.bind("complete", complete)
req.set_header("X-Before", "1")
req.open("GET", "/echo")
req.set_header("X-One", "1")
req.set_header("x-one", "2")
req.send()

"""GET does not send its body."""

from browser import ajax
from notes import done, record


def complete(req):
    record("url and body", (req.json["url"], req.json["body"]))
    done()


req = ajax.Ajax()
req.bind("complete", complete)
req.open("GET", "/echo")
req.send("x=1")

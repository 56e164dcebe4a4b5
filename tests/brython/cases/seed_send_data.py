"""S9, S11: headers; `send` of a dict and of a url-encoded str."""

from browser import ajax
from notes import done, expect, record

expect(2)


def send(name, data):
    def complete(req):
        record(name, (req.json["body"], req.json["headers"].get("x-colour")))
        done()

    req = ajax.Ajax()
    req.bind("complete", complete)
    req.open("POST", "/echo", True)
    req.set_header("content-type", "application/x-www-form-urlencoded")
    req.set_header("X-Colour", "blue")
    req.send(data)


send("dict", {"x": 0, "name": "é &"})
send("str", "x=0&name=%C3%A9%20%26")

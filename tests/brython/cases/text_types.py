"""The Content-Type of text by the method, multipart with a charset, a view, a lone surrogate."""

from browser import ajax
from notes import done, expect, record

expect(4)


def noted(name, shown):
    def complete(req):
        record(name, shown(req.json))
        done()

    return complete


def content_type(echo):
    return echo["headers"].get("content-type", "").split(";")[0]


req = ajax.Ajax()
req.bind("complete", noted("DELETE with a str", content_type))
req.open("DELETE", "/echo")
req.send("x=1")

form_data = ajax.form_data()
form_data.append("x", "1")
headers = {"Content-Type": "multipart/form-data; charset=utf-8"}
fields = noted("fields of multipart with a charset", lambda echo: echo["form"])
ajax.post("/echo", data=form_data, headers=headers, oncomplete=fields)


def send(name, data):
    try:
        ajax.post("/echo", data=data, oncomplete=noted(name, lambda echo: echo["body"]))
    except Exception as error:
        record(name, type(error).__name__)
        done()


send("every second byte", memoryview(b"abcdef")[::2])
send("a lone surrogate", "a" + chr(0xD800))

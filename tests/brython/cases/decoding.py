"""The response's charset, `encoding=`, UTF-8 that is broken."""

from browser import ajax
from notes import done, expect, record

expect(5)


def noted(name):
    def complete(req):
        try:
            record(name, req.text)
        except Exception as error:
            record(name, type(error).__name__)
        done()

    return complete


latin = "/text?body=%C3%A9&encode=iso-8859-1"
ajax.get("/text", cache=True, oncomplete=noted("utf-8"))
ajax.get(latin + "&charset=iso-8859-1", cache=True, oncomplete=noted("charset=iso-8859-1"))
ajax.get(latin + "&charset=", encoding="latin1", cache=True, oncomplete=noted("encoding='latin1'"))
ajax.get(latin + "&charset=", cache=True, oncomplete=noted("not utf-8"))
ajax.get("/text?bom=1&charset=", cache=True, oncomplete=noted("byte order mark"))

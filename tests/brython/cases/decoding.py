"""The response's charset, `encoding=`, what XML declares, UTF-8 that is broken."""

from browser import ajax
from notes import done, expect, record

expect(7)


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
xml = "%3C?xml version='1.0' encoding='iso-8859-1'?%3E%3Ca%3E%C3%A9%3C/a%3E"
declared = f"/xml?encode=iso-8859-1&body={xml}"
ajax.get(declared, cache=True, oncomplete=noted("declared in XML"))
koi8 = "/text?body=%D1%8E&encode=koi8-u&charset=koi8-u"
ajax.get(koi8, cache=True, oncomplete=noted("charset=koi8-u"))

"""In each mode a blocking request has the same value as another one."""

from browser import ajax
from notes import done, expect, record

expect(5)


def tag(document):
    return document.documentElement.tagName


def noted(name, value):
    def complete(req):
        try:
            record(name, value(req))
        except Exception as error:
            record(name, type(error).__name__)
        done()

    return complete


def ask(name, url, mode, value):
    ajax.get(url, cache=True, mode=mode, blocking=True, oncomplete=noted(name, value))


ask("text", "/text", "text", lambda req: req.text)
ask("json", "/json", "json", lambda req: req.json)
ask("json, read()", "/json", "json", lambda req: req.read())
ask("document", "/xml?body=<a/>", "document", lambda req: tag(req.xml))
ask("binary", "/bytes?size=256", "binary", lambda req: sum(req.read()))

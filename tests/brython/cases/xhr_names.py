"""XMLHttpRequest's own names on the request."""

from browser import ajax
from notes import done, record


def complete(req):
    record("statusText", req.statusText)
    record("responseURL", req.responseURL)
    record("responseText", req.responseText)
    record("a header", req.getResponseHeader("X-One"))
    record("no header", req.getResponseHeader("X-None") is None)
    record("all headers", "x-one: 1" in req.getAllResponseHeaders())
    done()


req = ajax.Ajax()
req.bind("complete", complete)
req.open("GET", "/headers?X-One=1")
req.send()

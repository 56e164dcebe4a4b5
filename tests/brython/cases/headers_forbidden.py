"""A header that browsers forbid."""

from browser import ajax
from notes import done, record


def complete(req):
    headers = req.json["headers"]
    record("sent", (headers.get("accept-charset"), headers.get("x-fine")))
    done()


ajax.get("/echo", headers={"Accept-Charset": "utf-8", "X-Fine": "1"}, oncomplete=complete)

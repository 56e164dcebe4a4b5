# An error: the traceback has your own lines, and leads to them.
from browser import ajax


def total(req):
    return sum(item["price"] for item in req.json["items"])


ajax.get("/api/echo", cache=True, oncomplete=total)

"""XMLHttpRequest's own events."""

from browser import ajax
from notes import done, record

seen = []


def noted(event):
    seen.append(event.type)
    if event.type == "load":
        record("loaded and total", (event.loaded, event.total, event.lengthComputable))
        record("the target is the request", hasattr(event.target, "set_header"))
        record("target.status", event.target.status)
    if event.type == "loadend":
        record("seen", seen)
        done()


url = "/bytes?size=1000"
ajax.get(url, cache=True, onloadstart=noted, onload=noted, onloadend=noted)

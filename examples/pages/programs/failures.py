# Four different failures: HTTP status, network error, timeout, abort.
from browser import ajax, document, html

log = html.OL()
document <= log


def say(text):
    item = html.LI()
    item.text = text
    log <= item


def complete(req):
    say(f"{req.url}: status {req.status}, error {req.error}")


ajax.get("/api/nothing-here", cache=True, oncomplete=complete)
ajax.get("http://localhost:9/", cache=True, oncomplete=complete)
ajax.get("/api/delay?seconds=5", cache=True, timeout=0.2, ontimeout=lambda: say("timed out"))

late = ajax.ajax()
late.bind("abort", lambda ev: say(str(ev.target.error)))
late.open("GET", "/api/delay?seconds=5")
late.send()
late.abort()

# Sends a request and shows the response in the page.
from browser import ajax, document


def on_complete(req):
    document <= f"The server was asked {req.json['method']} {req.json['url']}"


ajax.get("/api/echo", data={"name": "Ada"}, cache=True, mode="json", oncomplete=on_complete)

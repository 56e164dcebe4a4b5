"""The program of the page: shows the list of the server, and adds items to it."""

import json

from browser import ajax, bind, document, html

URL = "/api/items"


def show(req):
    if req.status != 200:
        document["status"].text = str(req.error or req.text)
        return
    document["status"].text = ""
    document["list"].clear()
    document["list"] <= [html.LI(name) for name in req.json]


@bind("#add", "submit")
def add(event):
    event.preventDefault()
    item = json.dumps({"name": document["name"].value})
    ajax.post(URL, data=item, headers={"Content-Type": "application/json"}, oncomplete=show)
    document["name"].value = ""


ajax.get(URL, oncomplete=show)

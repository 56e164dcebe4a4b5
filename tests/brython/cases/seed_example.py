"""S16: the example of the documentation, unchanged."""

from browser import ajax, document
from notes import done, record

url = "/form"


def on_complete(req):
    if req.status == 200 or req.status == 0:
        document["result"].html = req.text
    else:
        document["result"].html = "error " + req.text
    record("result", document["result"].html)
    done()


req = ajax.ajax()
req.bind("complete", on_complete)
# send a POST request to the url
req.open("POST", url, True)
req.set_header("content-type", "application/x-www-form-urlencoded")
# send data as a dictionary
req.send({"x": 0, "y": 1})

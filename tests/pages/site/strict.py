from browser import ajax, document


def on_complete(req):
    document["result"].text = f"{req.text} {req.mode}"


ajax.get("/text?body=answered", oncomplete=on_complete)

from browser import ajax

ajax.post("/x", blocking=True, body={"x": 1})  # reject: "body"

from browser import ajax

ajax.get("/x", oncompelte=print)  # reject: "oncompelte"

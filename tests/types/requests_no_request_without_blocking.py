from browser import ajax

print(ajax.get("/x").status)  # reject: "status"

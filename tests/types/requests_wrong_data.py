from browser import ajax

ajax.post("/x", data=1)  # reject: "str", "int" | "data"

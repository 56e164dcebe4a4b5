from browser import ajax

ajax.get("/x", mode="xml")  # reject: "str", "str" | "mode"

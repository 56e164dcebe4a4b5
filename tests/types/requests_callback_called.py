from browser import ajax


def show(req: ajax.Ajax) -> int:
    return req.status


ajax.get("/x", oncomplete=show(ajax.Ajax()))  # reject: "str", "int" | "oncomplete"

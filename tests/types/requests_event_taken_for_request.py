from browser import ajax


def show(req: ajax.Ajax) -> None:
    print(req.text)


ajax.get("/x", onload=show)  # reject: "onload"

from browser import ajax


def give_up(req: ajax.Ajax) -> None:
    print(req)


ajax.get("/x", timeout=1, ontimeout=give_up)  # reject: "ontimeout"

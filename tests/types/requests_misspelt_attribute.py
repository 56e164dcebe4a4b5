from browser import ajax


def show(req: ajax.Ajax) -> None:
    print(req.stauts)  # reject: "stauts"

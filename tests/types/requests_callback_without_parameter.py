from browser import ajax


def show() -> None:
    print("done")


ajax.get("/x", oncomplete=show)  # reject: "oncomplete"

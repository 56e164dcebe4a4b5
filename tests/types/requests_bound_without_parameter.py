from browser import ajax


def show() -> None:
    print("done")


ajax.Ajax().bind("complete", show)  # reject: "bind" | "function"

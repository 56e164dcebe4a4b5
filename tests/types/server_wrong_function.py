from browser.testing import Request, Server


def text(request: Request) -> str:
    return request.text


with Server() as server:
    server.on("POST", "/", text)  # reject: "Response

"""The back end of the notes: an ASGI app that stores everything in memory."""

import itertools

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

PASSWORDS = {"ada": "lovelace"}
LIMIT = 5_000_000
notes: dict[int, str] = {}
ids = itertools.count(1)


def listed() -> Response:
    return JSONResponse([{"id": number, "text": text} for number, text in notes.items()])


async def login(request: Request) -> Response:
    if request.method == "GET":
        return JSONResponse({}, 200 if "session" in request.cookies else 401)
    async with request.form() as form:
        name, password = form["name"], form["password"]
    if PASSWORDS.get(str(name)) != password:
        return PlainTextResponse("wrong name or password", 403)
    response = JSONResponse({"name": name})
    response.set_cookie("session", str(name), samesite="strict")
    return response


async def all_notes(request: Request) -> Response:
    if "session" not in request.cookies:
        return PlainTextResponse("log in first", 401)
    if request.method == "POST":
        async with request.form() as form:
            text = str(form.get("text", "")).strip()
        if not text:
            return PlainTextResponse("a note must have a text", 400)
        notes[next(ids)] = text
    return listed()


async def one_note(request: Request) -> Response:
    notes.pop(request.path_params["number"], None)
    return listed()


async def files(request: Request) -> Response:
    async with request.form() as form:
        file = form["filetosave"]
        assert not isinstance(file, str)
        size, name = file.size or 0, file.filename
    if size > LIMIT:
        return PlainTextResponse(f"a file can have at most {LIMIT} bytes", 413)
    return JSONResponse({"name": name, "size": size})


app = Starlette(
    routes=[
        Route("/api/login", login, methods=["GET", "POST"]),
        Route("/api/notes", all_notes, methods=["GET", "POST"]),
        Route("/api/notes/{number:int}", one_note, methods=["DELETE"]),
        Route("/api/files", files, methods=["POST"]),
    ]
)

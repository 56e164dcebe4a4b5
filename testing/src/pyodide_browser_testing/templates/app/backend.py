"""The server of the shopping list: an ASGI app that stores the list in memory."""

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

items: list[str] = ["bread"]


async def all_items(request: Request) -> Response:
    if request.method == "POST":
        name = str((await request.json())["name"]).strip()
        if not name:
            return PlainTextResponse("Write what to buy.", 400)
        items.append(name)
    return JSONResponse(items)


app = Starlette(routes=[Route("/api/items", all_items, methods=["GET", "POST"])])

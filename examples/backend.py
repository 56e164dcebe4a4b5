"""The back end of the demo: routes under ``/api/``. `pyodide-browser serve` adds the pages."""

from __future__ import annotations

import asyncio
import base64
import hashlib
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.types import Receive, Scope, Send

from examples.services import Accounts, ChatRooms, Log, TodoLists
from pyodide_browser_testing.files import Files

Json = dict[str, Any]

ROOT = Path(__file__).resolve().parent.parent
BUILT = ROOT / ".build"

MAX_DELAY = 60.0
MAX_FIELD_SIZE = 64 * 1024 * 1024
FORM_TYPES = ("multipart/form-data", "application/x-www-form-urlencoded")


class AnyMethod:
    """An endpoint for every method, including custom ones (Starlette's default is only GET)."""

    def __init__(self, handler: Callable[[Request], Awaitable[Response]]) -> None:
        self.handler = handler

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        response = await self.handler(Request(scope, receive, send))
        await response(scope, receive, send)


async def describe(request: Request) -> Json:
    """Describes a request: method, URL, headers, form, files and body."""
    body = await request.body()  # Starlette stores it for the form parser
    target = request.scope["raw_path"].decode("latin-1")
    if request.scope["query_string"]:
        target += "?" + request.scope["query_string"].decode("latin-1")
    result: Json = {
        "method": request.method,
        "url": target,
        "query": [list(pair) for pair in request.query_params.multi_items()],
        "headers": {name: ", ".join(request.headers.getlist(name)) for name in request.headers},
        "form": [],
        "files": [],
        "body": body.decode("utf-8", "replace"),
    }
    if request.headers.get("content-type", "").split(";")[0].strip().lower() in FORM_TYPES:
        try:
            async with request.form(max_part_size=MAX_FIELD_SIZE) as form:
                result["form"], result["files"] = await split_form(form)
        except HTTPException as error:  # no boundary, an incomplete body, …
            result["form_error"] = error.detail
    if not is_utf8(body):
        result["body_base64"] = base64.b64encode(body).decode("ascii")
    return result


async def split_form(form: FormData) -> tuple[list[list[str]], list[Json]]:
    """Returns the fields and the files of a form, in the order in which they were sent."""
    fields: list[list[str]] = []
    files: list[Json] = []
    for name, value in form.multi_items():
        if isinstance(value, UploadFile):
            content = await value.read()
            files.append(
                {
                    "field": name,
                    "filename": value.filename,
                    "content_type": value.content_type,
                    "size": len(content),
                    "sha256": hashlib.sha256(content).hexdigest(),
                }
            )
        else:
            fields.append([name, value])
    return fields, files


def is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


class Built(Files):
    """Files that `make demo` builds."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self.directory and Path(self.directory).is_dir():
            await super().__call__(scope, receive, send)
        else:
            await PlainTextResponse("not built yet: run `make demo`\n", 404)(scope, receive, send)


async def echo(request: Request) -> Response:
    return JSONResponse(await describe(request))


async def delay(request: Request) -> Response:
    try:
        seconds = float(request.query_params.get("seconds", "1"))
    except ValueError:
        return JSONResponse({"error": "seconds must be a number"}, 400)
    if not 0 <= seconds <= MAX_DELAY:
        return JSONResponse({"error": f"seconds must be from 0 to {MAX_DELAY:g}"}, 400)
    await asyncio.sleep(seconds)
    return JSONResponse({"seconds": seconds})


async def upload(request: Request) -> Response:
    async with request.form(max_part_size=MAX_FIELD_SIZE) as form:
        fields, files = await split_form(form)
    if not files:
        return JSONResponse({"error": "no file in the request"}, 400)
    return JSONResponse({"files": files, "form": fields})


def create_app() -> Starlette:
    """Returns the app: the API at ``/api/``, the editor at ``/assets/``, the docs at ``/docs/``,
    the notebooks at ``/lite/``, the measured pages at ``/bench/`` and ``/brython/``."""
    return Starlette(
        routes=[
            Route("/api/echo", AnyMethod(echo)),
            Route("/api/delay", AnyMethod(delay)),
            Route("/api/upload", upload, methods=["POST", "PUT"]),
            *TodoLists().routes(),
            *Accounts().routes(),
            *Log().routes(),
            *ChatRooms().routes(),
            Mount("/assets", Built(directory=BUILT / "demo", check_dir=False)),
            Mount("/bench", Built(directory=ROOT / "bench" / "pages")),
            Mount("/brython", Built(directory=ROOT / "node_modules" / "brython", check_dir=False)),
            Mount("/lite", Built(directory=BUILT / "lite", html=True, check_dir=False)),
            Mount("/lite-pyodide", Built(directory=BUILT / "test-pyodide", check_dir=False)),
            Mount("/docs", Built(directory=BUILT / "docs", html=True, check_dir=False)),
        ]
    )


app = create_app()

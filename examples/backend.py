"""The demo back end: a few routes under ``/api/``, the pages and the built files."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import os
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path, PurePath
from typing import Any, ClassVar

from starlette.applications import Starlette
from starlette.datastructures import FormData, Headers, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Receive, Scope, Send

from examples.services import Accounts, ChatRooms, Log, TodoLists

Json = dict[str, Any]

MAX_DELAY = 60.0
MAX_FIELD_SIZE = 64 * 1024 * 1024
FORM_TYPES = ("multipart/form-data", "application/x-www-form-urlencoded")

# What browsers insist on, whatever the machine's own MIME tables say.
MIME_TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".py": "text/x-python; charset=utf-8",
    ".json": "application/json",
    ".wasm": "application/wasm",
    ".whl": "application/zip",
    ".zip": "application/zip",
}


class AnyMethod:
    """An endpoint for every method, custom ones too (Starlette's default is GET alone)."""

    def __init__(self, handler: Callable[[Request], Awaitable[Response]]) -> None:
        self.handler = handler

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        response = await self.handler(Request(scope, receive, send))
        await response(scope, receive, send)


class Files(StaticFiles):
    """Static files with the right types, which the browser must revalidate; compressed where there
    is a file of the same name and .br beside them."""

    more_headers: ClassVar[Mapping[str, str]] = {}
    compressed = True

    def file_response(
        self,
        full_path: str | os.PathLike[str],
        stat_result: os.stat_result,
        scope: Scope,
        status_code: int = 200,
    ) -> Response:
        brotli = f"{os.fspath(full_path)}.br"
        accepted = Headers(scope=scope).get("accept-encoding", "")
        if self.compressed and "br" in accepted.split(", ") and os.path.exists(brotli):
            response = super().file_response(brotli, os.stat(brotli), scope, status_code)
            response.headers.update({"Content-Encoding": "br", "Vary": "Accept-Encoding"})
        else:
            response = super().file_response(full_path, stat_result, scope, status_code)
        response.headers.update({"Cache-Control": "no-cache", **self.more_headers})
        mime_type = MIME_TYPES.get(PurePath(full_path).suffix.lower())
        if mime_type is not None and response.status_code != 304:
            response.headers["Content-Type"] = mime_type
        return response


async def describe(request: Request) -> Json:
    """Everything a test or a page may want to know about the request it made."""
    body = await request.body()  # kept by Starlette: the form parser reads it again
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
        except HTTPException as error:  # no boundary, cut short...
            result["form_error"] = error.detail
    if not is_utf8(body):
        result["body_base64"] = base64.b64encode(body).decode("ascii")
    return result


async def split_form(form: FormData) -> tuple[list[list[str]], list[Json]]:
    """The plain fields and the files of a form, each in the order they were sent."""
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


def create_app(dist: Path, examples: Path, built: Path) -> Starlette:
    """``examples/pages`` at ``/``, ``dist`` at ``/dist/`` and the API at ``/api/``; of ``built``
    the editor at ``/assets/`` and the documentation at ``/docs/``."""
    return Starlette(
        routes=[
            Route("/api/echo", AnyMethod(echo)),
            Route("/api/delay", AnyMethod(delay)),
            Route("/api/upload", upload, methods=["POST", "PUT"]),
            *TodoLists().routes(),
            *Accounts().routes(),
            *Log().routes(),
            *ChatRooms().routes(),
            Mount("/dist", Files(directory=dist)),
            Mount("/assets", Files(directory=built / "demo", check_dir=False)),
            Mount("/docs", Files(directory=built / "docs", html=True, check_dir=False)),
            Mount("/", Files(directory=examples / "pages", html=True)),
        ]
    )

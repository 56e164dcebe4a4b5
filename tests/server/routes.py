"""The routes with valid HTTP. The broken responses are in ``raw.py``."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import gzip
import hashlib
import http
import importlib
import zlib
from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from examples import backend
from examples.backend import AnyMethod, describe
from tests.server import documents, multipart

COMMON = ("cors",)  # the parameters of every route


def typed(
    content: bytes, content_type: str, status: int = 200, headers: Mapping[str, str] | None = None
) -> Response:
    """A response with exactly this Content-Type; without one if it is empty."""
    own = {"Content-Type": content_type} if content_type else {}
    return Response(content, status, {**own, **(headers or {})})


def own_pairs(request: Request) -> list[tuple[str, str]]:
    return [pair for pair in request.query_params.multi_items() if pair[0] not in COMMON]


def number(request: Request, name: str, default: float) -> float:
    try:
        return float(request.query_params.get(name, default))
    except ValueError:
        raise HTTPException(400, f"{name} must be a number") from None


async def left(request: Request, seconds: float | None) -> bool:
    """Waits; returns whether the client left before the end. None waits for ever."""
    await request.body()
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await request.receive()  # after the body there is only a disconnection
            return True
    return False


async def echo(request: Request) -> Response:
    described = await describe(request)
    described["body_base64"] = base64.b64encode(await request.body()).decode("ascii")
    return JSONResponse(described)


async def some_bytes(request: Request) -> Response:
    query = request.query_params
    content = documents.pattern(int(number(request, "size", 256)), int(number(request, "seed", 0)))
    kind = query.get("type", "application/octet-stream")
    return typed(content, kind, headers={"X-Sha256": hashlib.sha256(content).hexdigest()})


async def raw(request: Request) -> Response:
    kind = request.query_params.get("type", "application/octet-stream")
    return typed(await request.body(), kind)


def document(
    default: str, media_type: str, charset: str = "utf-8"
) -> Callable[[Request], Awaitable[Response]]:
    """A handler for text whose ``body``, ``type``, ``charset``, ``encode`` and ``bom`` vary."""

    async def handler(request: Request) -> Response:
        query = request.query_params
        charset_sent = query.get("charset", charset)
        text = ("\ufeff" if query.get("bom") == "1" else "") + query.get("body", default)
        try:
            content = text.encode(query.get("encode") or charset_sent or "utf-8")
        except (LookupError, UnicodeEncodeError) as error:
            raise HTTPException(400, str(error)) from None
        kind = query.get("type", media_type)
        return typed(content, f"{kind}; charset={charset_sent}" if kind and charset_sent else kind)

    return handler


async def big_json(request: Request) -> Response:
    content = documents.big_json(int(number(request, "size", 1_000_000)))
    return typed(content.encode(), "application/json")


async def status(request: Request) -> Response:
    code: int = request.path_params["code"]
    if not 200 <= code <= 999:
        raise HTTPException(400, "a final status is from 200 to 999")
    if code in (204, 205, 304):
        return Response(None, code)
    phrase = http.HTTPStatus(code).phrase if code in set(http.HTTPStatus) else "no such status"
    body = request.query_params.get("body", f"{code} {phrase}")
    return typed(body.encode(), "text/plain; charset=utf-8", code)


async def headers(request: Request) -> Response:
    response = typed(b"headers", "text/plain; charset=utf-8")
    for name, value in own_pairs(request):
        if name.lower() == "content-type":
            response.headers["Content-Type"] = value
        else:
            response.headers.append(name, value)
    return response


async def delay(request: Request) -> Response:
    seconds = number(request, "seconds", 1)
    await left(request, seconds)
    return JSONResponse({"seconds": seconds})


async def hang(request: Request) -> Response:
    await left(request, None)
    return Response(None, 204)  # the client has left


async def drip(request: Request) -> Response:
    count, size = int(number(request, "chunks", 5)), int(number(request, "size", 64))
    interval = number(request, "interval", 0.1)
    lines = [documents.line(index, size).encode() for index in range(count)]

    async def chunks() -> AsyncIterator[bytes]:
        for index, line in enumerate(lines):
            if index:
                await asyncio.sleep(interval)
            yield line

    own = {"Content-Type": "text/plain; charset=utf-8", "X-Content-Type-Options": "nosniff"}
    if request.query_params.get("length") == "1":
        own["Content-Length"] = str(sum(map(len, lines)))
    return StreamingResponse(chunks(), headers=own)


async def events(request: Request) -> Response:
    count, interval = int(number(request, "events", 3)), number(request, "interval", 0.1)

    async def chunks() -> AsyncIterator[str]:
        for index in range(count):
            if index:
                await asyncio.sleep(interval)
            yield f"id: {index}\ndata: event {index}\n\n"

    own = {"Content-Type": "text/event-stream; charset=utf-8", "Cache-Control": "no-store"}
    return StreamingResponse(chunks(), headers=own)


class Staged:
    """Responses that a page moves on: ``/staged?key=`` waits for ``/stage?key=&do=``, which is
    piece, end or break. Browsers hold a head back until there is a piece."""

    def __init__(self) -> None:
        self._orders: defaultdict[str, asyncio.Queue[str]] = defaultdict(asyncio.Queue)

    async def order(self, request: Request) -> Response:
        query = request.query_params
        self._orders[query["key"]].put_nowait(query["do"])
        return Response(None, 204)

    async def response(self, request: Request) -> Response:
        query = request.query_params
        orders = self._orders[query["key"]]
        leaving = asyncio.ensure_future(left(request, None))
        ordered = asyncio.ensure_future(orders.get())
        await asyncio.wait({leaving, ordered}, return_when=asyncio.FIRST_COMPLETED)
        leaving.cancel()
        if not ordered.done():
            ordered.cancel()
            return Response(None, 204)
        first = ordered.result()
        if first == "break":
            return RedirectResponse("data:,")  # Firefox waits for ever at a forbidden port

        async def pieces() -> AsyncIterator[bytes]:
            order = first
            while order == "piece":
                yield b'"piece" '
                order = await orders.get()
            if order == "break":
                raise ConnectionAbortedError

        response = StreamingResponse(pieces(), int(query.get("status", "200")))
        response.raw_headers = [
            (b"x-content-type-options", b"nosniff"),
            (b"cache-control", b"no-store"),
            (b"x-key", query["key"].encode()),
            *((b"content-type", kind.encode()) for kind in query.getlist("type")),
        ]
        return response


async def in_pieces(request: Request) -> Response:
    """``hex=6162.63`` sends b"ab", then b"c"."""
    try:
        pieces = [bytes.fromhex(piece) for piece in request.query_params.get("hex", "").split(".")]
    except ValueError as error:
        raise HTTPException(400, str(error)) from None

    async def chunks() -> AsyncIterator[bytes]:
        for piece in pieces:
            yield piece

    kind = request.query_params.get("type", "text/event-stream")
    own = {"Content-Type": kind, "Cache-Control": "no-store"}
    return StreamingResponse(chunks(), headers=own)


async def redirect(request: Request) -> Response:
    target = request.query_params.get("to", "/echo")
    return RedirectResponse(target, int(number(request, "code", 302)))


async def redirect_loop(request: Request) -> Response:
    return RedirectResponse(f"{request.url.path}?{request.url.query}", 302)


async def compressed(request: Request) -> Response:
    encoding = request.query_params.get("encoding", "gzip")
    plain = documents.prose(int(number(request, "size", 10_000))).encode()
    if encoding == "gzip":
        content = gzip.compress(plain, mtime=0)
    elif encoding == "deflate":
        content = zlib.compress(plain)
    elif encoding == "br":
        try:
            brotli = importlib.import_module("brotli")
        except ImportError:
            raise HTTPException(501, "the brotli module is not installed") from None
        content = brotli.compress(plain)
    else:
        raise HTTPException(400, f"unknown encoding {encoding}")
    return typed(content, "text/plain; charset=utf-8", headers={"Content-Encoding": encoding})


async def set_cookies(request: Request) -> Response:
    attributes = request.query_params.get("_attributes", "Path=/")
    pairs = [pair for pair in own_pairs(request) if pair[0] != "_attributes"]
    response = JSONResponse(dict(pairs))
    for name, value in pairs:
        response.headers.append("Set-Cookie", f"{name}={value}; {attributes}")
    return response


async def cookies(request: Request) -> Response:
    return JSONResponse(request.cookies)


async def auth(request: Request) -> Response:
    query = request.query_params
    expected = f"{query.get('user', 'user')}:{query.get('password', 'password')}"
    sent = request.headers.get("authorization", "")
    if sent == "Basic " + base64.b64encode(expected.encode()).decode("ascii"):
        return JSONResponse({"authenticated": True, "user": expected.partition(":")[0]})
    own = {"WWW-Authenticate": 'Basic realm="server"'} if query.get("challenge") != "0" else {}
    return JSONResponse({"authenticated": False}, 401, own)


async def upload(request: Request) -> Response:
    try:
        content_type = request.headers.get("content-type", "")
        parts = multipart.parse(content_type, await request.body())
    except ValueError as error:
        return JSONResponse({"error": str(error)}, 400)
    return JSONResponse({"parts": [part.as_json() for part in parts]})


async def form(request: Request) -> Response:
    body = (await request.body()).decode("utf-8", "replace")
    content_type = request.headers.get("content-type", "")
    if content_type.split(";")[0].strip().lower() != "application/x-www-form-urlencoded":
        return JSONResponse({"error": f"not urlencoded: {content_type!r}"}, 400)
    pairs = [list(pair) for pair in parse_qsl(body, keep_blank_values=True)]
    return JSONResponse({"form": pairs, "raw": body})


async def websocket_echo(websocket: WebSocket) -> None:
    await websocket.accept()
    with contextlib.suppress(WebSocketDisconnect):
        while True:
            message: Mapping[str, object] = await websocket.receive()
            if message["type"] == "websocket.disconnect":
                break
            if (text := message.get("text")) is not None:
                await websocket.send_text(str(text))
            elif isinstance(data := message.get("bytes"), bytes):
                await websocket.send_bytes(data)


def routes() -> list[Route | WebSocketRoute]:
    """Returns new routes: each server has its own counters for ``/cache``."""
    counts: Counter[str] = Counter()
    staged = Staged()

    async def cache(request: Request) -> Response:
        key = request.query_params.get("key", "")
        counts[key] += 1
        kind = "text/plain; charset=utf-8"
        return typed(str(counts[key]).encode(), kind, headers={"Cache-Control": "max-age=3600"})

    handlers: dict[str, Callable[[Request], Awaitable[Response]]] = {
        "/echo": echo,
        "/bytes": some_bytes,
        "/raw": raw,
        "/text": document("caf\u00e9 \u2713", "text/plain"),
        "/json": document('{"ok": true}', "application/json", charset=""),
        "/bigjson": big_json,
        "/xml": document(documents.XML, "application/xml", charset=""),
        "/html": document(documents.HTML, "text/html"),
        "/status/{code:int}": status,
        "/headers": headers,
        "/delay": delay,
        "/hang": hang,
        "/drip": drip,
        "/sse": events,
        "/pieces": in_pieces,
        "/staged": staged.response,
        "/stage": staged.order,
        "/redirect": redirect,
        "/redirect/loop": redirect_loop,
        "/compressed": compressed,
        "/cookies/set": set_cookies,
        "/cookies": cookies,
        "/auth": auth,
        "/upload": upload,
        "/form": form,
        "/cache": cache,
        # The routes of the examples in docs/ and docstrings.
        "/api/echo": backend.echo,
        "/api/delay": backend.delay,
        "/api/upload": backend.upload,
    }
    plain: list[Route | WebSocketRoute] = [
        Route(path, AnyMethod(handler)) for path, handler in handlers.items()
    ]
    return [*plain, WebSocketRoute("/ws", websocket_echo)]

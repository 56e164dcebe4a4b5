"""The World of the stand-in: the peer's own routes, asked in memory; what takes time or breaks is
said anew, in the words of `browser.testing`."""

import asyncio
import traceback
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from urllib.parse import unquote, urlsplit

from starlette.applications import Starlette

from browser.testing import Answer, File, Server
from tests.agreement.world import World
from tests.peer.documents import line
from tests.peer.routes import routes

RAW = "http://127.0.0.1:2"
_APP = Starlette(routes=routes())


@contextmanager
def world():
    with Server() as server, ThreadPoolExecutor(1) as thread:
        serve(server, thread)
        yield (
            server,
            World(RAW, lambda content, *rest: File(rest[0], content, *rest[1:]), reports(server)),
        )


def reports(server):
    def reported():
        errors, server._errors = server._errors, []
        return [traceback.format_exception_only(error)[-1].strip() for error in errors]

    return reported


def serve(server, thread):
    def peer(request):
        return thread.submit(asyncio.run, ask(request)).result()

    server.on("*", "*", peer)
    server.on("*", "/hang", never=True)
    server.on(
        "*", "/delay", lambda request: Answer(json={}, delay=float(request.query["seconds"][0]))
    )
    server.on("*", "/drip", drip)
    server.on("*", RAW + "/reset", network_error=True)
    server.on("*", RAW + "/badstatus", network_error=True)
    server.on("*", RAW + "/half", body=["x" * 50], network_error=True)
    server.on("*", "http://localhost:1/x", network_error=True)


def drip(request):
    query = {name: values[0] for name, values in request.query.items()}
    lines = [line(n, int(query.get("size", 64))) for n in range(int(query.get("chunks", 5)))]
    headers = {"Content-Type": "text/plain; charset=utf-8"}
    if query.get("length"):
        headers["Content-Length"] = str(sum(map(len, lines)))
    return Answer(body=lines, headers=headers, interval=float(query.get("interval", 0.1)))


async def ask(request):
    """One request to the peer's routes (https://asgi.readthedocs.io/)."""
    parts = urlsplit(request.url)
    scope = {
        "type": "http",
        "method": request.method,
        "path": unquote(parts.path),
        "raw_path": parts.path.encode(),
        "query_string": parts.query.encode(),
        "headers": [(n.encode("latin-1"), v.encode("latin-1")) for n, v in request.headers.items()],
        "server": (parts.hostname, parts.port or 80),
        "scheme": "http",
        "root_path": "",
    }
    sent = []

    bodies = [request.body]

    async def receive():
        if not bodies:
            await asyncio.Event().wait()  # nobody leaves
        return {"type": "http.request", "body": bodies.pop()}

    async def send(message):
        sent.append(message)

    await _APP(scope, receive, send)
    start, *rest = sent
    fields = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in start["headers"]]
    body = b"".join(message.get("body", b"") for message in rest)
    return Answer(status=start["status"], headers=fields, body=body)

"""The World of the stand-in: the routes of the test server, called in memory. Responses that take
time or break are defined with `browser.testing`."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from urllib.parse import unquote, urlsplit

from starlette.applications import Starlette

from browser import _report
from browser.testing import File, Response, Server
from tests.agreement.world import World
from tests.server.documents import line
from tests.server.routes import routes

RAW = "http://127.0.0.1:2"
_APP = Starlette(routes=routes())


@contextmanager
def world():
    with Server() as server, ThreadPoolExecutor(1) as thread:
        serve(server, thread)
        yield (
            server,
            World(RAW, lambda content, *rest: File(rest[0], content, *rest[1:]), console(server)),
        )


def console(server):
    def texts():
        errors, server._errors = server._errors, []
        return [_report.format_error(error).rstrip() for error in errors]

    return texts


def serve(server, thread):
    def respond(request):
        return thread.submit(asyncio.run, ask(request)).result()

    server.on("*", "*", respond)
    server.on("*", "/hang", never=True)
    server.on("*", "/delay", delay)
    server.on("*", "/drip", drip)
    server.on("*", RAW + "/reset", network_error=True)
    server.on("*", RAW + "/badstatus", network_error=True)
    server.on("*", RAW + "/half", body=["x" * 50], network_error=True)
    server.on("*", "http://localhost:1/x", network_error=True)


def delay(request):
    seconds = float(request.query["seconds"][0])
    return Response(json={"seconds": seconds}, delay=seconds)


def drip(request):
    query = {name: values[0] for name, values in request.query.items()}
    lines = [line(n, int(query.get("size", 64))) for n in range(int(query.get("chunks", 5)))]
    headers = {"Content-Type": "text/plain; charset=utf-8"}
    if query.get("length"):
        headers["Content-Length"] = str(sum(map(len, lines)))
    return Response(body=lines, headers=headers, interval=float(query.get("interval", 0.1)))


async def ask(request):
    """One request to the test server's routes (https://asgi.readthedocs.io/)."""
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
            await asyncio.Event().wait()  # the client stays
        return {"type": "http.request", "body": bodies.pop()}

    async def send(message):
        sent.append(message)

    await _APP(scope, receive, send)
    start, *rest = sent
    fields = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in start["headers"]]
    body = b"".join(message.get("body", b"") for message in rest)
    return Response(status=start["status"], headers=fields, body=body)

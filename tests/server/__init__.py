"""The server of the browser tests: also its responses that hang, are false or break.

with TestServer(static={"/dist": dist}) as server:
    page.goto(server.origin + "/dist/page.html")
    record = server.log.wait_for(lambda record: record.path == "/hang")
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import ClassVar

import uvicorn
from starlette.applications import Starlette
from starlette.datastructures import Headers, QueryParams
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from examples.backend import AnyMethod
from pyodide_browser_testing.files import Files
from pyodide_browser_testing.site import with_first
from tests.server.documents import pattern
from tests.server.front import Front, Protocol
from tests.server.log import Log, Record
from tests.server.raw import RawServer
from tests.server.routes import routes

__all__ = ["Log", "Record", "TestServer", "pattern"]

HOST = "127.0.0.1"


class TestServer:
    """Three ports of 127.0.0.1 served by one thread, from ``__enter__`` to ``__exit__``."""

    __test__ = False  # not a class of tests, although pytest would collect the name

    def __init__(
        self,
        static: Mapping[str, str | os.PathLike[str]] | None = None,
        *,
        port: int = 0,
        other_port: int = 0,
        raw_port: int = 0,
        compressed: bool = False,
    ) -> None:
        self.log = Log()
        self._files = CompressedFiles if compressed else OpenFiles
        self._static = {prefix.rstrip("/"): Path(path) for prefix, path in (static or {}).items()}
        for prefix in self._static:
            if not prefix.startswith("/") or prefix == "/log":
                raise ValueError(f"cannot serve files at {prefix!r}")
        self._wanted = (port, other_port, raw_port)
        self._ports = (0, 0, 0)

    @property
    def origin(self) -> str:
        return f"http://localhost:{self._ports[0]}"

    @property
    def other_origin(self) -> str:
        """Another origin of another site: browsers send no cookies by default."""
        return f"http://{HOST}:{self._ports[1]}"

    @property
    def same_site_origin(self) -> str:
        """Another origin of the same site: browsers send cookies with credentials."""
        return f"http://localhost:{self._ports[1]}"

    @property
    def raw_origin(self) -> str:
        return f"http://{HOST}:{self._ports[2]}"

    def __enter__(self) -> TestServer:
        with contextlib.ExitStack() as opened:
            sockets = [opened.enter_context(_listen(port)) for port in self._wanted]
            opened.pop_all()
        first, other, raw = (sock.getsockname()[1] for sock in sockets)
        self._ports = (first, other, raw)
        config = uvicorn.Config(
            self._app(),
            http=Protocol,
            lifespan="off",
            log_config=None,
            log_level="critical",
            access_log=False,
            timeout_graceful_shutdown=0,  # cancels pending requests at once
        )
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(
            target=lambda: asyncio.run(self._serve(sockets)), name="server", daemon=True
        )
        self._thread.start()
        while self._thread.is_alive() and not self._server.started:
            time.sleep(0.005)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._server.should_exit = True
        self._thread.join(60)
        if self._thread.is_alive():
            raise RuntimeError("the test server did not stop")

    async def _serve(self, sockets: list[socket.socket]) -> None:
        raw = RawServer(self.log, self._ports[2])
        async with await asyncio.start_server(raw.connected, sock=sockets[2]):
            await self._server.serve(sockets[:2])
            await raw.stop()
        await asyncio.sleep(0.02)  # the cancelled requests close their connections

    def _app(self) -> ASGIApp:
        logged = Front(Starlette(routes=routes()), self.log)
        unlogged = Starlette(
            routes=[
                Route("/log", AnyMethod(self._log_route)),
                Route("/log/clear", AnyMethod(self._log_clear_route)),
                *(
                    Mount(prefix, self._files(directory=directory, html=True))
                    for prefix, directory in self._static.items()
                ),
            ]
        )
        prefixes = ("/log", *self._static)

        async def app(scope: Scope, receive: Receive, send: Send) -> None:
            path = scope["path"]
            own = any(path == prefix or path.startswith(prefix + "/") for prefix in prefixes)
            await (unlogged if own else logged)(scope, receive, send)

        return app

    async def _log_route(self, request: Request) -> Response:
        query = request.query_params
        records = self.log.requests(query.get("prefix", ""), int(query.get("since") or 0))
        return JSONResponse([record.as_json() for record in records], headers=OPEN)

    async def _log_clear_route(self, request: Request) -> Response:
        self.log.clear()
        return JSONResponse({"cleared": True}, headers=OPEN)


OPEN = {"Access-Control-Allow-Origin": "*", "Cache-Control": "no-store"}


ISOLATED = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
}
"""The headers for SharedArrayBuffer."""

RECORDER = b'<script src="/recorder/record.js"></script>\n'


class OpenFiles(Files):
    """Static files that pages of other origins can load.

    The request header X-Policy sets the Content Security Policy of the response. `?recorded` in the
    URL of a page records its console.
    """

    more_headers: ClassVar[Mapping[str, str]] = {"Access-Control-Allow-Origin": "*"}
    compressed = False

    def file_response(
        self,
        full_path: str | os.PathLike[str],
        stat_result: os.stat_result,
        scope: Scope,
        status_code: int = 200,
    ) -> Response:
        if "recorded" in QueryParams(scope["query_string"]) and str(full_path).endswith(".html"):
            page = with_first(RECORDER, Path(full_path).read_bytes())
            response: Response = HTMLResponse(page, headers={"Cache-Control": "no-store"})
        else:
            response = super().file_response(full_path, stat_result, scope, status_code)
        if scope["root_path"].startswith("/isolated"):
            response.headers.update(ISOLATED)
        if policy := Headers(scope=scope).get("x-policy"):
            response.headers["Content-Security-Policy"] = policy
        return response


class CompressedFiles(OpenFiles):
    compressed = True


def _listen(port: int) -> socket.socket:
    # asyncio sets TCP_NODELAY only if the protocol is given. Without it, responses wait 40 ms.
    sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if os.name == "posix":
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        sock.bind((HOST, port))
        sock.listen(128)
    except OSError as error:
        sock.close()
        raise OSError(error.errno, f"port {port}: {error.strerror}") from None
    return sock

"""An HTTP server on loopback: in a thread, or as the process's whole work."""

from __future__ import annotations

import asyncio
import errno
import os
import socket
import threading
import time

import uvicorn
from starlette.types import ASGIApp

from pyodide_browser_testing.errors import PortInUse


class Server:
    """Serves from `__enter__` to `__exit__`, at `origin`; port 0 is any free one. `name` is what
    browsers call this machine, where that is not `host`."""

    def __init__(
        self, app: ASGIApp, host: str = "localhost", port: int = 0, name: str = ""
    ) -> None:
        self._sockets = listen(host, port)
        self.port = self._sockets[0].getsockname()[1]
        self.origin = f"http://{name or host}:{self.port}"
        self._server = uvicorn.Server(configured(app))
        self._thread = threading.Thread(
            target=lambda: asyncio.run(self._server.serve(self._sockets)), daemon=True
        )

    def __enter__(self) -> Server:
        self._thread.start()
        while self._thread.is_alive() and not self._server.started:
            time.sleep(0.005)
        if not self._server.started:
            raise RuntimeError("the server does not start; what it logged says why")
        return self

    def __exit__(self, *exception: object) -> None:
        self._server.should_exit = True
        self._thread.join(10)


def configured(app: ASGIApp) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        http="h11",  # takes any method; httptools, when installed, knows a fixed list only
        ws="websockets-sansio",
        log_level="warning",
        timeout_graceful_shutdown=1,
    )


def listen(host: str, port: int) -> list[socket.socket]:
    """As `bind`; raises PortInUse, with what to do, for every port that cannot be had."""
    try:
        return bind(host, port)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            what = f"port {port} is already in use: choose another with --port"
        else:
            what = f"cannot listen on {host}:{port}: {error.strerror}"
        raise PortInUse(what) from None


def bind(host: str, port: int) -> list[socket.socket]:
    """One listening socket per address of the host: localhost is often both ::1 and 127.0.0.1."""
    sockets: list[socket.socket] = []
    absent: OSError | None = None
    try:
        for family, kind, proto, _, address in socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        ):
            try:
                sock = socket.socket(family, kind, proto)
            except OSError as error:  # an address family this machine does not have
                absent = error
                continue
            sockets.append(sock)
            if os.name == "posix":
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            if family == socket.AF_INET6:
                sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
            try:
                sock.bind((address[0], port, *address[2:]))
            except OSError as error:
                if error.errno != errno.EADDRNOTAVAIL:
                    raise
                absent = error
                sockets.pop().close()
                continue
            sock.listen(128)
            port = sock.getsockname()[1]
    except OSError:
        for sock in sockets:
            sock.close()
        raise
    if not sockets and absent is not None:
        raise absent
    return sockets

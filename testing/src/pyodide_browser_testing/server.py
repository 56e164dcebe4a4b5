"""An HTTP server on loopback, in a thread."""

from __future__ import annotations

import asyncio
import errno
import os
import socket
import threading
import time
from collections.abc import Collection

import uvicorn
from starlette.types import ASGIApp

from pyodide_browser_testing.errors import PortInUse
from pyodide_browser_testing.guard import Guard


class Server:
    """Serves an ASGI app at `origin`, inside a `with` block.

    Port 0 means any free port. `name` is the host name for browsers, if it is not `host`.
    """

    def __init__(
        self, app: ASGIApp, host: str = "localhost", port: int = 0, name: str = ""
    ) -> None:
        self._sockets = listen(host, port)
        self.port: int = self._sockets[0].getsockname()[1]
        self.origin: str = f"http://{name or host}:{self.port}"
        self._server = uvicorn.Server(configured(app, (host, name)))
        self._thread = threading.Thread(
            target=lambda: asyncio.run(self._server.serve(self._sockets)), daemon=True
        )

    def __enter__(self) -> Server:
        self._thread.start()
        while self._thread.is_alive() and not self._server.started:
            time.sleep(0.005)
        if not self._server.started:
            raise RuntimeError("the server did not start: see its log")
        return self

    def __exit__(self, *exception: object) -> None:
        self._server.should_exit = True
        self._thread.join(10)


def configured(app: ASGIApp, hosts: Collection[str]) -> uvicorn.Config:
    """Returns the configuration of uvicorn for the app, and for a machine with these names."""
    return uvicorn.Config(
        Guard(app, hosts),
        http="h11",  # accepts any method, unlike httptools
        ws="websockets-sansio",
        log_level="warning",
        timeout_graceful_shutdown=1,
    )


def listen(host: str, port: int) -> list[socket.socket]:
    """Returns listening sockets, as `bind` does. Raises PortInUse if the port is not available."""
    try:
        return bind(host, port)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            what = f"port {port} is already in use: choose another with --port"
        else:
            what = f"cannot listen on {host}:{port}: {error.strerror}: choose another --host"
        raise PortInUse(what) from None


def bind(host: str, port: int) -> list[socket.socket]:
    """Returns a listening socket for each address of the host. localhost often has two."""
    sockets: list[socket.socket] = []
    absent: OSError | None = None
    try:
        for family, kind, proto, _, address in socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        ):
            try:
                sock = socket.socket(family, kind, proto)
            except OSError as error:  # this machine does not support the address family
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

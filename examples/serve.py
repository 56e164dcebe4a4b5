"""Serve the examples: ``python -m examples.serve [--port 8000] [--host localhost]``."""

from __future__ import annotations

import argparse
import contextlib
import errno
import os
import socket
import sys
from collections.abc import Sequence
from pathlib import Path

import uvicorn

from examples.backend import create_app

ROOT = Path(__file__).resolve().parent.parent


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


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m examples.serve", description=__doc__)
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--host", default="localhost")
    options = parser.parse_args(arguments)

    dist = ROOT / "dist"
    if not dist.is_dir():
        print(f"{dist} is missing: run `make build` first", file=sys.stderr)
        return 1
    try:
        sockets = bind(options.host, options.port)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            reason = f"port {options.port} is already in use: choose another with --port"
        else:
            reason = f"cannot listen on {options.host}:{options.port}: {error.strerror}"
        print(reason, file=sys.stderr)
        return 1

    print(f"http://{options.host}:{sockets[0].getsockname()[1]}/  (Ctrl+C to stop)", flush=True)
    app = create_app(dist, ROOT / "examples", ROOT / ".build")
    # h11 takes any method; httptools, when installed, knows a fixed list only.
    config = uvicorn.Config(
        app, http="h11", ws="websockets-sansio", lifespan="off", log_level="warning"
    )
    with contextlib.suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=sockets)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

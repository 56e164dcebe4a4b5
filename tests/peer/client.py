"""The plain HTTP client of the peer's own tests."""

from __future__ import annotations

import contextlib
import http.client
import json
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit


@dataclass
class Answer:
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


def ask(
    url: str,
    method: str = "GET",
    body: bytes | None = None,
    headers: Mapping[str, str] | None = None,
) -> Answer:
    parts = urlsplit(url)
    connection = http.client.HTTPConnection("127.0.0.1", parts.port or 0, timeout=5)
    with contextlib.closing(connection):
        target = parts.path + ("?" + parts.query if parts.query else "")
        connection.request(method, target, body, dict(headers or {}))
        response = connection.getresponse()
        return Answer(response.status, response.headers, response.read())


def send_raw(url: str, extra: str = "") -> socket.socket:
    """Send a GET and leave the connection open."""
    parts = urlsplit(url)
    sock = socket.create_connection(("127.0.0.1", parts.port or 0), timeout=5)
    target = parts.path + ("?" + parts.query if parts.query else "")
    sock.sendall(f"GET {target} HTTP/1.1\r\nHost: peer\r\n{extra}\r\n".encode())
    return sock


def read_all(sock: socket.socket) -> bytes:
    received = b""
    while data := sock.recv(65536):
        received += data
    return received

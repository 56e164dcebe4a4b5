"""The HTTP client of these tests."""

from __future__ import annotations

import contextlib
import http.client
import json
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

PATIENT = 60
"""Seconds for responses that come: enough on the slowest machine."""


@dataclass
class Response:
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


def send(
    url: str,
    method: str = "GET",
    body: bytes | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response:
    parts = urlsplit(url)
    connection = http.client.HTTPConnection("127.0.0.1", parts.port or 0, timeout=PATIENT)
    with contextlib.closing(connection):
        target = parts.path + ("?" + parts.query if parts.query else "")
        connection.request(method, target, body, dict(headers or {}))
        received = connection.getresponse()
        return Response(received.status, received.headers, received.read())


def send_raw(url: str, extra: str = "") -> socket.socket:
    """Sends a GET request and leaves the connection open."""
    parts = urlsplit(url)
    sock = socket.create_connection(("127.0.0.1", parts.port or 0), timeout=PATIENT)
    target = parts.path + ("?" + parts.query if parts.query else "")
    sock.sendall(f"GET {target} HTTP/1.1\r\nHost: server\r\n{extra}\r\n".encode())
    return sock


def read_all(sock: socket.socket) -> bytes:
    received = b""
    while data := sock.recv(65536):
        received += data
    return received

"""Each broken response is broken in its own way. The test server stops while clients wait."""

from __future__ import annotations

import contextlib
import gzip
import http.client
import socket
import threading
import time
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.server import TestServer
from tests.server.client import read_all, send, send_raw


@pytest.mark.parametrize(
    ("path", "error"),
    [
        ("/reset", ConnectionResetError),
        ("/half", http.client.IncompleteRead),
        ("/half-chunked", http.client.IncompleteRead),
        ("/badchunk", http.client.IncompleteRead),
        ("/badstatus", http.client.BadStatusLine),
        ("/empty", http.client.RemoteDisconnected),
    ],
)
def test_broken_responses(server: TestServer, path: str, error: type[Exception]) -> None:
    # Compares the type: RemoteDisconnected is a subclass of ConnectionResetError.
    with pytest.raises(error) as caught:
        send(server.raw_origin + path, "POST", b"body")
    assert caught.type is error
    record = server.log.wait_for(lambda record: record.path == path and record.completed)
    assert (record.body, str(record.port)) == (b"body", server.raw_origin.rpartition(":")[2])


def test_false_headers(server: TestServer) -> None:
    garbage = send(server.raw_origin + "/badgzip")
    assert garbage.headers["Content-Encoding"] == "gzip"
    with pytest.raises(gzip.BadGzipFile):
        gzip.decompress(garbage.body)
    assert garbage.headers["Access-Control-Allow-Origin"] == "*"
    lengths = send(server.raw_origin + "/twolengths").headers.get_all("Content-Length")
    assert lengths == ["5", "10"]
    assert send(server.raw_origin + "/hang", "OPTIONS").status == 204
    start = time.monotonic()
    with send_raw(server.raw_origin + "/slowheaders?count=3&interval=0.05") as sock:
        received = read_all(sock)
    assert received.endswith(b"X-Slow-2: 2\r\nConnection: close\r\nContent-Length: 5\r\n\r\nhello")
    assert time.monotonic() - start >= 3 * 0.05
    with send_raw(server.raw_origin + "/hang"):
        server.log.wait_for(lambda record: record.target == "/hang" and record.method == "GET")
    server.log.wait_for(lambda record: record.disconnected)


def test_stops_while_requests_are_pending(tmp_path: Path) -> None:
    before = set(threading.enumerate())
    with contextlib.ExitStack() as stack:
        with TestServer(static={"/dist": tmp_path}) as server:
            for url in (
                server.origin + "/hang",
                server.raw_origin + "/hang",
                server.origin + "/drip?interval=3600",
            ):
                stack.enter_context(send_raw(url))
            for url in (server.origin, server.raw_origin):
                parts = urlsplit(url)
                stack.enter_context(socket.create_connection(("127.0.0.1", parts.port or 0)))
            server.log.wait_for(lambda record: record.path == "/drip")
            log = server.log
        assert not [record for record in log if record.completed]
    assert set(threading.enumerate()) <= before

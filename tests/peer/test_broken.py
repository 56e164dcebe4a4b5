"""The broken answers are each broken in their own way, and nothing keeps the peer alive."""

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

from tests.peer import Peer
from tests.peer.client import ask, read_all, send_raw


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
def test_broken_answers(peer: Peer, path: str, error: type[Exception]) -> None:
    # RemoteDisconnected is a ConnectionResetError: the type must be the very one.
    with pytest.raises(error) as caught:
        ask(peer.raw_origin + path, "POST", b"body")
    assert caught.type is error
    record = peer.log.wait_for(lambda record: record.path == path and record.completed)
    assert (record.body, str(record.port)) == (b"body", peer.raw_origin.rpartition(":")[2])


def test_lying_answers(peer: Peer) -> None:
    garbage = ask(peer.raw_origin + "/badgzip")
    assert garbage.headers["Content-Encoding"] == "gzip"
    with pytest.raises(gzip.BadGzipFile):
        gzip.decompress(garbage.body)
    assert garbage.headers["Access-Control-Allow-Origin"] == "*"
    lengths = ask(peer.raw_origin + "/twolengths").headers.get_all("Content-Length")
    assert lengths == ["5", "10"]
    assert ask(peer.raw_origin + "/hang", "OPTIONS").status == 204
    with send_raw(peer.raw_origin + "/slowheaders?count=3&interval=0.05") as sock:
        start = time.monotonic()
        received = read_all(sock)
    assert received.endswith(b"X-Slow-2: 2\r\nConnection: close\r\nContent-Length: 5\r\n\r\nhello")
    assert time.monotonic() - start > 0.1
    with send_raw(peer.raw_origin + "/hang"):
        peer.log.wait_for(lambda record: record.target == "/hang" and record.method == "GET")
    peer.log.wait_for(lambda record: record.disconnected, 2)


def test_stops_at_once_whatever_hangs(tmp_path: Path) -> None:
    before = set(threading.enumerate())
    with contextlib.ExitStack() as stack:
        with Peer(static={"/dist": tmp_path}) as peer:
            for url in (peer.origin + "/hang", peer.raw_origin + "/hang", peer.origin + "/drip"):
                stack.enter_context(send_raw(url))
            for url in (peer.origin, peer.raw_origin):
                parts = urlsplit(url)
                stack.enter_context(socket.create_connection(("127.0.0.1", parts.port or 0)))
            peer.log.wait_for(lambda record: record.path == "/drip")
            start = time.monotonic()
        assert time.monotonic() - start < 2
    assert set(threading.enumerate()) <= before

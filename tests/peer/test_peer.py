"""The peer does what the browser tests rely on."""

from __future__ import annotations

import gzip
import hashlib
import threading
import time
import zlib
from base64 import b64decode

import pytest

from tests.peer import Peer, pattern
from tests.peer.client import ask, send_raw
from tests.peer.documents import prose
from tests.peer.multipart import parse

EVERY_BYTE = bytes(range(256)) + b"\r\n--\r\n\n"
MULTIPART = b"\r\n".join(
    [
        b"--bound",
        b'Content-Disposition: form-data; name="note"',
        b"",
        b" two\r\nlines ",
        b"--bound",
        'Content-Disposition: form-data; name="f"; filename="d\u00e9j\u00e0 %22vu%22.bin"'.encode(),
        b"Content-Type: application/x-thing",
        b"",
        EVERY_BYTE,
        b"--bound--",
        b"",
    ]
)
MULTIPART_TYPE = "multipart/form-data; boundary=bound"


@pytest.mark.parametrize("method", ["GET", "POST", "PATCH", "DELETE", "OPTIONS", "BREW"])
def test_echo_takes_any_method(peer: Peer, method: str) -> None:
    told = ask(peer.origin + "/echo?a=1&a=%C3%A9&b=", method, b"\xff!", {"X-One": "1"}).json
    assert told["method"] == method
    assert told["url"] == "/echo?a=1&a=%C3%A9&b="
    assert told["query"] == [["a", "1"], ["a", "\u00e9"], ["b", ""]]
    assert told["headers"]["x-one"] == "1"
    assert (told["body"], b64decode(told["body_base64"])) == ("\ufffd!", b"\xff!")


def test_echo_reads_forms(peer: Peer) -> None:
    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    told = ask(peer.origin + "/echo", "POST", b"a=1+2&a=%C3%A9", kind).json
    assert told["form"] == [["a", "1 2"], ["a", "\u00e9"]]
    told = ask(peer.origin + "/echo", "POST", MULTIPART, {"Content-Type": MULTIPART_TYPE}).json
    assert told["form"] == [["note", " two\r\nlines "]]
    assert told["files"][0]["sha256"] == hashlib.sha256(EVERY_BYTE).hexdigest()
    told = ask(peer.origin + "/echo", "POST", b"x", {"Content-Type": "multipart/form-data"}).json
    assert told["form_error"]


def test_upload_is_byte_exact(peer: Peer) -> None:
    kind = {"Content-Type": MULTIPART_TYPE}
    note, file = ask(peer.origin + "/upload", "POST", MULTIPART, kind).json["parts"]
    assert (note["field"], note["filename"], note["content_type"]) == ("note", None, None)
    assert b64decode(note["base64"]) == b" two\r\nlines "
    assert file["filename"] == "d\u00e9j\u00e0 %22vu%22.bin"
    assert (file["content_type"], file["size"]) == ("application/x-thing", len(EVERY_BYTE))
    assert b64decode(file["base64"]) == EVERY_BYTE


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("multipart/form-data", MULTIPART),
        (MULTIPART_TYPE, b"--other\r\n\r\n\r\n--other--"),
        (MULTIPART_TYPE, MULTIPART.removesuffix(b"--bound--\r\n")),
        (MULTIPART_TYPE, b"--bound\r\nno header section\r\n--bound--"),
    ],
)
def test_multipart_must_be_well_formed(kind: str, body: bytes) -> None:
    with pytest.raises(ValueError, match=r"boundary|header"):
        parse(kind, body)


def test_cors_modes(peer: Peer) -> None:
    page = {"Origin": "http://page"}
    allow = "Access-Control-Allow-Origin"
    assert ask(peer.origin + "/status/404", headers=page).headers[allow] is None
    star = ask(peer.origin + "/status/404?cors=star", headers=page).headers
    assert (star[allow], star["Access-Control-Expose-Headers"]) == ("*", "*")
    cred = ask(peer.origin + "/headers?cors=cred&X-A=1", headers=page).headers
    assert (cred[allow], cred["Access-Control-Allow-Credentials"]) == ("http://page", "true")
    assert "x-a" in cred["Access-Control-Expose-Headers"].lower()
    assert ask(peer.origin + "/absent?cors=star", headers=page).headers[allow] == "*"


def test_preflight(peer: Peer) -> None:
    asked = {
        "Origin": "http://page",
        "Access-Control-Request-Method": "PUT",
        "Access-Control-Request-Headers": "x-a,x-b",
    }
    star = ask(peer.other_origin + "/raw?cors=star", "OPTIONS", headers=asked)
    assert (star.status, star.headers["Access-Control-Allow-Methods"]) == (204, "*")
    assert star.headers["Access-Control-Allow-Headers"] == "*, Authorization"
    cred = ask(peer.other_origin + "/raw?cors=cred", "OPTIONS", headers=asked).headers
    assert cred["Access-Control-Allow-Methods"] == "PUT"
    assert cred["Access-Control-Allow-Headers"] == "x-a,x-b"
    none = ask(peer.other_origin + "/raw", "OPTIONS", headers=asked).headers
    assert none["Access-Control-Allow-Origin"] is None
    assert [record.method for record in peer.log.requests("/raw")] == ["OPTIONS"] * 3


def test_bodies(peer: Peer) -> None:
    large = ask(peer.origin + "/bytes?size=200000&seed=7&type=image/x-thing")
    assert (large.body, large.headers["Content-Type"]) == (pattern(200_000, 7), "image/x-thing")
    assert ask(peer.origin + "/raw?type=", "POST", EVERY_BYTE).body == EVERY_BYTE
    text = ask(peer.origin + "/text?body=%C3%A9&charset=latin-1")
    assert (text.body, text.headers["Content-Type"]) == (b"\xe9", "text/plain; charset=latin-1")
    lie = ask(peer.origin + "/text?body=%C3%A9&charset=&encode=utf-16-le&bom=1")
    assert (lie.body, lie.headers["Content-Type"]) == (b"\xff\xfe\xe9\0", "text/plain")
    assert ask(peer.origin + "/json?body=[1]").json == [1]
    assert len(ask(peer.origin + "/bigjson?size=5000").json["items"]) > 50
    for path, kind in {"/xml": "application/xml", "/html": "text/html; charset=utf-8"}.items():
        assert ask(peer.origin + path).headers["Content-Type"] == kind
    plain = prose(5000).encode()
    zipped = ask(peer.origin + "/compressed?encoding=gzip&size=5000")
    assert (gzip.decompress(zipped.body), zipped.headers["Content-Encoding"]) == (plain, "gzip")
    deflated = ask(peer.origin + "/compressed?encoding=deflate&size=5000")
    assert zlib.decompress(deflated.body) == plain


def test_statuses_and_state(peer: Peer) -> None:
    assert ask(peer.origin + "/status/418").body == b"418 I'm a Teapot"
    for code in (204, 304):
        empty = ask(f"{peer.origin}/status/{code}")
        assert (empty.status, empty.body) == (code, b"")
    moved = ask(peer.origin + "/redirect?to=/echo%3Fa=1&code=307")
    assert (moved.status, moved.headers["Location"]) == (307, "/echo?a=1")
    assert ask(peer.origin + "/redirect/loop?cors=star").headers["Location"].endswith("=star")
    assert ask(peer.origin + "/cookies/set?a=1&b=2").headers.get_all("Set-Cookie") == [
        "a=1; Path=/",
        "b=2; Path=/",
    ]
    assert ask(peer.origin + "/cookies", headers={"Cookie": "a=1; b=2"}).json["b"] == "2"
    assert peer.log.requests("/cookies")[-1].cookies == {"a": "1", "b": "2"}
    assert ask(peer.origin + "/auth").status == 401
    basic = {"Authorization": "Basic dXNlcjpwYXNzd29yZA=="}
    assert ask(peer.origin + "/auth", headers=basic).json["user"] == "user"
    assert [ask(peer.origin + "/cache?key=k").body for _ in range(2)] == [b"1", b"2"]


def test_delay_and_drip_take_their_time(peer: Peer) -> None:
    start = time.monotonic()
    assert ask(peer.origin + "/delay?seconds=0.2").json == {"seconds": 0.2}
    assert time.monotonic() - start >= 0.2
    with send_raw(peer.origin + "/drip?chunks=3&size=20&interval=0.1&length=1") as sock:
        received = b""
        while not received.endswith(b"0 xxxxxxxxxxxxxxxxx\n"):
            received += sock.recv(4096)
        assert b"\ncontent-length: 60\r\n" in received.lower()
        assert not peer.log.requests("/drip")[0].completed
        assert peer.log.wait_for(lambda record: record.path == "/drip" and record.completed)
    events = ask(peer.origin + "/sse?events=2&interval=0").body
    assert events == b"id: 0\ndata: event 0\n\nid: 1\ndata: event 1\n\n"


@pytest.mark.parametrize("path", ["/hang", "/delay?seconds=9", "/drip?chunks=99", "/sse?events=99"])
def test_a_client_which_leaves_is_recorded(peer: Peer, path: str) -> None:
    with send_raw(peer.origin + path):
        record = peer.log.wait_for(lambda record: record.target == path)
        assert not record.disconnected
    peer.log.wait_for(lambda record: record.disconnected, 2)
    assert not record.completed


def test_a_large_answer_cut_short_is_recorded(peer: Peer) -> None:
    with send_raw(peer.origin + "/bytes?size=30000000") as sock:
        sock.recv(1000)
    assert not peer.log.wait_for(lambda record: record.disconnected, 5).completed


def test_an_upload_cut_short_is_recorded(peer: Peer) -> None:
    with send_raw(peer.origin + "/echo", "Content-Length: 10\r\n") as sock:
        sock.sendall(b"half")
        peer.log.wait_for(lambda record: record.body == b"half")
    assert peer.log.wait_for(lambda record: record.disconnected, 2).body == b"half"


def test_log_keeps_what_was_sent(peer: Peer) -> None:
    ask(peer.other_origin + "/raw?%7e=~", "PUT", b"data", {"X-CaSe": "Kept"})
    (record,) = peer.log
    assert (record.method, record.target, record.body) == ("PUT", "/raw?%7e=~", b"data")
    assert ("X-CaSe", "Kept") in record.headers
    assert record.header("x-case") == "Kept"
    assert str(record.port) in peer.other_origin
    assert record.completed
    told = ask(f"{peer.origin}/log?since={record.id - 1}&prefix=/raw").json
    assert [(item["id"], item["body"]) for item in told] == [(record.id, "data")]
    assert ask(f"{peer.origin}/log?since={record.id}").json == []
    ask(peer.origin + "/log/clear")
    assert len(peer.log) == 0
    with pytest.raises(TimeoutError, match="no such request"):
        peer.log.wait_for(lambda record: True, 0.05)
    later = threading.Timer(0.05, ask, [peer.origin + "/echo"])
    later.start()
    assert peer.log.wait_for(lambda record: record.path == "/echo").id > record.id
    later.join()


def test_static_files(peer: Peer) -> None:
    types = {
        "/dist/": "text/html; charset=utf-8",
        "/dist/page.py": "text/x-python; charset=utf-8",
        "/dist/mod.mjs": "text/javascript; charset=utf-8",
        "/dist/code.wasm": "application/wasm",
    }
    for path, kind in types.items():
        answer = ask(peer.origin + path)
        assert (answer.status, answer.headers["Content-Type"]) == (200, kind)
        assert answer.headers["Cache-Control"] == "no-cache"
    assert "Content-Security-Policy" not in answer.headers
    policy = {"X-Policy": "default-src 'none'"}
    answer = ask(peer.origin + "/dist/", headers=policy)
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'"
    answer = ask(peer.origin + "/dist/code.wasm")
    known = {"If-None-Match": answer.headers["ETag"]}
    assert ask(peer.origin + "/dist/code.wasm", headers=known).status == 304
    assert len(peer.log) == 0


def test_websocket(peer: Peer) -> None:
    client = pytest.importorskip("websockets.sync.client")
    with client.connect(peer.origin.replace("http", "ws") + "/ws", proxy=None) as websocket:
        for message in ("caf\u00e9", EVERY_BYTE):
            websocket.send(message)
            assert websocket.recv() == message
    assert peer.log.wait_for(lambda record: record.completed).path == "/ws"

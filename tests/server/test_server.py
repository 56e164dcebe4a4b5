"""The test server does what the browser tests rely on."""

from __future__ import annotations

import gzip
import hashlib
import http.client
import threading
import time
import zlib
from base64 import b64decode

import pytest

from tests.server import TestServer, pattern
from tests.server.client import Response, send, send_raw
from tests.server.documents import prose
from tests.server.multipart import parse

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
def test_echo_takes_any_method(server: TestServer, method: str) -> None:
    echoed = send(server.origin + "/echo?a=1&a=%C3%A9&b=", method, b"\xff!", {"X-One": "1"}).json
    assert echoed["method"] == method
    assert echoed["url"] == "/echo?a=1&a=%C3%A9&b="
    assert echoed["query"] == [["a", "1"], ["a", "\u00e9"], ["b", ""]]
    assert echoed["headers"]["x-one"] == "1"
    assert (echoed["body"], b64decode(echoed["body_base64"])) == ("\ufffd!", b"\xff!")


def test_echo_reads_forms(server: TestServer) -> None:
    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    echoed = send(server.origin + "/echo", "POST", b"a=1+2&a=%C3%A9", kind).json
    assert echoed["form"] == [["a", "1 2"], ["a", "\u00e9"]]
    echoed = send(server.origin + "/echo", "POST", MULTIPART, {"Content-Type": MULTIPART_TYPE}).json
    assert echoed["form"] == [["note", " two\r\nlines "]]
    assert echoed["files"][0]["sha256"] == hashlib.sha256(EVERY_BYTE).hexdigest()
    echoed = send(
        server.origin + "/echo", "POST", b"x", {"Content-Type": "multipart/form-data"}
    ).json
    assert echoed["form_error"]


def test_upload_is_byte_exact(server: TestServer) -> None:
    kind = {"Content-Type": MULTIPART_TYPE}
    note, file = send(server.origin + "/upload", "POST", MULTIPART, kind).json["parts"]
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


def test_cors_modes(server: TestServer) -> None:
    page = {"Origin": "http://page"}
    allow = "Access-Control-Allow-Origin"
    assert send(server.origin + "/status/404", headers=page).headers[allow] is None
    star = send(server.origin + "/status/404?cors=star", headers=page).headers
    assert (star[allow], star["Access-Control-Expose-Headers"]) == ("*", "*")
    cred = send(server.origin + "/headers?cors=cred&X-A=1", headers=page).headers
    assert (cred[allow], cred["Access-Control-Allow-Credentials"]) == ("http://page", "true")
    assert "x-a" in cred["Access-Control-Expose-Headers"].lower()
    assert send(server.origin + "/absent?cors=star", headers=page).headers[allow] == "*"


def test_preflight(server: TestServer) -> None:
    preflight = {
        "Origin": "http://page",
        "Access-Control-Request-Method": "PUT",
        "Access-Control-Request-Headers": "x-a,x-b",
    }
    star = send(server.other_origin + "/raw?cors=star", "OPTIONS", headers=preflight)
    assert (star.status, star.headers["Access-Control-Allow-Methods"]) == (204, "*")
    assert star.headers["Access-Control-Allow-Headers"] == "*, Authorization"
    cred = send(server.other_origin + "/raw?cors=cred", "OPTIONS", headers=preflight).headers
    assert cred["Access-Control-Allow-Methods"] == "PUT"
    assert cred["Access-Control-Allow-Headers"] == "x-a,x-b"
    none = send(server.other_origin + "/raw", "OPTIONS", headers=preflight).headers
    assert none["Access-Control-Allow-Origin"] is None
    assert [record.method for record in server.log.requests("/raw")] == ["OPTIONS"] * 3


def test_bodies(server: TestServer) -> None:
    large = send(server.origin + "/bytes?size=200000&seed=7&type=image/x-thing")
    assert (large.body, large.headers["Content-Type"]) == (pattern(200_000, 7), "image/x-thing")
    assert send(server.origin + "/raw?type=", "POST", EVERY_BYTE).body == EVERY_BYTE
    text = send(server.origin + "/text?body=%C3%A9&charset=latin-1")
    assert (text.body, text.headers["Content-Type"]) == (b"\xe9", "text/plain; charset=latin-1")
    lie = send(server.origin + "/text?body=%C3%A9&charset=&encode=utf-16-le&bom=1")
    assert (lie.body, lie.headers["Content-Type"]) == (b"\xff\xfe\xe9\0", "text/plain")
    assert send(server.origin + "/json?body=[1]").json == [1]
    assert len(send(server.origin + "/bigjson?size=5000").json["items"]) > 50
    for path, kind in {"/xml": "application/xml", "/html": "text/html; charset=utf-8"}.items():
        assert send(server.origin + path).headers["Content-Type"] == kind
    plain = prose(5000).encode()
    zipped = send(server.origin + "/compressed?encoding=gzip&size=5000")
    assert (gzip.decompress(zipped.body), zipped.headers["Content-Encoding"]) == (plain, "gzip")
    deflated = send(server.origin + "/compressed?encoding=deflate&size=5000")
    assert zlib.decompress(deflated.body) == plain


def test_statuses_and_state(server: TestServer) -> None:
    assert send(server.origin + "/status/418").body == b"418 I'm a Teapot"
    for code in (204, 304):
        empty = send(f"{server.origin}/status/{code}")
        assert (empty.status, empty.body) == (code, b"")
    moved = send(server.origin + "/redirect?to=/echo%3Fa=1&code=307")
    assert (moved.status, moved.headers["Location"]) == (307, "/echo?a=1")
    assert send(server.origin + "/redirect/loop?cors=star").headers["Location"].endswith("=star")
    assert send(server.origin + "/cookies/set?a=1&b=2").headers.get_all("Set-Cookie") == [
        "a=1; Path=/",
        "b=2; Path=/",
    ]
    assert send(server.origin + "/cookies", headers={"Cookie": "a=1; b=2"}).json["b"] == "2"
    assert server.log.requests("/cookies")[-1].cookies == {"a": "1", "b": "2"}
    assert send(server.origin + "/auth").status == 401
    basic = {"Authorization": "Basic dXNlcjpwYXNzd29yZA=="}
    assert send(server.origin + "/auth", headers=basic).json["user"] == "user"
    assert [send(server.origin + "/cache?key=k").body for _ in range(2)] == [b"1", b"2"]


def test_delay_and_drip_take_their_time(server: TestServer) -> None:
    start = time.monotonic()
    assert send(server.origin + "/delay?seconds=0.2").json == {"seconds": 0.2}
    assert time.monotonic() - start >= 0.2
    server.log.clear()
    with send_raw(server.origin + "/drip?chunks=3&size=20&interval=3600&length=1") as sock:
        received = b""
        while b"0 xxxxxxxxxxxxxxxxx\n" not in received:
            received += sock.recv(4096)
        assert b"\ncontent-length: 60\r\n" in received.lower()
    assert server.log.wait_for(lambda record: record.completed or record.disconnected).disconnected
    server.log.clear()
    dripped = send(server.origin + "/drip?chunks=3&size=6&interval=0").body
    assert dripped == b"0 xxx\n1 xxx\n2 xxx\n"
    server.log.wait_for(lambda record: record.path == "/drip" and record.completed)
    pieces = send(server.origin + "/pieces?hex=6162..63")
    assert (pieces.body, pieces.headers["Content-Type"]) == (b"abc", "text/event-stream")
    assert send(server.origin + "/pieces?hex=x").status == 400
    events = send(server.origin + "/sse?events=2&interval=0").body
    assert events == b"id: 0\ndata: event 0\n\nid: 1\ndata: event 1\n\n"


@pytest.mark.parametrize(
    "path", ["/hang", "/delay?seconds=3600", "/drip?interval=3600", "/sse?interval=3600"]
)
def test_a_client_that_leaves_is_recorded(server: TestServer, path: str) -> None:
    with send_raw(server.origin + path):
        record = server.log.wait_for(lambda record: record.target == path)
        assert not record.disconnected
    server.log.wait_for(lambda record: record.disconnected)
    assert not record.completed


def test_a_large_response_cut_short_is_recorded(server: TestServer) -> None:
    with send_raw(server.origin + "/bytes?size=30000000") as sock:
        sock.recv(1000)
    assert not server.log.wait_for(lambda record: record.disconnected).completed


def test_an_upload_cut_short_is_recorded(server: TestServer) -> None:
    with send_raw(server.origin + "/echo", "Content-Length: 10\r\n") as sock:
        sock.sendall(b"half")
        server.log.wait_for(lambda record: record.body == b"half")
    assert server.log.wait_for(lambda record: record.disconnected).body == b"half"


def ordered(server: TestServer, key: str, *orders: str, types: str = "") -> Response:
    for order in orders:
        assert send(f"{server.origin}/stage?key={key}&do={order}").status == 204
    return send(f"{server.origin}/staged?key={key}{types}")


def test_a_response_that_a_page_moves_on(server: TestServer) -> None:
    whole = ordered(server, "a", "piece", "piece", "end", types="&type=a/b&type=c/d&status=404")
    assert (whole.status, whole.body, whole.headers["X-Key"]) == (404, b'"piece" ' * 2, "a")
    assert whole.headers.get_all("Content-Type") == ["a/b", "c/d"]
    assert ordered(server, "b", "end").body == b""
    assert ordered(server, "c", "break").status == 307
    with pytest.raises(http.client.IncompleteRead):
        ordered(server, "d", "piece", "break")
    with send_raw(server.origin + "/staged?key=e"):
        server.log.wait_for(lambda record: record.target.endswith("key=e"))
    assert server.log.wait_for(lambda record: record.disconnected).path == "/staged"


def test_log_records_what_was_sent(server: TestServer) -> None:
    send(server.other_origin + "/raw?%7e=~", "PUT", b"data", {"X-CaSe": "Kept"})
    (record,) = server.log
    assert (record.method, record.target, record.body) == ("PUT", "/raw?%7e=~", b"data")
    assert ("X-CaSe", "Kept") in record.headers
    assert record.header("x-case") == "Kept"
    assert str(record.port) in server.other_origin
    assert record.completed
    echoed = send(f"{server.origin}/log?since={record.id - 1}&prefix=/raw").json
    assert [(item["id"], item["body"]) for item in echoed] == [(record.id, "data")]
    assert send(f"{server.origin}/log?since={record.id}").json == []
    send(server.origin + "/log/clear")
    assert len(server.log) == 0
    with pytest.raises(TimeoutError, match="no such request"):
        server.log.wait_for(lambda record: True, 0.05)
    later = threading.Timer(0.05, send, [server.origin + "/echo"])
    later.start()
    assert server.log.wait_for(lambda record: record.path == "/echo").id > record.id
    later.join()


def test_static_files(server: TestServer) -> None:
    types = {
        "/dist/": "text/html; charset=utf-8",
        "/dist/page.py": "text/x-python; charset=utf-8",
        "/dist/mod.mjs": "text/javascript; charset=utf-8",
        "/dist/code.wasm": "application/wasm",
    }
    for path, kind in types.items():
        response = send(server.origin + path)
        assert (response.status, response.headers["Content-Type"]) == (200, kind)
        assert response.headers["Cache-Control"] == "no-cache"
    assert "Content-Security-Policy" not in response.headers
    policy = {"X-Policy": "default-src 'none'"}
    response = send(server.origin + "/dist/", headers=policy)
    assert response.headers["Content-Security-Policy"] == "default-src 'none'"
    response = send(server.origin + "/dist/code.wasm")
    known = {"If-None-Match": response.headers["ETag"]}
    assert send(server.origin + "/dist/code.wasm", headers=known).status == 304
    assert len(server.log) == 0


def test_websocket(server: TestServer) -> None:
    client = pytest.importorskip("websockets.sync.client")
    with client.connect(server.origin.replace("http", "ws") + "/ws", proxy=None) as websocket:
        for message in ("caf\u00e9", EVERY_BYTE):
            websocket.send(message)
            assert websocket.recv() == message
    assert server.log.wait_for(lambda record: record.completed).path == "/ws"

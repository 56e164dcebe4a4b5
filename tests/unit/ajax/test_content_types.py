"""The Content-Type of requests, and the effects of that of responses."""

import pytest

from browser import ajax
from browser.ajax import _shim
from browser.ajax._decoding import decode
from browser.testing import File
from tests.unit.ajax import opened

URLENCODED = "application/x-www-form-urlencoded"


@pytest.mark.parametrize(
    ("method", "data", "given", "sent_type"),
    [
        ("POST", "x=1", None, URLENCODED),
        ("PUT", "x=1", None, URLENCODED),
        ("PATCH", "x=1", None, URLENCODED),
        ("DELETE", "x=1", None, URLENCODED),
        ("PROPFIND", "é" * 2000, None, URLENCODED),
        ("POST", "é", "text/plain;charset=latin1", "text/plain;charset=UTF-8"),
        ("POST", {"x": 1}, 'Text/A; x="; b"; Charset=l1; c=d', 'text/a;x="; b";charset=UTF-8;c=d'),
        ("POST", "é", 'text/plain; charset="Utf-8"', 'text/plain; charset="Utf-8"'),
        ("POST", "é", "nonsense charset=latin1", "nonsense charset=latin1"),
        ("POST", b"x", "text/plain;charset=latin1", "text/plain;charset=latin1"),
        ("POST", {"x": 1}, "multipart/form-data; Charset=utf-8", ""),
        ("POST", {"x": 1}, "multipart/form-data-x", "multipart/form-data-x"),
        ("DELETE", {"x": 1}, None, URLENCODED),
        ("POST", b"x", None, ""),
        ("POST", {"x": 1}, "text/plain", "text/plain"),
        ("POST", b"x", "Multipart/Form-Data ", ""),
        ("POST", {"x": 1}, "multipart/form-data", ""),
        ("POST", {"x": 1}, "multipart/form-data; boundary=b", "multipart/form-data; boundary=b"),
        ("POST", "x=1", "multipart/form-data", "multipart/form-data"),
        ("POST", {"x": File("a", b"1")}, None, ""),
        ("POST", {"x": File("a", b"1")}, "text/plain", "text/plain"),
    ],
)
def test_what_goes_out(sent, method, data, given, sent_type):
    req = opened(method)
    if given:
        req.set_header("Content-Type", given)
    req.send(data)
    sent_lines = sent[0].headers.split("\n")
    assert sent_lines == ([f"Content-Type:{sent_type}"] if sent_type else [""])


def test_one_given_header_is_dropped_and_the_others_stay(sent):
    req = opened("POST")
    req.set_header("Content-Type", "multipart/form-data")
    req.set_header("X-One", "1")
    req.send({"x": 1})
    assert sent[0].headers == "X-One:1"


def test_a_list_of_files_repeats_its_name(server):
    class FileList:
        js_id = 0

        def __iter__(self):
            return iter([File("a", b"1"), File("b", b"2")])

    files = FileList()
    classes = {FileList: "FileList", File: "File"}
    server.transport.classOf = lambda value: classes.get(type(value), "")
    server.on("POST", "/x")
    ajax.post("/x", data={"f": files, "g": [b"3"]})
    (request,) = server.requests
    assert request.body.count(b'name="f"') == 2
    assert b'name="f"; filename="b"' in request.body
    assert b'name="g"; filename="blob"' in request.body


@pytest.mark.parametrize(
    ("content_type", "body", "text"),
    [
        ("", b"\xef\xbb\xbf\xc3\xa9", "é"),
        ("text/plain; charset=latin1", b"\xff\xfe\xe9\x00", "é"),
        ("", b"\xfe\xff\x00\xe9", "é"),
        ('text/plain; charset="latin1"', b"\xe9", "é"),
        ("text/plain; charset=latin1; x=y", b"\x81\xe9\x80", "\x81é€"),
        ("text/plain; charset=utf-8", b"\xff", "\ufffd"),
        ("text/plain; charset=euc-jp", b"\xad\xa1\xad\xa2", "①②"),
        ("text/plain; charset=koi8-u", b"\xae\xbe", "ўЎ"),
        ("text/plain; charset=windows-1253", b"\x81\xd2", "\x81\ufffd"),
        ("text/plain; charset=gb2312", "中".encode("gb18030"), "中"),
        ("text/plain; xcharset=latin1", "é".encode(), "é"),
    ],
)
def test_decoding(server, content_type, body, text):
    assert decode(body, None, content_type) == text


@pytest.mark.parametrize(
    ("content_type", "mode", "mime", "kind"),
    [
        ("text/xml", "text", "", "text/xml"),
        ("application/xml; charset=utf-8", "text", "", "text/xml"),
        ("image/svg+xml", "text", "", "text/xml"),
        ("TEXT/XML", "text", "", "text/xml"),
        ("", "text", "", "text/xml"),
        ("text/plain", "text", "", None),
        ("text/html", "text", "", None),
        ("text/plain", "text", "text/xml", "text/xml"),
        ("text/xml", "text", "text/plain", None),
        ("text/xml", "binary", "", "text/xml"),
    ],
)
def test_which_responses_are_parsed_as_documents(server, content_type, mode, mime, kind):
    parsed = []
    _shim.transport().parseDocument = lambda text, type: parsed.append((text, type))
    server.on("GET", "/x", body="<a/>", headers={"Content-Type": content_type})
    req = opened("GET")
    req.mode = mode
    if mime:
        req.overrideMimeType(mime)
    req.send()
    server.run()
    assert req.xml is None
    assert parsed == ([("<a/>", kind)] if kind else [])


def test_an_empty_response_is_no_document(server):
    server.transport.parseDocument = None
    server.on("GET", "/x", headers={"Content-Type": "text/xml"})
    assert ajax.get("/x", blocking=True).xml is None


def test_before_and_without_a_response_there_are_no_bytes(server):
    req = opened("GET")
    req.mode = "binary"
    assert req.text == req.read() == b""
    server.on("GET", "/x", network_error=True)
    req.send()
    server.run()
    assert req.text == req.read() == b""
    assert req.json is None


def test_a_request_of_mode_json_has_no_text(server):
    req = ajax.get("/x", blocking=True, mode="json")
    with pytest.raises(AttributeError, match="mode 'json'"):
        _ = req.text

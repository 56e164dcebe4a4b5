"""Response bodies and headers: the same value in a callback and after a blocking request."""

import json

from browser import aio, ajax


async def text_is_decoded(world):
    """Uses `encoding`, else the charset, else UTF-8. A byte order mark overrides the charset."""
    latin = "/text?body=%C3%A9&encode=iso-8859-1"
    for url, encoding, text in (
        (latin + "&charset=utf-8", "latin1", "é"),
        (latin + "&charset=iso-8859-1", None, "é"),
        ("/text?charset=", None, "café ✓"),
        ("/text?charset=nonsense&encode=utf-8", None, "café ✓"),
        (latin + "&charset=", None, "\ufffd"),
        ("/text?encode=utf-16-le&bom=1&charset=", None, "café ✓"),
    ):
        for req in await world.both(ajax.get, url, encoding=encoding):
            assert req.text == req.responseText == req.read() == text, url
    for req in await world.both(ajax.get, latin + "&charset=utf-8"):
        assert req.text == "\ufffd"
        req.encoding = "latin1"
        assert req.text == "é"


async def charsets_are_those_of_the_web(world):
    """iso-8859-1 is windows-1252; codecs of Python are no charsets; nothing of a forbidden one."""
    for charset, body, text in (
        ("iso-8859-1", b"\x80\x81\xe9", "€\x81é"),
        ("koi8-u", b"\xae\xbe", "ўЎ"),
        ("windows-1253", b"\x81\xd2\xeb", "\x81\ufffdλ"),
        ("x-mac-ukrainian", b"\xa2\xff", "Ґ€"),
        ("x-user-defined", b"a\xe9", "a\uf7e9"),
        ("euc-jp", b"\xad\xa1\xad\xa2", "①②"),
        ("sjis", b"\x82\xa0\xfc", "あ\ufffd"),
        ("utf-16be", b"\x00\xe9", "é"),
        (" Latin1 ", b"\xe9", "é"),
        ("utf-7", b"+ADw-script+AD4-", "+ADw-script+AD4-"),
        ("unicode_escape", b"\\u003c", "\\u003c"),
        ("cp037", b"\xc3\xa9", "é"),
        ("latin-1", b"\xc3\xa9", "é"),
        ("hz-gb-2312", b"<script>", "\ufffd"),
    ):
        url = f'/raw?type=text/plain;charset="{charset}"'
        for req in await world.both(ajax.post, url, data=body):
            assert req.text == text, charset


async def the_content_type_is_read_like_a_browser(world):
    """Quotes, blanks, several parameters, several values."""
    for content_type, text in (
        ('text/plain; CHARSET="Latin1"; x=y', "é"),
        ("text/plain; charset=latin1; charset=utf-8", "é"),
        ("text/plain; charset=utf-8; charset=latin1", "\ufffd"),
        ("charset=latin1", "\ufffd"),
        ("text/plain; charset=latin1, text/html", "\ufffd"),
        ("text/plain, text/html; charset=latin1", "é"),
    ):
        for req in await world.both(ajax.post, "/raw?type=" + content_type, data=b"\xe9"):
            assert req.text == text, content_type


async def the_encoding_that_xml_declares(world):
    """Counts if the response has no charset; in HTML and plain text, it does not."""
    xml = '<?xml version="1.0" encoding="{}"?><a>é</a>'
    for encoding, kind, text in (
        ("iso-8859-1", "text/xml", "é"),
        ("iso-8859-1", "image/svg+xml", "é"),
        ("iso-8859-1", "application/xml; charset=utf-8", "\ufffd"),
        ("utf-16", "text/xml", "\ufffd"),
        ("cp037", "text/xml", "\ufffd"),
        ("iso-8859-1", "text/plain", "\ufffd"),
        ("iso-8859-1", "text/html", "\ufffd"),
    ):
        body = xml.format(encoding).encode("latin1")
        for req in await world.both(ajax.post, f"/raw?type={kind}", data=body):
            assert req.text == xml.format(encoding).replace("é", text), (encoding, kind)


async def json_is_utf_8(world):
    """Whatever the charset says; unless the program says otherwise."""
    url = "/raw?type=application/json;charset=iso-8859-1"
    for req in await world.both(ajax.post, url, data='\ufeff"é"'.encode(), mode="json"):
        assert req.read() == "é"
    for req in await world.both(ajax.post, url, data=b'"\xe9"', encoding="latin1"):
        assert req.json == "é"


async def binary_is_bytes(world):
    """All 256 bytes arrive unchanged, in the request body and in the response body."""
    body = bytes(range(256)) * 300
    for req in await world.both(ajax.post, "/raw", data=body, mode="binary"):
        assert type(req.text) is bytes
        assert req.text == req.read() == req.response == body
        assert req.responseType == "arraybuffer"


async def json_is_exact(world):
    """JSON becomes plain Python values. Integers are exact. There is no attribute `text`."""
    body = '{"big": 9007199254740993, "list": [1, null, true, 1.5], "text": "é"}'
    expected = {"big": 9007199254740993, "list": [1, None, True, 1.5], "text": "é"}
    for req in await world.both(ajax.get, "/json", data={"body": body}, mode="json"):
        assert req.json == req.read() == req.response == expected
        assert (type(req.json), type(req.json["list"])) == (dict, list)
        assert not hasattr(req, "text")
    for req in await world.both(ajax.get, "/json"):
        assert req.json == {"ok": True}


async def bad_json_raises(world):
    """The note of the error names the request."""
    for req in await world.both(ajax.get, "/json?body=%7B", mode="json"):
        for read in (req.read, lambda req=req: req.json):
            error = world.raises(json.JSONDecodeError, "Expecting", read)
            assert any("GET /json" in note for note in error.__notes__)


async def a_blob(world):
    """A blob has `size`, `type` and `text()`."""
    for req in await world.both(ajax.get, "/text?body=ab&type=image/png&charset=", mode="blob"):
        assert (req.response.size, req.response.type) == (2, "image/png")
        assert await req.response.text() == "ab"


async def an_empty_answer(world):
    """Of each mode: no content, not modified, empty, to HEAD. The value of no JSON is None."""
    for mode, value in (("text", ""), ("binary", b""), ("json", None)):
        for req in await world.both(ajax.get, "/status/204", mode=mode):
            assert (req.status, req.statusText, req.read()) == (204, "No Content", value)
        for function, url, status in (
            (ajax.get, "/status/304", 304),
            (ajax.get, "/json?body=", 200),
            (ajax.get, "/status/500?body=", 500),
            (ajax.head, "/json", 200),
        ):
            for req in await world.both(function, url, mode=mode):
                assert (req.status, req.error, req.read()) == (status, None, value), url
                assert req.json is None
    answer = await aio.get("/json?body=", "json")
    assert (answer.ok, answer.data) == (True, None)


async def responseType_acts_like_a_mode(world):
    """The program can set `responseType` and read it again."""
    for blocking in (False, True):
        for name, kind in (("arraybuffer", bytes), ("json", dict), ("", str), ("text", str)):
            req = ajax.Ajax()
            req.open("GET", "/json", not blocking)
            req.responseType = name
            if blocking:
                req.send()
            else:
                req.send()
                await world.finished(req)
            assert isinstance(req.response, kind)
            assert req.responseType == name.replace("text", "")


async def overrideMimeType_counts(world):
    """The charset of `overrideMimeType` decodes the text."""
    req = ajax.Ajax()
    req.open("GET", "/text?body=%C3%A9&encode=latin1&charset=utf-8")
    req.overrideMimeType("text/plain; charset=latin1")
    req.send()
    await world.finished(req)
    assert req.text == "é"


async def before_the_end_there_is_no_text(world):
    """The status is there as soon as the headers have arrived."""
    req = ajax.Ajax()
    assert (req.status, req.text, req.readyState, req.json) == (0, "", 0, None)
    assert req.xml is None
    assert (req.statusText, req.responseURL, req.getAllResponseHeaders()) == ("", "", "")
    assert req.getResponseHeader("content-type") is None
    seen = []
    req.bind("interactive", lambda req: seen.append((req.status, req.text, req.readyState)))
    req.open("GET", "/drip?chunks=2&interval=0.05")
    assert req.readyState == 1
    req.send()
    assert (req.readyState, req.status) == (1, 0)
    await world.finished(req)
    assert seen[0] == (200, "", 3)


async def response_headers(world):
    """Headers are found by name in any case, joined and sorted. Set-Cookie is never there."""
    req = await world.ended(
        ajax.get,
        "/headers?X-B=1&X-a=2&X-B=3&Content-Type=text/x-special"
        "&Set-Cookie=secret%3D1%3BMax-Age%3D0",
    )
    assert req.getResponseHeader("x-b") == req.getResponseHeader("X-B") == "1, 3"
    assert req.getResponseHeader("content-type") == "text/x-special"
    assert req.getResponseHeader("x-nope") is None
    assert req.getResponseHeader("set-cookie") is None
    lines = req.getAllResponseHeaders().split("\r\n")
    assert lines.pop() == ""
    assert lines == sorted(lines)
    assert "x-a: 2" in lines
    assert "x-b: 1, 3" in lines
    assert "content-length: 7" in lines
    assert not any("cookie" in line for line in lines)


async def redirects_are_followed(world):
    """`responseURL` is the final URL. After 303 the method is GET, after 307 it is the same."""
    for code, method, body in ((302, "GET", ""), (303, "GET", ""), (307, "POST", "x=1")):
        url = f"/redirect?code={code}&to=/echo%3Fa=1%23top"
        for req in await world.both(ajax.post, url, data="x=1"):
            assert req.responseURL.endswith("/echo?a=1"), req.responseURL
            assert (req.json["method"], req.json["body"]) == (method, body)
            assert req.json["headers"].get("content-type") == (
                "application/x-www-form-urlencoded" if body else None
            )


async def a_document_is_nothing_of_text(world):
    """Only XML has a document."""
    for req in await world.both(ajax.get, "/text"):
        assert req.xml is None

"""What the program reads: the same value by callback and blocking, to the byte."""

import json

from browser import ajax


async def text_is_decoded(world):
    """By encoding, then charset, then UTF-8; a byte order mark beats a charset."""
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
    req.encoding = "latin1"
    assert req.text != text


async def binary_is_bytes(world):
    """All 256 of them, both ways."""
    body = bytes(range(256)) * 30
    for req in await world.both(ajax.post, "/raw", data=body, mode="binary"):
        assert type(req.text) is bytes
        assert req.text == req.read() == req.response == body
        assert req.responseType == "arraybuffer"


async def json_is_exact(world):
    """Plain Python, exact integers; no attribute text."""
    body = '{"big": 9007199254740993, "list": [1, null, true, 1.5], "text": "é"}'
    expected = {"big": 9007199254740993, "list": [1, None, True, 1.5], "text": "é"}
    for req in await world.both(ajax.get, "/json", data={"body": body}, mode="json"):
        assert req.json == req.read() == req.response == expected
        assert not hasattr(req, "text")
    for req in await world.both(ajax.get, "/json"):
        assert req.json == {"ok": True}


async def bad_json_raises(world):
    """And says of which request."""
    for req in await world.both(ajax.get, "/json?body=%7B", mode="json"):
        try:
            req.read()
        except json.JSONDecodeError as error:
            assert any("GET /json" in note for note in error.__notes__)
        else:
            raise AssertionError("not raised")


async def a_blob(world):
    """Has size, type and text()."""
    for req in await world.both(ajax.get, "/text?body=ab&type=image/png&charset=", mode="blob"):
        assert (req.response.size, req.response.type) == (2, "image/png")
        assert await req.response.text() == "ab"


async def an_empty_answer(world):
    """Of each mode."""
    for mode, value in (("text", ""), ("binary", b"")):
        for req in await world.both(ajax.get, "/status/204", mode=mode):
            assert (req.status, req.statusText, req.read()) == (204, "No Content", value)


async def responseType_acts_like_a_mode(world):
    """Set by hand, it reads back."""
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
            assert type(req.response) is kind
            assert req.responseType == name.replace("text", "")


async def overrideMimeType_counts(world):
    """For the charset of the text."""
    req = ajax.Ajax()
    req.open("GET", "/text?body=%C3%A9&encode=latin1&charset=utf-8")
    req.overrideMimeType("text/plain; charset=latin1")
    req.send()
    await world.finished(req)
    assert req.text == "é"


async def before_the_end_there_is_no_text(world):
    """But a status, once the headers are there."""
    req = ajax.Ajax()
    assert (req.status, req.text, req.readyState, req.json) == (0, "", 0, None)
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
    """By name in any case, combined, sorted; never Set-Cookie."""
    req = await world.ended(
        ajax.get, "/headers?X-B=1&X-a=2&X-B=3&Set-Cookie=secret%3D1%3BMax-Age%3D0"
    )
    assert req.getResponseHeader("x-b") == req.getResponseHeader("X-B") == "1, 3"
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
    """responseURL tells where to; 303 becomes a GET, 307 stays what it was."""
    for code, method, body in ((302, "GET", ""), (303, "GET", ""), (307, "POST", "x=1")):
        url = f"/redirect?code={code}&to=/echo%3Fa=1%23top"
        for req in await world.both(ajax.post, url, data="x=1"):
            assert req.responseURL.endswith("/echo?a=1"), req.responseURL
            assert (req.json["method"], req.json["body"]) == (method, body)
            assert req.json["headers"].get("content-type") == (
                "application/x-www-form-urlencoded" if body else None
            )


async def a_blocking_call_completes_before_it_returns(world):
    """It runs `complete`, and returns the request; another returns None."""
    calls = []
    req = ajax.get("/text", blocking=True, oncomplete=calls.append)
    assert calls == [req]
    assert (req.readyState, req.status, req.statusText) == (4, 200, "OK")
    assert repr(req).endswith(": complete, status 200>")
    assert await world.completed(lambda done: calls.append(ajax.get("/text", oncomplete=done)))
    assert calls[1] is None


async def the_spellings_of_blocking(world):
    """`async_`, `async` and the seed's second argument, which is deprecated."""
    import warnings

    assert ajax.get("/text", async_=False).status == 200
    assert ajax.get("/text", **{"async": False}).status == 200
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        assert ajax.get("/text", False).status == 200
    assert [warning.category for warning in seen] == [DeprecationWarning]
    assert "blocking=True" in str(seen[0].message)


async def a_document_is_nothing_of_text(world):
    """Text that is no XML has none."""
    for req in await world.both(ajax.get, "/text"):
        assert req.xml is None

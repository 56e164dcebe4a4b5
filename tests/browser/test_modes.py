"""Text, bytes, JSON, documents: the same value by callback and blocking, to the byte."""

import pytest
from pytest_pyodide import run_in_pyodide

BOTH = pytest.mark.parametrize("blocking", [False, True], ids=["callback", "blocking"])


@BOTH
@run_in_pyodide
async def test_text_is_decoded_by_encoding_then_charset_then_utf_8(selenium, blocking):
    from guest import got

    from browser import ajax

    latin = "/text?body=%C3%A9&encode=iso-8859-1"
    assert (await got(latin + "&charset=utf-8", blocking, encoding="latin1")).text == "é"
    assert (await got(latin + "&charset=iso-8859-1", blocking)).text == "é"
    assert (await got("/text?charset=", blocking)).text == "café ✓"
    assert (await got("/text?charset=nonsense&encode=utf-8", blocking)).text == "café ✓"
    assert (await got(latin + "&charset=", blocking)).text == "\ufffd"
    assert (await got("/text?encode=utf-16-le&bom=1&charset=", blocking)).text == "café ✓"
    req = await got(latin + "&charset=utf-8", blocking)
    req.encoding = "latin1"
    assert req.text == "é"
    assert ajax


@BOTH
@run_in_pyodide
async def test_mode_binary_is_bytes_to_the_byte(selenium, blocking):
    from guest import got

    req = await got("/bytes?size=70000", blocking, mode="binary")
    assert type(req.text) is bytes
    assert req.text == req.read() == req.response
    assert len(req.text) == 70000
    import hashlib

    assert hashlib.sha256(req.text).hexdigest() == req.getResponseHeader("x-sha256")
    assert req.responseType == "arraybuffer"


@BOTH
@run_in_pyodide
async def test_mode_json_is_exact_and_plain(selenium, blocking):
    from guest import got

    body = '{"big": 9007199254740993, "list": [1, null, true, 1.5], "text": "é"}'
    req = await got("/json", blocking, mode="json", data={"body": body})
    expected = {"big": 9007199254740993, "list": [1, None, True, 1.5], "text": "é"}
    assert req.json == req.read() == req.response == expected
    assert type(req.json) is dict
    assert type(req.json["list"]) is list
    assert not hasattr(req, "text")


@BOTH
@run_in_pyodide
async def test_bad_json_raises_and_says_which_request(selenium, blocking):
    import json

    from guest import got

    req = await got("/json?body=%7B", blocking, mode="json")
    for read in (lambda: req.json, req.read):
        try:
            read()
        except json.JSONDecodeError as error:
            assert any("GET /json" in note for note in error.__notes__)
        else:
            raise AssertionError("not raised")


@BOTH
@run_in_pyodide
async def test_json_of_a_text_request(selenium, blocking):
    from guest import got

    assert (await got("/json", blocking)).json == {"ok": True}


@BOTH
@run_in_pyodide
async def test_mode_document_is_a_document(selenium, blocking):
    from guest import got

    req = await got("/xml?body=<a><b>%C3%A9</b></a>", blocking, mode="document")
    for document in (req.xml, req.read(), req.response, req.responseXML):
        assert document.documentElement.tagName == "a"
        assert document.getElementsByTagName("b")[0].textContent == "é"
    html = await got("/html", blocking, mode="document")
    assert html.xml.documentElement.tagName == "HTML"


@BOTH
@run_in_pyodide
async def test_xml_of_a_text_request(selenium, blocking):
    from guest import got

    req = await got("/xml?body=<a/>", blocking)
    assert req.xml.documentElement.tagName == "a"
    assert req.text == "<a/>"
    assert (await got("/xml?body=<a>", blocking)).xml is None
    assert (await got("/text", blocking)).xml is None


@BOTH
@run_in_pyodide
async def test_mode_blob(selenium, blocking):
    from guest import got

    req = await got("/bytes?size=300&type=image/png", blocking, mode="blob")
    assert (req.response.size, req.response.type) == (300, "image/png")


@BOTH
@run_in_pyodide
async def test_responseType_acts_like_a_mode(selenium, blocking):
    from guest import finished

    from browser import ajax

    for response_type, kind in (("arraybuffer", bytes), ("json", dict), ("", str), ("text", str)):
        req = ajax.Ajax()
        req.open("GET", "/json", not blocking)
        req.responseType = response_type
        req.send()
        if not blocking:
            await finished(req)
        assert type(req.response) is kind
        assert req.responseType == response_type.replace("text", "")


@BOTH
@run_in_pyodide
async def test_an_empty_answer_of_each_mode(selenium, blocking):
    from guest import got

    assert (await got("/status/204", blocking)).text == ""
    assert (await got("/status/204", blocking, mode="binary")).text == b""
    assert (await got("/status/204", blocking, mode="document")).xml is None


@BOTH
@run_in_pyodide
async def test_compressed_answers_arrive_plain(selenium, blocking):
    from guest import got

    plain = await got("/compressed?encoding=gzip&size=5000", blocking)
    assert len(plain.text) == 5000


@run_in_pyodide
async def test_before_the_end_there_is_no_text(selenium):
    from guest import finished

    from browser import ajax

    seen = []
    req = ajax.Ajax()
    assert (req.status, req.text, req.readyState, req.json, req.xml) == (0, "", 0, None, None)
    req.bind("interactive", lambda req: seen.append((req.status, req.text)))
    req.open("GET", "/drip?chunks=2&interval=0.05")
    req.send()
    await finished(req)
    assert seen[0] == (200, "")


@run_in_pyodide
async def test_overrideMimeType(selenium):
    from guest import finished

    from browser import ajax

    req = ajax.Ajax()
    req.open("GET", "/text?body=%3Ca/%3E")
    req.overrideMimeType("text/xml")
    req.send()
    await finished(req)
    assert req.xml.documentElement.tagName == "a"
    req = ajax.Ajax()
    req.open("GET", "/text?body=%C3%A9&encode=latin1&charset=utf-8")
    req.overrideMimeType("text/plain; charset=latin1")
    req.send()
    await finished(req)
    assert req.text == "é"


@run_in_pyodide
async def test_every_byte_survives_as_body_and_answer(selenium):
    from guest import completed

    from browser import ajax

    body = bytes(range(256)) * 300
    for blocking in (False, True):
        if blocking:
            req = ajax.post("/raw", data=body, mode="binary", blocking=True)
        else:
            req = await completed(
                lambda done: ajax.post("/raw", data=body, mode="binary", oncomplete=done)
            )
        assert req.read() == body

"""Text as the raw XMLHttpRequest of the same page decodes it."""

import random
from encodings.aliases import aliases

from pytest_pyodide import run_in_pyodide

from browser.testing import _encodings

LABELS = _encodings.labels()
PYTHON_NAMES = sorted(
    {
        spelling
        for name in {*aliases, *aliases.values(), "unicode_escape", "raw_unicode_escape", "idna"}
        for spelling in (name, name.replace("_", "-"))
    }
    - set(LABELS)
)


def samples(seed):
    """All single bytes, and sequences of two to four bytes, each with a line end."""
    drawn = random.Random(seed)
    pairs = [bytes([lead, drawn.randrange(0x30, 0x100)]) for lead in range(0x80, 0x100)] * 6
    pairs += [bytes([lead, trail]) for lead in (0xA1, 0xAD, 0xF9) for trail in range(0x30, 0x100)]
    kana = [b"\x1b$B" + drawn.randbytes(4) + b"\x1b(J" + drawn.randbytes(2) for _ in range(20)]
    kana += [b"\x1b$B\x2d\x21\x2d\x22\x1b(B", b"\x1b(I1\x1b(B", b"\x0e"]
    longer = [
        bytes([drawn.randrange(0x81, 0xFF), drawn.randrange(0x30, 0x3A)])
        + bytes([drawn.randrange(0x81, 0xFF), drawn.randrange(0x30, 0x3A)])
        for _ in range(100)
    ]
    longer += [b"\x8f" + bytes([drawn.randrange(0xA1, 0xFF), 0xA1 + n]) for n in range(90)]
    random_bytes = [drawn.randbytes(drawn.randrange(2, 5)) for _ in range(200)]
    single = [bytes([byte]) for byte in range(256)]
    return b"\n".join([*single, *pairs, *longer, *random_bytes, *kana, b"\xe4"])


@run_in_pyodide
async def different(selenium, body, labels):
    """The labels with which `browser.ajax` and the raw XMLHttpRequest decode differently."""
    import js
    from guest import completed
    from pyodide.ffi import to_js

    from browser import ajax

    found = []
    for label in labels:
        url = "/raw?type=" + js.encodeURIComponent(f"text/plain; charset={label}")
        raw = js.XMLHttpRequest.new()
        raw.open("POST", url, False)
        raw.send(to_js(body))
        wanted = raw.responseText
        req = ajax.post(url, data=body, blocking=True)
        if req.text == wanted and len(body) > 1000:
            req = await completed(lambda done, url=url: ajax.post(url, data=body, oncomplete=done))
        if req.text != wanted:
            pairs = zip(req.text, wanted, strict=False)
            at = next((n for n, (ours, its) in enumerate(pairs) if ours != its), 0)
            found.append((label, req.text[at : at + 9], wanted[at : at + 9]))
    return found


def test_every_label_of_the_standard(selenium):
    assert different(selenium, samples(1), LABELS) == []


def test_no_other_label(selenium):
    """Python's own codecs are no charsets of a response."""
    assert different(selenium, b"+ADw-script+AD4-\xe9\x80\\u003c", PYTHON_NAMES) == []


@run_in_pyodide
async def check_streams(selenium, body, labels):
    from browser import aio, ajax

    for label in labels:
        url = f"/raw?type=text/plain; charset={label}"
        pieces = [piece async for piece in aio.stream(url, method="POST", data=body)]
        assert "".join(pieces) == ajax.post(url, data=body, blocking=True).text, label


def test_a_stream_decodes_like_the_whole(selenium):
    check_streams(selenium, samples(2), ["utf-8", "big5", "sjis", "koi8-u", "utf-16", "hz-gb-2312"])


XML = """<?xml version="1.0" encoding="{}"?><a>\xe9</a>"""
DECLARED = {
    "latin1": XML.format("iso-8859-1"),
    "single quotes": XML.format("iso-8859-1").replace('"', "'"),
    "blanks": XML.replace("encoding=", " encoding = ").format("iso-8859-1"),
    "far away": XML.replace("encoding=", " " * 2000 + "encoding=").format("iso-8859-1"),
    "Shift_JIS": XML.format("shift_jis").replace("\xe9", "\x82\xa0"),
    "UTF-16": XML.format("utf-16"),
    "no label": XML.format("utf-7"),
    "replacement": XML.format("iso-2022-kr"),
    "x-user-defined": XML.format("x-user-defined"),
    "not at the start": " " + XML.format("iso-8859-1"),
    "not closed": XML.format("iso-8859-1").replace("</a>", ""),
    "no declaration": "<a>\xe9</a>",
    "upper case": XML.format("iso-8859-1").replace("xml", "XML"),
}
XML_TYPES = (
    "text/xml",
    "",
    "nonsense",
    "image/svg+xml",
    "application/xml; charset=utf-8",
    "text/xml; charset=nonsense",
    "text/plain",
    "text/html",
)


@run_in_pyodide
async def check_xml(selenium, types, bodies):
    import js
    from guest import both, raw

    for content_type in types:
        url = "/raw?type=" + js.encodeURIComponent(content_type)
        for name, body in bodies.items():
            sent = body.encode("latin1")
            xhr = await raw(url, sent)
            document = xhr.responseXML
            for req in await both(url, data=sent):
                assert req.text == xhr.responseText, (content_type, name)
                # Browsers differ in whether invalid bytes are an error of XML.
                if "\ufffd" not in req.text and name != "x-user-defined":
                    ours = req.xml and req.xml.documentElement.textContent
                    its = document and document.documentElement.textContent
                    assert (ours or None) == (its or None), (content_type, name)


def test_the_encoding_that_xml_declares(selenium):
    check_xml(selenium, XML_TYPES, DECLARED)


HTML = {
    "charset": '<!doctype html><meta charset="iso-8859-1"><p>\xe9',
    "http-equiv": "<meta http-equiv=Content-Type content='text/html; charset=iso-8859-1'><p>\xe9",
    "far away": f'<!--{"x" * 2000}--><meta charset="iso-8859-1"><p>\xe9',
    "after a comment": '<!-- <meta charset=utf-8> --><meta charset="iso-8859-1"><p>\xe9',
    "after a script": '<script>"<meta charset=utf-8>"</script><meta charset="iso-8859-1"><p>\xe9',
    "after a title": '<title><meta charset=utf-8></title><meta charset="iso-8859-1"><p>\xe9',
    "after an attribute": '<p title="<meta charset=utf-8>"><meta charset="iso-8859-1"><p>\xe9',
    "after no label": '<meta charset=nonsense><meta charset="iso-8859-1"><p>\xe9',
    "before another": '<meta charset="iso-8859-1"><meta charset=utf-8><p>\xe9',
    "in the body": '<body><p>a</p><meta charset="iso-8859-1"><p>\xe9',
    "upper case": "<META CHARSET=ISO-8859-1><p>\xe9",
    "UTF-16": '<meta charset="utf-16"><p>\xe9',
    "x-user-defined": '<meta charset="x-user-defined"><p>\xe9',
    "XML declaration": '<?xml version="1.0" encoding="iso-8859-1"?><p>\xe9',
    "none": "<p>\xe9",
    "byte order mark": '\xef\xbb\xbf<meta charset="iso-8859-1"><p>\xc3\xa9',
}


@run_in_pyodide
async def check_html(selenium, types, bodies):
    import js
    from guest import both, raw

    for content_type in types:
        url = "/raw?type=" + js.encodeURIComponent(content_type)
        for name, body in bodies.items():
            sent = body.encode("latin1")
            xhr = await raw(url, sent, "document")
            its = xhr.responseXML.documentElement.textContent
            for req in await both(url, data=sent, mode="document"):
                assert req.read().documentElement.textContent == its, (content_type, name)


def test_the_encoding_that_html_declares(selenium):
    check_html(selenium, ["text/html", "text/html; charset=utf-8"], HTML)


CONTENT_TYPES = {
    'text/plain; charset="latin1"': "é",
    "text/plain; CHARSET=LATIN1": "é",
    "text/plain; charset=' latin1 '": "\ufffd",
    'text/plain; charset=" latin1 "': "é",
    "text/plain; charset=latin1;": "é",
    "text/plain; charset=latin1; charset=utf-8": "é",
    "text/plain; charset=nonsense; charset=latin1": "\ufffd",
    "text/plain, text/html; charset=latin1": "é",
    "text/plain; charset=latin1, text/html": "\ufffd",
    "charset=latin1": "\ufffd",
    # WebKit differs from the standard and from the others:
    "text/plain; charset='latin1'": "\ufffd",
    "text/plain; charset = latin1": "\ufffd",
    "text/plain; charset=; charset=latin1": "é",
    "text/plain; charset=latin1, text/plain": "é",
    'text/plain; x="a;charset=utf-8"; charset=latin1': "é",
}
OVERRIDDEN = {
    ("text/plain; charset=latin1", "text/plain"): "é",
    ("text/plain; charset=utf-8", "text/plain;charset=latin1"): "é",
    ("text/plain; charset=latin1", "nonsense"): "é",
    ("text/plain; charset=latin1", "text/plain;charset=nonsense"): "\ufffd",
}


@run_in_pyodide
async def check_content_types(selenium, cases, agree):
    import js
    from guest import finished, raw

    from browser import ajax

    for content_type, mime, text in cases:
        url = "/raw?type=" + js.encodeURIComponent(content_type)
        xhr = await raw(url, b"\xe9", mime_type=mime)
        req = ajax.Ajax()
        req.open("POST", url)
        if mime:
            req.overrideMimeType(mime)
        req.send(b"\xe9")
        await finished(req)
        assert req.text == text, (content_type, mime)
        assert xhr.responseText == text or not agree, (content_type, mime)


def test_content_types(selenium):
    agree = selenium.browser != "safari"
    check_content_types(selenium, [(kind, "", text) for kind, text in CONTENT_TYPES.items()], agree)
    overridden = [(kind, mime, text) for (kind, mime), text in OVERRIDDEN.items()]
    check_content_types(selenium, overridden, True)

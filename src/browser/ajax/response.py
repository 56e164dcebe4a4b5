"""Bytes and a content type → text and JSON: pure functions."""

import codecs
import re
from functools import lru_cache
from typing import Any

RESPONSE_TYPES = {
    "text": "",
    "binary": "arraybuffer",
    "json": "json",
    "document": "document",
    "blob": "blob",
}
"""Our mode → XMLHttpRequest's responseType."""

MODES = {response_type: mode for mode, response_type in RESPONSE_TYPES.items()} | {"text": "text"}
NATIVE_MODES = ("document", "blob")
"""Modes whose value the browser makes; the others come as bytes and are decoded here."""


_CHARSET = re.compile(r""";\s*charset\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s;"]+))""", re.IGNORECASE)

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_BROWSERS_NAMES = {
    "utf8": "utf-8",
    "unicode-1-1-utf-8": "utf-8",
    "utf-16": "utf-16-le",
    "unicode": "utf-16-le",
    "windows-874": "cp874",
    "windows-31j": "cp932",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "sjis": "cp932",
    "x-sjis": "cp932",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "x-mac-roman": "mac-roman",
    "macintosh": "mac-roman",
    "x-mac-cyrillic": "mac-cyrillic",
    "iso-8859-8-i": "iso-8859-8",
    "iso-8859-9": "cp1254",
    **dict.fromkeys(
        ("iso-8859-1", "iso8859-1", "latin1", "latin-1", "ascii", "us-ascii"), "cp1252"
    ),
}
"""Where the web's meaning of a charset's name (https://encoding.spec.whatwg.org/#names-and-labels)
is not Python's."""


def check_encoding(encoding: Any) -> str:
    """The name, or LookupError at once when Python has no such codec for text."""
    if not isinstance(encoding, str):
        raise TypeError(f"encoding must be a str, not {type(encoding).__name__}")
    try:
        "".encode(encoding)
    except (LookupError, ValueError) as error:
        raise LookupError(f"unknown encoding {encoding!r}: use a codec's name, e.g. 'utf-8'") from (
            error
        )
    return encoding


@lru_cache(64)
def charset_of(content_type: str) -> str | None:
    """The codec for the charset that a Content-Type names; None when it names none we know.

    >>> charset_of('text/plain; charset="UTF-8"')
    'utf-8'
    """
    found = _CHARSET.search(content_type)
    if not found:
        return None
    name = (found[1] or found[2] or found[3] or "").strip().lower()
    try:
        return _BROWSERS_NAMES.get(name) or check_encoding(name)
    except LookupError:
        return None


def decode(body: bytes, encoding: str | None, content_type: str) -> str:
    """`encoding` if given; else what a byte order mark says, the response's charset, or UTF-8,
    as XMLHttpRequest does (https://xhr.spec.whatwg.org/#text-response). Never fails."""
    if encoding:
        return body.decode(encoding, "replace")
    for mark, codec in _MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(codec, "replace")
    codec = (charset_of(content_type) if content_type else None) or "utf-8"
    text = body.decode(codec, "replace")
    if codec == "cp1252" and "\ufffd" in text:
        return _decode_cp1252(body)
    return text


def decode_json(body: bytes, encoding: str | None, content_type: str) -> Any:
    """The value, with exact integers; json.JSONDecodeError (a ValueError) when it is no JSON."""
    import json

    return json.loads(decode(body, encoding, content_type))


def _decode_cp1252(body: bytes) -> str:
    """The web's windows-1252 gives the control characters for the five bytes Python refuses."""
    return "".join(
        char if char != "\ufffd" else chr(byte)
        for char, byte in zip(body.decode("cp1252", "replace"), body, strict=True)
    )

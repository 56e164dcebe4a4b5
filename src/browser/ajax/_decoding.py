"""Bytes and a content type → text and JSON. _encodings decodes what is not UTF-8."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, Any

from browser.ajax._charset import ANY_MARK, has_codec, is_xml, response_type

if TYPE_CHECKING:
    from browser.ajax._types import Mode

RESPONSE_TYPES: dict[Mode, str] = {
    "text": "",
    "binary": "arraybuffer",
    "json": "json",
    "document": "document",
    "blob": "blob",
}
"""Our mode → XMLHttpRequest's responseType."""

MODES: dict[str, Mode] = {name: mode for mode, name in RESPONSE_TYPES.items()}
MODES["text"] = "text"
NATIVE_MODES = ("document", "blob")
"""Modes whose value the browser makes; the others arrive as bytes and are decoded here."""

TRANSPORTED: dict[Mode, str] = {
    mode: mode if mode in NATIVE_MODES else "arraybuffer" for mode in RESPONSE_TYPES
}
"""Our mode → the responseType of the real XMLHttpRequest."""


def check_encoding(encoding: Any) -> str:
    """Returns the name. Raises LookupError if neither Python nor the browser has such an encoding
    for text."""
    if not isinstance(encoding, str):
        raise TypeError(f"encoding must be a str, not {type(encoding).__name__}")
    if not has_codec(encoding):
        from browser.ajax._encodings import encoding_of

        if encoding_of(encoding) is None:
            raise LookupError(f"unknown encoding {encoding!r}: use a codec's name, e.g. 'utf-8'")
    return encoding


def decode(body: bytes, encoding: str | None, content_type: str, mime_type: str = "") -> str:
    """Decodes by `encoding` if given, else by the byte order mark, the response's charset, the
    encoding that XML declares, or UTF-8, like XMLHttpRequest
    (https://xhr.spec.whatwg.org/#text-response). The text has no byte order mark. Never fails."""
    if encoding and has_codec(encoding):
        return body.decode(encoding, "replace").removeprefix("\ufeff")
    if not encoding and not body.startswith(ANY_MARK):
        essence, charset = response_type(content_type, mime_type)
        if charset == "utf-8" or (charset is None and not is_xml(essence)):
            return body.decode("utf-8", "replace")
    from browser.ajax._encodings import decode_other

    return decode_other(body, encoding, content_type, mime_type)


def decode_json(body: bytes, encoding: str | None = None) -> Any:
    """The value of JSON; integers are exact. JSON is UTF-8, unless the program has set an
    `encoding`. Raises json.JSONDecodeError, a ValueError; RecursionError if it is nested too
    deeply."""
    import json

    from browser import _json

    _json.limit_depth()
    if encoding:
        return json.loads(decode(body, encoding, ""))
    return json.loads(body.removeprefix(codecs.BOM_UTF8).decode("utf-8", "replace"))

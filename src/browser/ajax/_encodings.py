"""The encodings of the web, by the browser's TextDecoder. Imported when a text is not UTF-8."""

from __future__ import annotations

import codecs
import re
from functools import lru_cache
from typing import Any

from browser.ajax import _shim
from browser.ajax._charset import (
    ANY_MARK,
    MARKS,
    has_codec,
    is_xml,
    response_type,
    without_mark,
)

_REPLACEMENT = "replacement"
"""The encoding of which browsers decode nothing, as attackers use it
(https://encoding.spec.whatwg.org/#replacement)."""

_REPLACED = frozenset(
    {_REPLACEMENT, "csiso2022kr", "hz-gb-2312", "iso-2022-cn", "iso-2022-cn-ext", "iso-2022-kr"}
)
"""The labels of that encoding; TextDecoder does not accept them."""

_NOT_ASCII = frozenset({_REPLACEMENT, "iso-2022-jp", "utf-16be", "utf-16le"})
"""The encodings in which the bytes of ASCII mean something else."""


_DECLARATION = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*(["'])([^"'\0-\x20]*)\1""")
_CHARSET_OF_META = re.compile(
    r"""charset[\t\n\f\r ]*=[\t\n\f\r ]*(?:"([^"]*)"|'([^']*)'|([^\t\n\f\r ;"']+))""", re.IGNORECASE
)
_UTF_16 = ((b"<\0?\0x\0", "utf-16le"), (b"\0<\0?\0x", "utf-16be"))


@lru_cache(64)
def encoding_of(label: str) -> str | None:
    """The name of the encoding that a charset means on the web, in lower case. Returns None if it
    is no label of the standard (https://encoding.spec.whatwg.org/#names-and-labels)."""
    label = label.strip("\t\n\f\r ").lower()
    if label in _REPLACED:
        return _REPLACEMENT
    decoder = _shim.transport().textDecoder(label)
    return None if decoder is None else str(decoder.encoding)


def decode_other(body: bytes, encoding: str | None, content_type: str, mime_type: str) -> str:
    """`decode` of _decoding.py, with all its steps."""
    if encoding:
        return decode_as(body, encoding_of(encoding) or "utf-8")
    name, rest = without_mark(body)
    if name:
        return decode_as(rest, name)
    essence, charset = response_type(content_type, mime_type)
    found = encoding_of(charset) if charset else None
    if found is None and is_xml(essence):
        found = _declared_in_xml(body)
    return decode_as(body, found or "utf-8")


def decode_html(body: bytes, charset: str | None, parse: Any) -> str:
    """Decodes HTML, which may declare its encoding by an XML declaration or a META element.
    `parse` makes a document of a str."""
    found = None
    if not body.startswith(ANY_MARK):
        found = charset and encoding_of(charset)
        found = found or _declared_in_xml(body) or _declared_in_html(parse(body.decode("latin-1")))
    return decode_other(body, found, "text/html", "")


def decode_as(body: bytes, name: str) -> str:
    """Decodes by an encoding of the standard; invalid bytes become U+FFFD."""
    if name == "utf-8":
        return body.decode("utf-8", "replace")
    if name not in _NOT_ASCII and body.isascii():
        return body.decode("ascii")
    return str(_web_decoder(name).decode(body, False))


def _declared_in_xml(body: bytes) -> str | None:
    """https://html.spec.whatwg.org/multipage/parsing.html#xml-encoding"""
    for start, name in _UTF_16:
        if body.startswith(start):
            return name
    found = _DECLARATION.match(body)
    return _of_bytes(found[2].decode("latin-1")) if found else None


def _declared_in_html(document: Any) -> str | None:
    """`document` is parsed from the bytes as if they were ISO-8859-1."""
    for meta in document.querySelectorAll("meta"):
        label = meta.getAttribute("charset")
        if not label and str(meta.httpEquiv).lower() == "content-type":
            found = _CHARSET_OF_META.search(meta.content)
            label = found and next(filter(None, found.groups()), None)
        name = _of_bytes(label) if label else None
        if name is not None:
            return "windows-1252" if name == "x-user-defined" else name
    return None


def _of_bytes(label: str) -> str | None:
    """The encoding of a label that was read as ASCII: then it is not UTF-16."""
    name = encoding_of(label)
    return "utf-8" if name in ("utf-16be", "utf-16le") else name


class Decoder:
    """Decodes text that arrives in pieces, as `decode` decodes a whole body."""

    def __init__(self, encoding: str | None, content_type: str) -> None:
        self._decoder: Any = None
        self._name = encoding_of(response_type(content_type)[1] or "utf-8") or "utf-8"
        self._held = b""
        """The first bytes, as long as they may become a byte order mark."""
        self._may_begin_with_mark = bool(encoding)
        if encoding:
            self._decoder = _Codec(encoding) if has_codec(encoding) else _web_decoder(encoding)

    def decode(self, piece: bytes, more: bool) -> str:
        """The text of the next piece; `more` is False for the last one."""
        if self._decoder is None:
            piece = self._held + piece
            if more and any(mark.startswith(piece) for mark in MARKS):
                self._held = piece
                return ""
            marked, piece = without_mark(piece)
            name = marked or self._name
            self._decoder = _Codec(name) if name == "utf-8" else _web_decoder(name)
        text = str(self._decoder.decode(piece, more))
        if self._may_begin_with_mark and text:
            self._may_begin_with_mark = False
            text = text.removeprefix("\ufeff")
        return text


class _Codec:
    """A codec of Python."""

    def __init__(self, name: str) -> None:
        self._name = codecs.lookup(name).name
        self._codec = codecs.getincrementaldecoder(name)("replace")

    def decode(self, piece: bytes, more: bool) -> str:
        try:
            return self._codec.decode(piece, final=not more)
        except UnicodeDecodeError as error:
            # UTF-16 or UTF-32 without a byte order mark. A whole text may be without one.
            self._codec = codecs.getincrementaldecoder(f"{self._name}-le")("replace")
            return self._codec.decode(error.object, final=not more)


class _Replacement:
    """One U+FFFD for everything."""

    _text = "\ufffd"

    def decode(self, piece: bytes, more: bool) -> str:
        text = self._text if piece else ""
        self._text = self._text[len(text) :]
        return text


def _web_decoder(label: str) -> Any:
    if encoding_of(label) == _REPLACEMENT:
        return _Replacement()
    return _shim.transport().textDecoder(label)

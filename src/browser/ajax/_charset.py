"""What tells the encoding of text: byte order mark, media type and charset. Pure."""

from __future__ import annotations

import codecs
import re
from functools import lru_cache

MARKS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16le", codecs.BOM_UTF16_BE: "utf-16be"}
"""Byte order mark → encoding."""

ANY_MARK = tuple(MARKS)

_USUAL_TYPE = re.compile(r"(?:([a-z0-9.+-]+/[a-z0-9.+-]+)(?:; ?charset=(utf-8))?)?")


@lru_cache(64)
def has_codec(encoding: str) -> bool:
    """Whether Python has such a codec for text."""
    try:
        b"a".decode(encoding, "replace")
    except (LookupError, ValueError):
        return False
    return True


def without_mark(body: bytes) -> tuple[str | None, bytes]:
    """The encoding that a byte order mark says, and what follows the mark. None without one."""
    for mark, name in MARKS.items():
        if body.startswith(mark):
            return name, body[len(mark) :]
    return None, body


@lru_cache(64)
def response_type(content_type: str, mime_type: str = "") -> tuple[str, str | None]:
    """The media type of a response and its charset, in lower case; the charset is None if there is
    none. `mime_type` is the argument of `overrideMimeType`
    (https://xhr.spec.whatwg.org/#final-mime-type).

    >>> response_type("text/html; charset=UTF-8")
    ('text/html', 'utf-8')
    """
    usual = None if mime_type else _USUAL_TYPE.fullmatch(content_type.lower())
    if usual:
        return usual[1] or "text/xml", usual[2]
    from browser.ajax._content_type import extracted

    essence, charset = extracted(content_type)
    if mime_type:
        essence, own = extracted(mime_type)
        essence, charset = essence or "application/octet-stream", own or charset
    return essence or "text/xml", charset and charset.lower()


def is_xml(essence: str) -> bool:
    return essence.endswith("+xml") or essence in ("text/xml", "application/xml")

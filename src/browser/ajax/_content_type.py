"""Media types with their parameters. Pure.

Source: https://mimesniff.spec.whatwg.org/#parsing-a-mime-type
"""

from __future__ import annotations

import re

_TOKEN = r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"
_BLANKS = " \t\r\n"
_TYPE = re.compile(rf"[{_BLANKS}]*({_TOKEN}/{_TOKEN})[{_BLANKS}]*(?=;|$)")
_PARAMETER = re.compile(rf';[{_BLANKS}]*([^;=]*)(?:=(?:("(?:\\.|[^"\\])*)"?|([^;]*))[^;]*)?')
_NAME = re.compile(_TOKEN)
_VALUE = re.compile(r"[\t\x20-\x7e\x80-\xff]*")
_FIELD = re.compile(r'(?:"(?:\\.|[^"\\])*(?:"|$)|[^",])+')
"""One of several values of a header, which are separated by commas."""

Parameters = dict[str, str]


def parsed(value: str) -> tuple[str, Parameters]:
    """Type and subtype, in lower case, and the parameters; ("", {}) if the value is no media type.

    >>> parsed('Text/Plain; Charset="utf-8"')
    ('text/plain', {'charset': 'utf-8'})
    """
    found = _TYPE.match(value)
    if not found:
        return "", {}
    parameters: Parameters = {}
    for name, quoted, plain in _PARAMETER.findall(value.rstrip(_BLANKS), found.end()):
        content = re.sub(r"\\(.)", r"\1", quoted[1:]) if quoted else plain.rstrip(_BLANKS)
        if (content or quoted) and _NAME.fullmatch(name) and _VALUE.fullmatch(content):
            parameters.setdefault(name.lower(), content)
    return found[1].lower(), parameters


def serialized(essence: str, parameters: Parameters) -> str:
    """The opposite of `parsed`."""
    parts = [essence]
    for name, value in parameters.items():
        if not _NAME.fullmatch(value):
            value = '"' + re.sub(r'(["\\])', r"\\\1", value) + '"'
        parts.append(f"{name}={value}")
    return ";".join(parts)


def extracted(header: str) -> tuple[str, str | None]:
    """The media type and the charset of the header Content-Type, whose values are joined by commas
    if a server sends several (https://fetch.spec.whatwg.org/#concept-header-extract-mime-type)."""
    essence, first, charset = "", None, None
    for field in _FIELD.findall(header):
        kind, parameters = parsed(field)
        if not kind or kind == "*/*":
            continue
        own = parameters.get("charset")
        if kind != essence:
            essence, first = kind, own
        charset = first if own is None else own
    return essence, charset

"""A strict parser of multipart/form-data. It preserves all bytes, and does not unescape names."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Part:
    headers: list[tuple[str, str]]
    content: bytes

    def header(self, name: str) -> str | None:
        return next((value for key, value in self.headers if key.lower() == name), None)

    def parameter(self, name: str) -> str | None:
        """A quoted parameter of Content-Disposition, with %22, %0D and %0A as sent."""
        disposition = self.header("content-disposition") or ""
        found = re.search(rf';\s*{name}="([^"]*)"', disposition)
        return found[1] if found else None

    def as_json(self) -> dict[str, Any]:
        return {
            "field": self.parameter("name"),
            "filename": self.parameter("filename"),
            "content_type": self.header("content-type"),
            "headers": [list(pair) for pair in self.headers],
            "size": len(self.content),
            "sha256": hashlib.sha256(self.content).hexdigest(),
            "base64": base64.b64encode(self.content).decode("ascii"),
        }


def parse(content_type: str, body: bytes) -> list[Part]:
    """Returns the parts of a body. Raises ValueError if it is not well-formed."""
    found = re.fullmatch(
        r'multipart/form-data\s*;\s*boundary=(?:"([^"]+)"|([^\s;"]+))', content_type, re.IGNORECASE
    )
    if not found:
        raise ValueError(f"not multipart/form-data with a boundary: {content_type!r}")
    delimiter = b"\r\n--" + (found[1] or found[2]).encode("latin-1")
    preamble, *chunks = (b"\r\n" + body).split(delimiter)
    if preamble or not chunks:
        raise ValueError("the body does not start with the boundary")
    if chunks.pop() not in (b"--", b"--\r\n"):
        raise ValueError("the body does not end with the closing boundary")
    return [_part(chunk) for chunk in chunks]


def _part(chunk: bytes) -> Part:
    head, separator, content = chunk.partition(b"\r\n\r\n")
    if not separator or not head.startswith(b"\r\n"):
        raise ValueError("a part has no header section")
    headers: list[tuple[str, str]] = []
    for line in head.removeprefix(b"\r\n").decode("utf-8").split("\r\n"):
        name, colon, value = line.partition(":")
        if not colon:
            raise ValueError(f"not a header: {line!r}")
        headers.append((name, value.strip()))
    return Part(headers, content)

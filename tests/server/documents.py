"""The bodies of the routes. Tests compute them again to compare."""

from __future__ import annotations

import json
import random

XML = '<?xml version="1.0" encoding="UTF-8"?>\n<root><item id="1">caf\u00e9</item></root>\n'
HTML = (
    '<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>TestServer</title></head>'
    '<body><p id="text">caf\u00e9</p></body></html>\n'
)


def pattern(size: int, seed: int = 0) -> bytes:
    """The bytes of ``/bytes?size=&seed=``."""
    return random.Random(seed).randbytes(size)


def big_json(size: int) -> str:
    """A JSON object of at least ``size`` characters."""
    items: list[dict[str, object]] = []
    length = 0
    while length < size:
        item = {"id": len(items), "name": f"item {len(items)}", "half": len(items) / 2}
        items.append(item)
        length += len(json.dumps(item)) + 2
    return json.dumps({"count": len(items), "items": items})


def line(number: int, size: int) -> str:
    """A chunk of ``/drip``: a line of ``size`` characters, including the line end."""
    return f"{number} ".ljust(max(size, len(str(number)) + 2) - 1, "x") + "\n"


def prose(size: int) -> str:
    """The body of ``/compressed``, decoded: text that compresses well."""
    sentence = "The quick brown fox jumps over the lazy dog.\n"
    return (sentence * (size // len(sentence) + 1))[:size]

"""A request as HTML: notebooks show it when it is the last value of a cell."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Sized
from html import escape
from typing import Any

from browser._secrets import redact, redact_header
from browser.ajax._result import Result

LONGEST, MOST, DEEPEST = 2_000, 100, 8
"""Characters of a text, items of a list or dict, levels of JSON: the rest is left out."""

PICTURES = ("image/png", "image/jpeg", "image/gif", "image/webp", "image/avif", "image/bmp")


def html_of(request: Result) -> str:
    """Status and URL, the headers (folded), the body: JSON as a tree, a picture, or text. Secrets
    in URL and headers are replaced by ``***``."""
    asked = f"{request.method} {redact(request.url)}"
    if request.readyState < 4:
        return f"<p>{escape(asked)}: no response yet</p>"
    if request.error:
        return f"<p>{escape(str(request.error))}</p>"
    status = f"{request.status} {request.statusText}".strip()
    return f"<p><b>{escape(status)}</b> {escape(asked)}</p>{_headers(request)}{_body(request)}"


def _headers(request: Result) -> str:
    lines = request.getAllResponseHeaders().splitlines()
    pairs = [line.partition(": ") for line in lines]
    shown = [(name, redact_header(name, value)) for name, _, value in pairs]
    rows = "".join(f"<tr><th>{escape(name)}<td>{escape(value)}" for name, value in shown)
    count = _counted(shown, "header")
    return f"<details><summary>{count}</summary><table>{rows}</table></details>"


def _body(request: Result) -> str:
    kind = (request.getResponseHeader("content-type") or "").partition(";")[0].strip().lower()
    if request.mode in ("blob", "document"):
        return f"<p>{escape(repr(request.read()))}</p>"
    if kind in PICTURES:
        data = b64encode(request._bytes()).decode()
        return f'<img src="data:{kind};base64,{data}" alt="the response">'
    if request.mode == "json" or kind.endswith(("/json", "+json")):
        try:
            return _tree(request.json, DEEPEST)
        except (ValueError, RecursionError):
            pass  # shown as text
    if request.mode == "binary":
        return f"<p>{len(request._bytes()):,} bytes</p>"
    text = request.responseText
    return f"<pre>{escape(text[:LONGEST])}{'…' * (len(text) > LONGEST)}</pre>"


def _tree(value: Any, levels: int) -> str:
    if not isinstance(value, (dict, list)) or not value:
        text = json.dumps(value, ensure_ascii=False)
        return f"<code>{escape(text[:LONGEST])}{'…' * (len(text) > LONGEST)}</code>"
    what = _counted(value, "item" if isinstance(value, list) else "name")
    if not levels:
        return what
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    shown = [
        f"<li><b>{escape(str(name))}</b>: {_tree(item, levels - 1)}"
        for name, item in list(pairs)[:MOST]
    ]
    more = "<li>…" if len(value) > MOST else ""
    opened = " open" if levels == DEEPEST else ""
    return f"<details{opened}><summary>{what}</summary><ul>{''.join(shown)}{more}</ul></details>"


def _counted(values: Sized, kind: str) -> str:
    return f"{len(values):,} {kind}{'s' * (len(values) != 1)}"

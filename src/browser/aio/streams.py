"""Answers read while they arrive, by the browser's fetch."""

from __future__ import annotations

import codecs
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any

from browser import _host
from browser.ajax import HTTPStatusError, NetworkError, shim
from browser.ajax import functions as ajax_functions
from browser.ajax.body import encode
from browser.ajax.errors import describe, likely_causes
from browser.ajax.headers import drop_forbidden
from browser.ajax.options import check_method
from browser.ajax.response import charset_of

FORMATS = ("text", "binary", "lines", "events")


@dataclass
class ServerSentEvent:
    """An event of `stream(url, "events")`
    (https://html.spec.whatwg.org/multipage/server-sent-events.html)."""

    data: str
    event: str = "message"
    id: str = ""


async def stream(
    url: str, format: str = "text", *, method: str = "GET", **keywords: Any
) -> AsyncGenerator[Any]:
    """The answer piece by piece, as it arrives: `async for chunk in aio.stream(url): …`. `format`
    says of what: "text" (str), "binary" (bytes), "lines" (str without their ends) or "events"
    (ServerSentEvent). Keywords: `headers`, `data`, `cache`, `credentials`, `encoding`.

    Leaving the loop closes the connection (a generator that is not exhausted closes with its task,
    or by `contextlib.aclosing`). Raises HTTPStatusError for a status of 400 or above, NetworkError
    when there is no answer, or no more of it. For a time limit use `asyncio.timeout`.
    """
    method = check_method(method, url)
    if format not in FORMATS:
        what = f"unknown format {format!r}"
        raise ValueError(describe(what, method, url, f"use one of {', '.join(FORMATS)}"))
    async with aclosing(_pieces(url, method, keywords)) as pieces:
        content_type = await anext(pieces)
        if format == "binary":
            async for piece in pieces:
                yield piece
            return
        codec = keywords.get("encoding") or charset_of(content_type) or "utf-8"
        texts = _decoded(pieces, codec)
        if format == "text":
            async for text in texts:
                yield text
        elif format == "lines":
            async for line in _lines(texts):
                yield line
        else:
            async for found in _events(_lines(texts)):
                yield found


async def _pieces(url: str, method: str, keywords: dict[str, Any]) -> AsyncGenerator[Any]:
    """First the content type, then bytes."""
    request, data = ajax_functions.prepared(method, url, (), dict(keywords))
    method, target = request.method, request.url
    headers, body = request._headers, None
    if data is not None:
        body, headers = encode(data, headers, method, target)
    headers = drop_forbidden(headers, method, target)
    lines = "\n".join(f"{name}:{value}" for name, value in headers.values())
    opened = None
    try:
        opened = await _host.js_shim().stream.open(
            method, target, lines, request.withCredentials, body
        )
        if opened.status >= 400:
            what = f"HTTP status {opened.status} {opened.statusText}".strip()
            raise HTTPStatusError(what, method, target)
        yield str(opened.contentType)
        while (piece := await opened.read()) is not None:
            yield piece.to_bytes()
    except _host.js_exception():
        page, _, online = shim.transport().where().rpartition(" ")
        causes = likely_causes(target, page, online != "false")
        raise NetworkError("network error", method, target, causes) from None
    finally:
        if opened is not None:
            opened.close()


async def _decoded(pieces: AsyncIterator[bytes], codec: str) -> AsyncIterator[str]:
    decoder = codecs.getincrementaldecoder(codec)("replace")
    async for piece in pieces:
        if text := decoder.decode(piece):
            yield text
    if text := decoder.decode(b"", final=True):
        yield text


async def _lines(texts: AsyncIterator[str]) -> AsyncIterator[str]:
    rest = ""
    async for text in texts:
        *lines, rest = (rest + text).replace("\r\n", "\n").split("\n")
        for line in lines:
            yield line
    if rest:
        yield rest


async def _events(lines: AsyncIterator[str]) -> AsyncIterator[ServerSentEvent]:
    data: list[str] = []
    name, last_id = "", ""
    async for line in lines:
        field, _, value = line.partition(":")
        value = value.removeprefix(" ")
        if not line:
            if data:
                yield ServerSentEvent("\n".join(data), name or "message", last_id)
            data, name = [], ""
        elif field == "data":
            data.append(value)
        elif field == "event":
            name = value
        elif field == "id":
            last_id = value

"""Responses that are read while they arrive, by the browser's fetch."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing
from typing import TYPE_CHECKING, Any, Literal, Unpack, overload

from browser import _host
from browser.aio._event_streams import ServerSentEvent, events, lines
from browser.ajax import HTTPStatusError, _functions, _shim
from browser.ajax._arguments import check_method
from browser.ajax._body import encode
from browser.ajax._errors import describe
from browser.ajax._failures import network_error
from browser.ajax._headers import drop_forbidden

if TYPE_CHECKING:
    from browser.ajax._encodings import Decoder
    from browser.ajax._keywords import StreamKeywords

FORMATS = ("text", "binary", "lines", "events")


@overload
def stream(
    url: str,
    format: Literal["text", "lines"] = "text",
    *,
    method: str = "GET",
    **keywords: Unpack[StreamKeywords],
) -> AsyncGenerator[str]: ...
@overload
def stream(
    url: str, format: Literal["binary"], *, method: str = "GET", **keywords: Unpack[StreamKeywords]
) -> AsyncGenerator[bytes]: ...
@overload
def stream(
    url: str, format: Literal["events"], *, method: str = "GET", **keywords: Unpack[StreamKeywords]
) -> AsyncGenerator[ServerSentEvent]: ...
async def stream(
    url: str, format: str = "text", *, method: str = "GET", **keywords: Any
) -> AsyncGenerator[Any]:
    """Yields the response body as it arrives: `async for chunk in aio.stream(url): …`.

    `format` is "text" (str), "binary" (bytes), "lines" (str without line ends: LF, CR LF or CR) or
    "events" (ServerSentEvent). Text is decoded as in `browser.ajax`, without a byte order mark;
    events are UTF-8. Keywords: `headers`, `data`, `cache`, `credentials`, `encoding`. For a time
    limit use `asyncio.timeout`.

    Leaving the loop closes the connection; so does the end of the task, or `contextlib.aclosing`,
    if the generator is not exhausted. Raises HTTPStatusError if the status is 400 or above,
    NetworkError if there is no response, or it breaks off.
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
        from browser.ajax._encodings import Decoder

        encoding = keywords.get("encoding") or ("utf-8" if format == "events" else None)
        texts = _decoded(pieces, Decoder(encoding, content_type))
        if format == "text":
            async for text in texts:
                yield text
        elif format == "lines":
            async for line in lines(texts):
                yield line
        else:
            async for found in events(lines(texts)):
                yield found


async def _pieces(url: str, method: str, keywords: dict[str, Any]) -> AsyncGenerator[Any]:
    """The content type, then the pieces of the body as bytes."""
    request, data = _functions.prepared(method, url, (), dict(keywords))
    method, target = request.method, request.url
    headers, body = request._headers, None
    if data is not None:
        body, headers = encode(data, headers, method, target)
    headers = drop_forbidden(headers, method, target)
    header_lines = "\n".join(f"{name}:{value}" for name, value in headers.values())
    opened = None
    try:
        opened = await _shim.transport().openStream(
            method, target, header_lines, request.withCredentials, body
        )
        if opened.status >= 400:
            raise HTTPStatusError(opened.status, opened.statusText, method, target)
        yield str(opened.contentType)
        while (piece := await opened.read()) is not None:
            yield piece.to_bytes()
    except _host.js_exception():
        raise network_error(method, target) from None
    finally:
        if opened is not None:
            opened.close()


async def _decoded(pieces: AsyncIterator[bytes], decoder: Decoder) -> AsyncIterator[str]:
    async for piece in pieces:
        if text := decoder.decode(piece, more=True):
            yield text
    if text := decoder.decode(b"", more=False):
        yield text

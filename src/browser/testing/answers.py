"""What the server answers."""

import json as json_module
from collections.abc import Callable, Iterable, Mapping
from http import HTTPStatus
from typing import Any

from browser.ajax.options import UNSET
from browser.ajax.response import charset_of
from browser.testing.requests import Headers, Request

_WITHOUT_BODY = (204, 205, 304)


class Answer:
    """An answer, or one of the ways to give none.

    `body` is str, bytes, or a list of either: the pieces in which it arrives, without a
    Content-Length. `json` is sent as JSON. `headers` is a mapping, or pairs where a name comes
    twice; a Content-Type is added that goes with the body.

    `delay` is the virtual seconds before the answer starts. What goes up and what comes down does
    so in `chunks` pieces, `interval` seconds apart. `network_error` breaks the connection, after
    the body if there is one; `never` leaves the program waiting, for its own timeout or abort.
    """

    def __init__(
        self,
        *,
        status: int = 200,
        body: str | bytes | Iterable[str | bytes] = b"",
        json: Any = UNSET,
        headers: Mapping[str, str] | Iterable[tuple[str, str]] = (),
        reason: str | None = None,
        delay: float = 0,
        chunks: int = 1,
        interval: float = 0,
        network_error: bool = False,
        never: bool = False,
    ) -> None:
        if not isinstance(status, int) or not 200 <= status <= 999:
            raise ValueError(f"an answer's status is from 200 to 999, not {status!r}")
        if delay < 0 or interval < 0 or chunks < 1:
            raise ValueError("delay and interval are at least 0, chunks at least 1")
        if network_error and never:
            raise TypeError("network_error and never contradict each other")
        kind = ""
        if json is not UNSET:
            if body != b"":
                raise TypeError("an answer has a body or json, not both")
            body, kind = json_module.dumps(json).encode(), "application/json"
        elif isinstance(body, str):
            kind = "text/plain; charset=utf-8"
        self.status = status
        self.reason = _reason(status) if reason is None else reason
        self.delay, self.chunks, self.interval = delay, chunks, interval
        self.network_error, self.never = network_error, never
        fields = list(headers.items() if isinstance(headers, Mapping) else headers)
        names = {name.lower() for name, _ in fields}
        if kind and "content-type" not in names:
            fields.append(("Content-Type", kind))
        codec = charset_of(Headers(fields).get("content-type", "")) or "utf-8"
        self.pieces: list[bytes] = []
        if isinstance(body, str | bytes | bytearray | memoryview):
            content = _bytes(body, codec)
            self.pieces = pieces(content, chunks)
            if "content-length" not in names and status not in _WITHOUT_BODY:
                fields.append(("Content-Length", str(len(content))))
        else:
            self.pieces = [_bytes(piece, codec) for piece in body]
        if status in _WITHOUT_BODY:
            self.pieces = []
        self.headers = Headers(fields)

    @property
    def starts(self) -> bool:
        """Whether there is a status before the end."""
        return not self.never and not (self.network_error and not self.pieces)

    def __repr__(self) -> str:
        return f"<Answer {self.status} {self.reason}>"


AnswerFunction = Callable[[Request], Answer]


def pieces(content: bytes, count: int) -> list[bytes]:
    """About equal ones; fewer where there are fewer bytes."""
    size = -(-len(content) // count) or 1
    return [content[start : start + size] for start in range(0, len(content), size)]


def _reason(status: int) -> str:
    return HTTPStatus(status).phrase if status in set(HTTPStatus) else ""


def _bytes(content: Any, codec: str) -> bytes:
    if isinstance(content, str):
        return content.encode(codec)
    if isinstance(content, bytes | bytearray | memoryview):
        return bytes(content)
    raise TypeError(f"a body is str, bytes or a list of them, not {type(content).__name__}")

"""The responses of a Server, and the keywords that describe them."""

import json as json_module
from collections.abc import Callable, Iterable, Mapping
from http import HTTPStatus
from typing import Any, TypedDict, Unpack

from browser.ajax._errors import nearest
from browser.testing._encodings import codec_of
from browser.testing._requests import Headers, Request

_WITHOUT_BODY = (204, 205, 304)


class ResponseOptions(TypedDict, total=False):
    """The keywords of `Response`, `Server.on`, `Server.expect` and `Route.then`."""

    status: int
    """The HTTP status, from 200 to 999. The default is 200."""

    reason: str | None
    """The text of the status. The default is the standard text, such as "Not Found" for 404."""

    body: str | bytes | Iterable[str | bytes]
    """The response body, encoded by the charset of the Content-Type, or UTF-8. The items of a list
    arrive one by one, without a Content-Length."""

    json: object
    """A value to send as JSON, instead of `body`."""

    headers: Mapping[str, str] | Iterable[tuple[str, str]]
    """The headers: a mapping, or pairs of name and value if a name occurs more than once. The
    server adds Content-Type and Content-Length where they are missing."""

    delay: float
    """Virtual seconds until the response starts. The default is 0."""

    chunks: int
    """In how many pieces the request body is sent and the response body arrives. The default is
    1."""

    interval: float
    """Virtual seconds between two pieces. The default is 0."""

    network_error: bool
    """Breaks the connection: after the body, or at once if there is none."""

    never: bool
    """Sends no response: the program's timeout or `abort()` ends the request."""


class Response:
    """A response of the server. Its keywords are those of `ResponseOptions`.

    Raises TypeError for an unknown keyword and for keywords that contradict each other, ValueError
    for a number out of range.
    """

    def __init__(self, **options: Unpack[ResponseOptions]) -> None:
        _check(options)
        body: Any = options.get("body", b"")
        content_type = ""
        if "json" in options:
            body, content_type = json_module.dumps(options["json"]).encode(), "application/json"
        elif isinstance(body, str):
            content_type = "text/plain; charset=utf-8"
        self.status: int = options.get("status", 200)
        reason = options.get("reason")
        self.reason: str = _reason(self.status) if reason is None else reason
        self.delay: float = options.get("delay", 0)
        self.chunks: int = options.get("chunks", 1)
        self.interval: float = options.get("interval", 0)
        self.network_error: bool = options.get("network_error", False)
        self.never: bool = options.get("never", False)
        headers = options.get("headers", ())
        fields = list(headers.items() if isinstance(headers, Mapping) else headers)
        names = {name.lower() for name, _ in fields}
        if content_type and "content-type" not in names:
            fields.append(("Content-Type", content_type))
        codec = codec_of(Headers(fields).get("content-type", ""))
        self.pieces: list[bytes] = []
        if isinstance(body, str | bytes | bytearray | memoryview):
            content = _bytes(body, codec)
            self.pieces = pieces(content, self.chunks)
            if "content-length" not in names and self.status not in _WITHOUT_BODY:
                fields.append(("Content-Length", str(len(content))))
        else:
            self.pieces = [_bytes(piece, codec) for piece in body]
        if self.status in _WITHOUT_BODY:
            self.pieces = []
        self.headers: Headers = Headers(fields)

    @property
    def starts(self) -> bool:
        """Whether the status and the headers arrive."""
        return not self.never and not (self.network_error and not self.pieces)

    def __repr__(self) -> str:
        return f"<Response {self.status} {self.reason}>"


ResponseFunction = Callable[[Request], Response]


def response_from(
    response: Response | ResponseFunction | None, options: ResponseOptions
) -> Response | ResponseFunction:
    """The response, or its function, from the arguments of `Server.on` and `Route.then`."""
    if response is None:
        return Response(**options)
    if options:
        raise TypeError(f"pass a response or its keywords ({', '.join(options)}), not both")
    if isinstance(response, Response) or callable(response):
        return response
    raise TypeError(
        "a response must be a Response, a function that returns one, or keywords such as body= and "
        f"json=, not {type(response).__name__}"
    )


def pieces(content: bytes, count: int) -> list[bytes]:
    """Splits the content into pieces of about the same size; never into empty ones."""
    size = -(-len(content) // count) or 1
    return [content[start : start + size] for start in range(0, len(content), size)]


def _check(options: ResponseOptions) -> None:
    known = ResponseOptions.__optional_keys__
    for name in options:
        if name not in known:
            what = f"unexpected keyword argument {name!r}{nearest(name, known)}"
            raise TypeError(f"{what}: the keywords of a response are {', '.join(sorted(known))}")
    status: Any = options.get("status", 200)
    if not isinstance(status, int) or not 200 <= status <= 999:
        raise ValueError(f"the status of a response must be from 200 to 999, not {status!r}")
    if options.get("delay", 0) < 0 or options.get("interval", 0) < 0:
        raise ValueError("delay and interval must be at least 0")
    if options.get("chunks", 1) < 1:
        raise ValueError("chunks must be at least 1")
    if options.get("network_error") and options.get("never"):
        raise TypeError("network_error and never contradict each other: pass one of them")
    if "json" in options and options.get("body", b"") != b"":
        raise TypeError("a response has a body or json, not both")


def _reason(status: int) -> str:
    return HTTPStatus(status).phrase if status in set(HTTPStatus) else ""


def _bytes(content: Any, codec: str) -> bytes:
    if isinstance(content, str):
        return content.encode(codec)
    if isinstance(content, bytes | bytearray | memoryview):
        return bytes(content)
    raise TypeError(f"a body must be str, bytes or a list of them, not {type(content).__name__}")

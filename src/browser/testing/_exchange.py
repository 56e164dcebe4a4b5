"""The steps of one exchange of request and response: for XMLHttpRequest, fetch and blocking
requests."""

from collections.abc import Iterator
from math import inf
from typing import Any, Literal, NamedTuple, Protocol

from browser.testing._clock import VirtualLoop
from browser.testing._requests import Request
from browser.testing._responses import Response, ResponseFunction, pieces
from browser.testing._urls import resolve

_REDIRECTS = (301, 302, 303, 307, 308)
_MOST_REDIRECTS = 20


class Step(NamedTuple):
    """One step. `seconds` counts from the step before. `value` depends on the kind: for "sent", the
    number of bytes so far; for "head", the response and its request; for "piece", the bytes."""

    seconds: float
    kind: Literal["sent", "redirected", "head", "piece", "end", "failed"]
    value: Any = None


class Responder(Protocol):
    """What the stand-ins of the browser use of `Server`."""

    page: str
    loop: VirtualLoop

    def find_response(self, request: Request) -> Response | ResponseFunction | None:
        """Returns the response to a request; None if no route matches."""

    def call_function(
        self, found: Response | ResponseFunction | None, request: Request
    ) -> Response | None:
        """Returns the response; calls `found` if it is a function; None if the function fails."""


def exchange(
    request: Request, found: Response | ResponseFunction | None, server: Responder
) -> Iterator[Step]:
    for hop in range(_MOST_REDIRECTS + 1):
        response = server.call_function(found, request)
        if response is None:
            break
        if not hop:
            sent = 0
            for piece in pieces(request.body, response.chunks) or [b""]:
                sent += len(piece)
                yield Step(response.interval if piece else 0, "sent", sent)
        if response.never:
            yield Step(inf, "failed")
        location = response.headers.get("location")
        if response.status not in _REDIRECTS or location is None:
            yield from _response_steps(request, response)
            return
        yield Step(response.delay, "redirected")
        request = _next_request(request, response.status, location)
        found = server.find_response(request)
    yield Step(0, "failed")


def _response_steps(request: Request, response: Response) -> Iterator[Step]:
    if response.starts:
        yield Step(response.delay, "head", (response, request))
        if request.method != "HEAD":
            for number, piece in enumerate(response.pieces):
                yield Step(response.interval if number else 0, "piece", piece)
    seconds = 0 if response.starts else response.delay
    yield Step(seconds, "failed" if response.network_error else "end")


def _next_request(request: Request, status: int, location: str) -> Request:
    """https://fetch.spec.whatwg.org/#http-redirect-fetch"""
    url = resolve(request.url, location)
    becomes_get = status == 303 or (status in (301, 302) and request.method == "POST")
    return request.redirected(url, with_body=not becomes_get)

"""What happens on the way of one request, step by step; the same for XMLHttpRequest and fetch,
and for those that block."""

from collections.abc import Callable, Iterator
from math import inf
from typing import Any, Literal, NamedTuple

from browser.testing.answers import Answer, AnswerFunction, pieces
from browser.testing.requests import Request
from browser.testing.urls import resolve

_REDIRECTS = (301, 302, 303, 307, 308)
_MOST_REDIRECTS = 20


class Step(NamedTuple):
    """`seconds` after the one before. `value`: of "sent", the bytes so far; of "head", the answer
    and the request that got it; of "piece", its bytes."""

    seconds: float
    kind: Literal["sent", "redirected", "head", "piece", "end", "failed"]
    value: Any = None


Ask = Callable[[Request], Answer | AnswerFunction | None]
"""What the server has for a request; None where it knows none."""

Call = Callable[[Answer | AnswerFunction | None, Request], Answer | None]
"""The answer itself; None for a function that failed."""


def exchange(request: Request, given: Any, ask: Ask, call: Call) -> Iterator[Step]:
    for hop in range(_MOST_REDIRECTS + 1):
        answer = call(given, request)
        if answer is None:
            break
        if not hop:
            sent = 0
            for piece in pieces(request.body, answer.chunks) or [b""]:
                sent += len(piece)
                yield Step(answer.interval if piece else 0, "sent", sent)
        if answer.never:
            yield Step(inf, "failed")
        location = answer.headers.get("location")
        if answer.status not in _REDIRECTS or location is None:
            yield from _answered(request, answer)
            return
        yield Step(answer.delay, "redirected")
        request = _next(request, answer.status, location)
        given = ask(request)
    yield Step(0, "failed")


def _answered(request: Request, answer: Answer) -> Iterator[Step]:
    if answer.starts:
        yield Step(answer.delay, "head", (answer, request))
        if request.method != "HEAD":
            for number, piece in enumerate(answer.pieces):
                yield Step(answer.interval if number else 0, "piece", piece)
    seconds = 0 if answer.starts else answer.delay
    yield Step(seconds, "failed" if answer.network_error else "end")


def _next(request: Request, status: int, location: str) -> Request:
    """https://fetch.spec.whatwg.org/#http-redirect-fetch"""
    url = resolve(request.url, location)
    becomes_get = status == 303 or (status in (301, 302) and request.method == "POST")
    return request.redirected(url, keeps_body=not becomes_get)

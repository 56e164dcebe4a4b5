"""The stand-in for js_shim/stream.ts: an answer read piece by piece, for `browser.aio.stream`."""

import asyncio
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from browser.testing.exchange import Step, exchange
from browser.testing.requests import Request, recorded
from browser.testing.urls import resolve
from browser.testing.xhr import ArrayBuffer

if TYPE_CHECKING:
    from browser.testing.server import Server


class Streams:
    def __init__(self, server: "Server") -> None:
        self._server = server

    async def open(
        self, method: str, url: str, headers: str, credentials: bool, body: Any
    ) -> "Stream":
        server = self._server
        request = recorded(method, resolve(server.page, url), headers, credentials, body)
        steps = exchange(request, server.asked(request), server.asked, server.called)
        while (step := await _next(steps)).kind != "head":
            if step.kind == "failed":
                request.ended = "error"
                raise ConnectionError("Failed to fetch")
        return Stream(request, steps, step)


class Stream:
    def __init__(self, request: Request, steps: Iterator[Step], head: Step) -> None:
        answer, _ = head.value
        self._request, self._steps = request, steps
        self.status, self.statusText = answer.status, answer.reason
        self.contentType = answer.headers.get("content-type", "")

    async def read(self) -> ArrayBuffer | None:
        step = await _next(self._steps)
        if step.kind == "piece":
            return ArrayBuffer(step.value)
        self._request.ended = "load" if step.kind == "end" else "error"
        if step.kind == "failed":
            raise ConnectionError("network error")
        return None

    def close(self) -> None:
        self._request.ended = self._request.ended or "abort"


async def _next(steps: Iterator[Step]) -> Step:
    step = next(steps)
    if step.seconds > 1e9:
        await asyncio.get_running_loop().create_future()
    await asyncio.sleep(step.seconds)
    return step

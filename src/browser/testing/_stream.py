"""The stand-in for js_shim/bridge/stream.ts, for `aio.stream`: reads a response in pieces."""

import asyncio
from collections.abc import Iterator

from browser.testing._exchange import Responder, Step, exchange
from browser.testing._requests import Request
from browser.testing._xhr import ArrayBuffer


async def open_stream(server: Responder, request: Request) -> "Stream":
    found = server.find_response(request)
    steps = exchange(request, found, server)
    while (step := await _next(steps)).kind != "head":
        if step.kind == "failed":
            request.ended = "error"
            raise ConnectionError("Failed to fetch")
    return Stream(request, steps, step)


class Stream:
    def __init__(self, request: Request, steps: Iterator[Step], head: Step) -> None:
        response, _ = head.value
        self._request, self._steps = request, steps
        self.status, self.statusText = response.status, response.reason
        self.contentType = response.headers.get("content-type", "")

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

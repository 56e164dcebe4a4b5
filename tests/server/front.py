"""The middleware of all routes: request log, CORS and preflights."""

from __future__ import annotations

import asyncio
from typing import Any
from urllib.parse import parse_qs

import h11
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

from tests.server.log import Log, Record

STATE = "as_received"  # the key in the scope's state
PIECE = 64 * 1024  # large responses are sent in pieces, so that they are not buffered as a whole


class _Connection(h11.Connection):
    """Records the target and the headers as received; uvicorn normalizes them."""

    def __init__(self, state: dict[str, Any]) -> None:
        super().__init__(h11.SERVER, max_incomplete_event_size=256 * 1024)
        self._state = state

    def next_event(self) -> Any:
        event = super().next_event()
        if isinstance(event, h11.Request):
            headers = event.headers.raw_items()
            self._state[STATE] = (
                event.target.decode("latin-1"),
                [(name.decode("latin-1"), value.decode("latin-1")) for name, value in headers],
            )
        return event


class Protocol(H11Protocol):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.app_state = dict(self.app_state)  # uvicorn copies it into each request's scope
        self.conn = _Connection(self.app_state)


class Front:
    """Logs each request, reads its whole body, watches the client, adds CORS headers."""

    def __init__(self, app: ASGIApp, log: Log) -> None:
        self.app = app
        self.log = log

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        target, headers = scope["state"][STATE]
        record = self.log.add(scope.get("method", "GET"), target, headers, scope["server"][1])
        if scope["type"] == "websocket":
            await self.app(scope, receive, send)
            self.log.finish(record, completed=True)
            return
        while True:
            message = await receive()
            if message["type"] == "http.disconnect":
                self.log.finish(record, completed=False)
                return
            self.log.append_body(record, message.get("body", b""))
            if not message.get("more_body", False):
                break
        gone = asyncio.Event()
        watcher = asyncio.create_task(self._watch(receive, record, gone))
        try:
            await self._respond(scope, send, record, gone)
        finally:
            watcher.cancel()

    async def _watch(self, receive: Receive, record: Record, gone: asyncio.Event) -> None:
        while (await receive())["type"] != "http.disconnect":
            pass
        self.log.finish(record, completed=False)  # without effect after the last byte
        gone.set()

    async def _respond(self, scope: Scope, send: Send, record: Record, gone: asyncio.Event) -> None:
        body_read = False
        query = parse_qs(scope["query_string"].decode("latin-1"))
        cors = Cors(query.get("cors", ["none"])[-1], Headers(scope=scope))

        async def replay() -> Message:
            nonlocal body_read
            if not body_read:
                body_read = True
                return {"type": "http.request", "body": record.body, "more_body": False}
            await gone.wait()
            return {"type": "http.disconnect"}

        async def send_on(message: Message) -> None:
            if message["type"] == "http.response.start":
                cors.add_to(MutableHeaders(scope=message))
            elif not message.get("more_body", False):
                body, start = message.get("body", b""), 0
                while len(body) - start > PIECE and not gone.is_set():
                    piece = body[start : start + PIECE]
                    await send({**message, "body": piece, "more_body": True})
                    await asyncio.sleep(0)  # lets the event loop notice that the client left
                    start += PIECE
                # Before the last piece: the record is completed when the client has read it.
                self.log.finish(record, completed=True)
                message = {**message, "body": body[start:]}
            await send(message)

        if cors.is_preflight(scope["method"]):
            allowed = [(name.encode(), value.encode()) for name, value in cors.preflight_headers()]
            await send_on({"type": "http.response.start", "status": 204, "headers": allowed})
            await send_on({"type": "http.response.body"})
        else:
            await self.app(scope, replay, send_on)


class Cors:
    """``?cors=star`` allows all origins, ``?cors=cred`` the request's origin, with credentials."""

    def __init__(self, mode: str, headers: Headers) -> None:
        self.mode = mode
        self.origin = headers.get("origin", "")
        self.method = headers.get("access-control-request-method", "")
        self.names = headers.get("access-control-request-headers", "")

    def is_preflight(self, method: str) -> bool:
        return self.mode in ("star", "cred") and method == "OPTIONS" and bool(self.method)

    def preflight_headers(self) -> list[tuple[str, str]]:
        wild = self.mode == "star"
        # "*" does not include Authorization, and has no effect with credentials.
        names = "*, Authorization" if wild else self.names
        return [
            ("Access-Control-Allow-Methods", "*" if wild else self.method),
            *([("Access-Control-Allow-Headers", names)] if names else []),
            ("Access-Control-Max-Age", "0"),  # so that the browser repeats preflights
        ]

    def add_to(self, headers: MutableHeaders) -> None:
        if self.mode == "star":
            headers["Access-Control-Allow-Origin"] = "*"
            headers["Access-Control-Expose-Headers"] = "*"
        elif self.mode == "cred" and self.origin:
            names = ", ".join(dict.fromkeys(name for name in headers if name != "set-cookie"))
            headers["Access-Control-Allow-Origin"] = self.origin
            headers["Access-Control-Allow-Credentials"] = "true"
            if names:
                headers["Access-Control-Expose-Headers"] = names
            headers.add_vary_header("Origin")

"""Refuses what other sites can make a browser send to a development server."""

from __future__ import annotations

import re
from collections.abc import Collection
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MAX_BODY = 256 * 1024 * 1024
"""Bytes of a request body."""

SAFE_METHODS = ("GET", "HEAD", "OPTIONS")
OWN_NAMES = re.compile(r"(.+\.)?(localhost|test)|\[::1\]|127(\.[0-9]{1,3}){3}", re.IGNORECASE)
"""Names and addresses that no other site can have: https://www.rfc-editor.org/rfc/rfc6761."""

ADDRESSES = re.compile(r"\[[0-9a-f:.]+\]|[0-9]+(\.[0-9]+){3}", re.IGNORECASE)
"""A host that is an address is this machine. An origin that is an address may be another site."""


class TooLarge(Exception):
    """A request body has more than MAX_BODY bytes."""


class Guard:
    """Passes requests to `app` if the host in their URL and the origin that sends them are of this
    machine: localhost, a name that ends with .localhost or .test, or one of `hosts`. The host may
    also be an address, and the origin the same one.

    So no other site can read or change anything by a name of its own for this machine's address
    (DNS rebinding), or with a form.
    """

    def __init__(self, app: ASGIApp, hosts: Collection[str] = ()) -> None:
        self._app = app
        self._hosts = {host.lower() for host in hosts}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
        elif refusal := self._refusal(scope):
            await refuse(scope, receive, send, refusal, 403)
        elif int(Headers(scope=scope).get("content-length", 0)) > MAX_BODY:
            await refuse(scope, receive, send, f"the body has more than {MAX_BODY} bytes", 413)
        else:
            await self._limited(scope, receive, send)

    def _refusal(self, scope: Scope) -> str:
        headers = Headers(scope=scope)
        host = headers.get("host", "localhost")
        name = _name_in(f"//{host}")
        if not (self._is_own(name) or ADDRESSES.fullmatch(name)):
            return f"{host} is not a name of this server: use its address, or --host {host}"
        origin = headers.get("origin")
        # "null" is that of a sandboxed frame, also of another site.
        if origin == "null" and scope.get("method") in SAFE_METHODS:
            return ""
        if origin is not None and _name_in(origin) != name and not self._is_own(_name_in(origin)):
            return f"this server does not respond to pages of {origin}"
        return ""

    def _is_own(self, name: str) -> bool:
        return name in self._hosts or OWN_NAMES.fullmatch(name) is not None

    async def _limited(self, scope: Scope, receive: Receive, send: Send) -> None:
        received = 0
        started = False

        async def receiving() -> Message:
            nonlocal received
            message = await receive()
            if message["type"] == "http.request":
                received += len(message.get("body", b""))
                if received > MAX_BODY:
                    raise TooLarge
            return message

        async def sending(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            await self._app(scope, receiving, sending)
        except TooLarge:
            if started:
                raise
            await refuse(scope, receive, send, f"the body has more than {MAX_BODY} bytes", 413)


def _name_in(url: str) -> str:
    """The host of a URL or origin, without its port; "" if it has none."""
    try:
        return re.sub(r":\d*$", "", urlsplit(url).netloc).lower()
    except ValueError:
        return ""


async def refuse(scope: Scope, receive: Receive, send: Send, why: str, status: int) -> None:
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": 1008, "reason": why})
    else:
        await PlainTextResponse(f"{why}\n", status)(scope, receive, send)

"""A stand-in for js_shim/xhr.ts: keeps what is sent, answers when told."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest

from browser.ajax import request, shim


@dataclass
class Sent:
    """One call of `send`, by the names of the shim's parameters; also the XMLHttpRequest."""

    transport: "StandIn"
    id: int
    existing: Any
    method: str
    url: str
    is_async: bool
    headers: str
    response_type: str
    timeout: int
    wanted: int
    with_credentials: bool
    mime_type: str
    body: Any
    readyState: int = 1
    status: int = 0
    statusText: str = "OK"

    def tell(self, name: str, status: int = 200, loaded: int = 0, total: int = -1) -> None:
        self.transport.dispatch(self.id, name, status, loaded, total, None, "")

    def answer(self, body: bytes = b"", status: int = 200, content_type: str = "") -> None:
        size = len(body)
        response = ArrayBuffer(body)
        self.transport.dispatch(self.id, "load", status, size, size, response, content_type)

    def fail(self, name: str) -> None:
        self.transport.dispatch(self.id, name, 0, 0, -1, None, "")

    def abort(self) -> None:
        self.fail("abort")


@dataclass
class ArrayBuffer:
    content: bytes
    taken: int = 0

    def to_bytes(self) -> bytes:
        self.taken += 1
        return self.content


@dataclass
class StandIn:
    sent: list[Sent] = field(default_factory=list)
    listened: list[int] = field(default_factory=list)
    dispatch: Callable[..., None] = print

    def connect(self, dispatch: Callable[..., None]) -> None:
        self.dispatch = dispatch

    def create(self) -> None:
        return None

    def send(self, *arguments: Any) -> Sent:
        self.sent.append(Sent(self, *arguments))
        return self.sent[-1]

    def listen(self, xhr: Sent, id: int, wanted: int) -> None:
        self.listened.append(wanted)

    def isUrl(self, url: str) -> bool:
        return "[" not in url

    def where(self) -> str:
        return "http://page/ true"


@pytest.fixture
def transport(monkeypatch: pytest.MonkeyPatch) -> Iterator[StandIn]:
    monkeypatch.setattr(shim, "_transport", None)
    stand_in = StandIn()
    shim.use(stand_in)
    yield stand_in
    assert request._in_flight == {}, "a request is left in the table"

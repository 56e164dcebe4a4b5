"""`browser.ajax` over the stand-in of `browser.testing`; records its calls."""

from collections.abc import Iterator
from inspect import signature
from types import SimpleNamespace
from typing import Any

import pytest

from browser.ajax import _request
from browser.testing import Server


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as running:
        running.on("*", "*")
        yield running
    assert _request._in_flight == {}, "a request is left in the table"


@pytest.fixture
def sent(server: Server, monkeypatch: pytest.MonkeyPatch) -> list[SimpleNamespace]:
    """The calls of `send`, with the names of its parameters."""
    calls = []
    send = server.transport.send

    def record(*arguments: Any) -> Any:
        calls.append(
            SimpleNamespace(**dict(zip(signature(send).parameters, arguments, strict=True)))
        )
        return send(*arguments)

    monkeypatch.setattr(server.transport, "send", record)
    return calls

"""WebSocket connections: ``ws = WebSocket("wss://example.org"); ws.bind("message", f)``."""

from typing import TYPE_CHECKING

from browser import _window
from browser._objects import JSObject

if TYPE_CHECKING:
    supported: bool

__all__ = ["WebSocket", "supported"]


def WebSocket(host: str, *protocols: str | list[str]) -> JSObject:
    """Opens a connection to a ws: or wss: URL.

    `bind` "open", "message" (the event has `data`), "error" and "close". After "open", call
    `send(data)` with str or bytes, and `close()`.
    Raises NotImplementedError if the browser has no WebSocket."""
    if not _supported():
        raise NotImplementedError("this browser has no WebSocket")
    return _window.scope().WebSocket.new(host, *protocols)  # type: ignore[no-any-return]


def _supported() -> bool:
    return hasattr(_window.scope(), "WebSocket")


if not TYPE_CHECKING:  # a checker would accept every name

    def __getattr__(name):
        if name == "supported":
            return _supported()
        raise AttributeError(f"module 'browser.websocket' has no attribute {name!r}", name=name)

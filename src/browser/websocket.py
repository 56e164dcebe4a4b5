"""The browser's web sockets: ``ws = WebSocket("wss://example.org"); ws.bind("message", f)``."""

from typing import Any

from browser import scope

__all__ = ["WebSocket", "supported"]  # noqa: F822


def WebSocket(host: str, *protocols: Any) -> Any:
    """A connection under way: `bind` "open", "message" (the event has `data`), "error" and "close",
    then `send(data)` (str or bytes) and `close()`."""
    if not _supported():
        raise NotImplementedError("this browser has no WebSocket")
    return scope.WebSocket.new(host, *protocols)


def _supported() -> bool:
    return hasattr(scope, "WebSocket")


def __getattr__(name: str) -> Any:
    if name == "supported":
        return _supported()
    raise AttributeError(f"module 'browser.websocket' has no attribute {name!r}", name=name)

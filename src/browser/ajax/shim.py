"""The door from `browser.ajax` to JavaScript, and the only one: js_shim/xhr.ts is behind it.

The stand-in for tests is in `browser.testing`.
"""

from collections.abc import Callable
from typing import Any, Protocol

from browser import _host

BODY_CLASSES = frozenset(
    {"File", "Blob", "FormData", "URLSearchParams", "ArrayBuffer", "DataView", "Document"}
    | {f"{kind}Array" for kind in ("Int8", "Uint8", "Uint8Clamped", "Int16", "Uint16")}
    | {f"{kind}Array" for kind in ("Int32", "Uint32", "Float32", "Float64")}
    | {"XMLDocument", "HTMLDocument"}
)
"""Classes of JS values that XMLHttpRequest sends as they are."""

Dispatch = Callable[[int, str, int, int, int, Any, str], None]


class Transport(Protocol):
    """js_shim/xhr.ts, as Python sees it."""

    def connect(self, dispatch: Any) -> None: ...
    def create(self) -> Any: ...
    def send(
        self,
        id: int,
        existing: Any,
        method: str,
        url: str,
        is_async: bool,
        headers: str,
        response_type: str,
        timeout: int,
        wanted: int,
        with_credentials: bool,
        mime_type: str,
        body: Any,
    ) -> Any: ...
    def listen(self, xhr: Any, id: int, wanted: int) -> None: ...
    def setTimeLimit(self, xhr: Any, timeout: int) -> None: ...
    def classOf(self, value: Any) -> str: ...
    def formData(self, form: Any = None) -> Any: ...
    def copyFormData(self, source: Any) -> Any: ...
    def queryOf(self, source: Any) -> str | None: ...
    def blob(self, data: Any, type: str) -> Any: ...
    def parseDocument(self, text: str, type: str) -> Any: ...
    def where(self) -> str: ...
    def isUrl(self, url: str) -> bool: ...


_transport: Transport | None = None
_dispatch: Dispatch | None = None


def on_event(dispatch: Dispatch) -> None:
    """Names the function that gets the events of all requests; called once, by `request`."""
    global _dispatch
    _dispatch = dispatch


def transport() -> Transport:
    """The connected transport; raises NoBrowserError outside a browser."""
    return _transport or use(_host.js_shim().xhr)


def use(transport: Any) -> Transport:
    """Connects a transport; all requests from now on go through it."""
    global _transport
    transport.connect(_persistent(_dispatch))
    _transport = transport
    return transport  # type: ignore[no-any-return]


def _persistent(dispatch: Any) -> Any:
    """The one proxy that lives as long as the page."""
    if not _host.in_pyodide():
        return dispatch
    from pyodide.ffi import create_proxy

    return create_proxy(dispatch)


def unwrap(value: Any) -> Any:
    """The JS value inside one of our wrappers (a DOM node, say), or the value itself."""
    return getattr(value, "_js", value)


def class_of(value: Any) -> str:
    """The class of a JS value, "" for a Python value."""
    value = unwrap(value)
    return transport().classOf(value) if hasattr(value, "js_id") else ""

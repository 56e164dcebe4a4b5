"""The only way from `browser.ajax` and `browser.aio` to JavaScript's requests, in js_shim/bridge:
xhr.ts, stream.ts and text_decoder.ts. `browser.testing` has the stand-in for tests."""

from collections.abc import Callable
from typing import Any, Protocol

from browser import _host

BODY_CLASSES = frozenset(
    {"File", "Blob", "FormData", "URLSearchParams", "ArrayBuffer", "DataView", "Document"}
    | {f"{kind}Array" for kind in ("Int8", "Uint8", "Uint8Clamped", "Int16", "Uint16")}
    | {f"{kind}Array" for kind in ("Int32", "Uint32", "Float32", "Float64")}
    | {"XMLDocument", "HTMLDocument"}
)
"""Classes of JavaScript values that XMLHttpRequest can send."""

Dispatch = Callable[[int, str, int, int, int, Any, str], None]


class Stream(Protocol):
    """A response that is read while it arrives; js_shim/bridge/stream.ts."""

    status: int
    statusText: str
    contentType: str

    async def read(self) -> Any:
        """The next piece, None at the end; has `to_bytes`."""

    def close(self) -> None: ...


class TextDecoder(Protocol):
    """Decodes pieces of text by the tables of the web; js_shim/bridge/text_decoder.ts."""

    encoding: str

    def decode(self, piece: bytes, more: bool) -> str: ...


class Transport(Protocol):
    """js_shim/bridge/xhr.ts, as Python sees it."""

    def connect(self, dispatch: Any) -> None: ...
    def create(self) -> Any: ...
    def reopen(self, xhr: Any, method: str, url: str) -> None: ...
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
    async def openStream(
        self, method: str, url: str, headers: str, with_credentials: bool, body: Any
    ) -> Stream: ...
    def listen(self, xhr: Any, id: int, wanted: int) -> None: ...
    def setTimeLimit(self, xhr: Any, timeout: int) -> None: ...
    def classOf(self, value: Any) -> str: ...
    def formData(self, form: Any = None) -> Any: ...
    def copyFormData(self, source: Any) -> Any: ...
    def queryOf(self, source: Any) -> str | None: ...
    def blob(self, data: Any, type: str) -> Any: ...
    def parseDocument(self, text: str, type: str) -> Any: ...
    def textDecoder(self, label: str) -> TextDecoder | None: ...
    def where(self) -> str: ...
    def isUrl(self, url: str) -> bool: ...


_transport: Transport | None = None
_dispatch: Dispatch | None = None


def on_event(dispatch: Dispatch) -> None:
    """Registers the function that receives the events of all requests; called once, on import."""
    global _dispatch
    _dispatch = dispatch


def transport() -> Transport:
    """The connected transport. Raises NoBrowserError outside a browser."""
    return _transport or use(_host.js_shim().xhr)


def use(transport: Any) -> Transport:
    """Connects a transport for all requests from now on."""
    global _transport
    transport.connect(_persistent(_dispatch))
    _transport = transport
    return transport  # type: ignore[no-any-return]


def _persistent(dispatch: Any) -> Any:
    """The one proxy, which lives as long as the page."""
    if not _host.in_pyodide():
        return dispatch
    from pyodide.ffi import create_proxy

    return create_proxy(dispatch)


def unwrap(value: Any) -> Any:
    """The JavaScript value inside a wrapper (such as a DOM node), or the value itself."""
    return getattr(value, "_js", value)


def class_of(value: Any) -> str:
    """The class of a JavaScript value; "" for a Python value."""
    value = unwrap(value)
    return transport().classOf(value) if hasattr(value, "js_id") else ""

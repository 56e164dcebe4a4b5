"""The names of XMLHttpRequest (https://xhr.spec.whatwg.org/) on `Ajax`, readable and writable.

The transport asks for an ArrayBuffer, whatever the mode: these names answer as they promise all
the same. What is not here is read from the real XMLHttpRequest.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from browser import _js
from browser._host import NoBrowserError
from browser.ajax import shim
from browser.ajax.errors import describe
from browser.ajax.events import PROGRESS_EVENTS, check_callback
from browser.ajax.response import MODES, RESPONSE_TYPES, check_encoding, decode

if TYPE_CHECKING:
    from browser.ajax.request import Ajax

_XML_TYPES = ("text/xml", "application/xml")


def _handler(event: str) -> Any:
    """A property such as `onload`: one function, called among those that are bound."""

    def get(self: Ajax) -> Callable[..., Any] | None:
        return self.__dict__.get(f"on{event}")

    def set(self: Ajax, function: Callable[..., Any] | None) -> None:
        present = get(self)
        if present is not None:
            self.unbind(event, present)
        if function is not None:
            self.bind(event, check_callback(function, event))
        self.__dict__[f"on{event}"] = function

    return property(get, set, doc=f"The function that is called with the event {event!r}.")


class Upload:
    """`req.upload`: the events of what is sent (https://xhr.spec.whatwg.org/#xmlhttprequestupload)."""

    _request: Ajax

    def __init__(self, request: Ajax) -> None:
        object.__setattr__(self, "_request", request)

    def bind(self, evt: str, function: Callable[..., Any]) -> None:
        self._request.bind(f"upload{evt}", function)

    def unbind(self, evt: str, function: Callable[..., Any] | None = None) -> None:
        self._request.unbind(f"upload{evt}", function)

    addEventListener = bind
    removeEventListener = unbind

    def __setattr__(self, name: str, value: Any) -> None:
        if not name.startswith("on"):
            raise AttributeError(f"req.upload has no attribute {name!r} that can be set")
        present = self.__dict__.get(name)
        if present is not None:
            self.unbind(name[2:], present)
        if value is not None:
            self.bind(name[2:], value)
        self.__dict__[name] = value


class XHRNames:
    """The part of `Ajax` that speaks XMLHttpRequest's names."""

    UNSENT, OPENED, HEADERS_RECEIVED, LOADING, DONE = range(5)

    _xhr: Any
    _sent: bool
    _done: bool
    _response: Any
    _text: str | None
    _encoding: str | None
    _mime_type: str
    _content_type: str
    _credentials: bool
    _timeout: int
    _on_timeout: Callable[[], Any] | None
    mode: str
    method: str
    url: str
    bind: Callable[..., None]
    unbind: Callable[..., None]
    set_header: Callable[[str, str], None]
    read: Callable[[], Any]
    _bytes: Callable[[], bytes]
    _set_timeout: Callable[[int, Callable[[], Any] | None], None]
    _check_not_sent: Callable[[str], None]

    onreadystatechange = _handler("readystatechange")
    for _name in PROGRESS_EVENTS:
        locals()[f"on{_name}"] = _handler(_name)
    del _name

    def setRequestHeader(self, name: str, value: str) -> None:
        """The same as `set_header`."""
        self.set_header(name, value)

    def addEventListener(self, type: str, listener: Callable[..., Any], *options: Any) -> None:
        """The same as `bind`."""
        self.bind(type, listener)

    def removeEventListener(self, type: str, listener: Callable[..., Any], *options: Any) -> None:
        """The same as `unbind`."""
        self.unbind(type, listener)

    @property
    def timeout(self) -> int:
        """Milliseconds after `send`, 0 for none, as in XMLHttpRequest; `set_timeout` takes
        seconds."""
        return self._timeout

    @timeout.setter
    def timeout(self, value: int) -> None:
        if isinstance(value, bool) or not isinstance(value, int | float):
            what = f"timeout is a number of milliseconds, not {type(value).__name__}"
            raise TypeError(describe(what, self.method, self.url))
        if value < 0:
            raise ValueError(describe(f"a timeout of {value} ms", self.method, self.url))
        self._set_timeout(int(value), self._on_timeout)

    @property
    def withCredentials(self) -> bool:
        """Whether cookies go to other origins too (default False)."""
        return self._credentials

    @withCredentials.setter
    def withCredentials(self, value: bool) -> None:
        self._check_not_sent("withCredentials =")
        self._credentials = bool(value)

    @property
    def encoding(self) -> str | None:
        """The codec for `text`; None: the response's charset, or UTF-8. LookupError when set to
        one that does not exist."""
        return self._encoding

    @encoding.setter
    def encoding(self, value: str | None) -> None:
        self._encoding = None if value is None else check_encoding(value)
        self._text = None

    @property
    def responseType(self) -> str:
        """The mode, in XMLHttpRequest's words: "", "text", "arraybuffer" (bytes), "json",
        "document" or "blob"."""
        return RESPONSE_TYPES[self.mode]

    @responseType.setter
    def responseType(self, value: str) -> None:
        self._check_not_sent("responseType =")
        if value not in MODES:
            what = f"unknown responseType {value!r}"
            raise ValueError(describe(what, self.method, self.url, f"use one of {list(MODES)}"))
        self.mode = MODES[value]

    @property
    def responseText(self) -> str:
        """The response as str, whatever the mode."""
        if self._text is None:
            if self._response is None:
                return ""
            self._text = decode(
                self._bytes(), self._encoding, self._mime_type or self._content_type
            )
        return self._text

    @property
    def response(self) -> Any:
        """The same as `read()`."""
        return self.read()

    @property
    def responseXML(self) -> Any:
        """The response as a document; None when it is none, or not well-formed."""
        if self._response is None:
            return None
        if self.mode == "document" and not hasattr(self._response, "to_bytes"):
            return _js.to_python(self._response)
        kind = (self._mime_type or self._content_type).split(";")[0].strip().lower()
        if kind.endswith("+xml") or kind in _XML_TYPES or not kind:
            kind = "text/xml"
        elif kind != "text/html" or self.mode != "document":
            return None
        text = self.responseText
        return _js.to_python(shim.transport().parseDocument(text, kind)) if text else None

    @property
    def statusText(self) -> str:
        """`Not Found` for example; empty over HTTP/2."""
        return str(self._xhr.statusText) if self._xhr is not None else ""

    @property
    def responseURL(self) -> str:
        """Where the answer came from in the end, after redirects."""
        return str(self._xhr.responseURL) if self._xhr is not None else ""

    @property
    def upload(self) -> Upload:
        """Has `bind`, `unbind` and `on<event>` for what is sent."""
        found = self.__dict__.get("_upload")
        if found is None:
            found = self.__dict__["_upload"] = Upload(self)  # type: ignore[arg-type]
        return found

    def getResponseHeader(self, name: str) -> str | None:
        """The value of a response header, None when there is none that the page may see."""
        value = self._xhr.getResponseHeader(name) if self._xhr is not None else None
        return _js.to_python(value)  # type: ignore[no-any-return]

    def getAllResponseHeaders(self) -> str:
        """All that the page may see, a line each, ended by CR LF."""
        return str(self._xhr.getAllResponseHeaders() or "") if self._xhr is not None else ""

    def overrideMimeType(self, mime: str) -> None:
        """Read the response as if its Content-Type were `mime`."""
        self._check_not_sent("overrideMimeType()")
        self._mime_type = mime

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_") or hasattr(type(self), name):
            mode = f" of mode {self.mode!r}" if name == "text" else ""
            raise AttributeError(f"a request{mode} has no attribute {name!r}")
        try:
            if self._xhr is None:
                self._xhr = shim.transport().create()
            return _js.to_python(getattr(self._xhr, name))
        except (AttributeError, NoBrowserError):
            raise AttributeError(f"a request has no attribute {name!r}") from None

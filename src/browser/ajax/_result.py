"""The result of a request, by our names and by XMLHttpRequest's (https://xhr.spec.whatwg.org/).

The transport asks for an ArrayBuffer, whatever the mode; the names of all modes work nevertheless.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from browser import _bridge, _host
from browser.ajax import _shim
from browser.ajax._charset import is_xml, response_type
from browser.ajax._decoding import NATIVE_MODES, decode, decode_json
from browser.ajax._errors import HTTPStatusError, ResponseTooLarge, describe
from browser.ajax._failures import too_large
from browser.ajax._state import State


def _fits[R: State, Value](read: Callable[[R], Value]) -> Callable[[R], Value]:
    """Makes a MemoryError name the request."""

    def checked(request: R) -> Value:
        try:
            return read(request)
        except ResponseTooLarge:
            raise
        except MemoryError:
            raise too_large(request.method, request.url) from None

    checked.__doc__ = read.__doc__
    return checked


class Result(State):
    """The part of `Ajax` that a program reads: state, status, headers and body."""

    @property
    def readyState(self) -> int:
        """0 uninitialized, 1 loading, 2 loaded, 3 interactive, 4 complete."""
        if self._sent and not self._done and self._xhr is not None:
            return int(self._xhr.readyState)
        return self._ready_state

    @property
    def status(self) -> int:
        """The HTTP status, such as 200 or 404; 0 while, and if, there is no response."""
        if self._sent and not self._done and self._xhr is not None:
            return int(self._xhr.status)
        return self._status

    @property
    def statusText(self) -> str:
        """The text of the status, such as "Not Found"; empty over HTTP/2."""
        return str(self._xhr.statusText) if self._xhr is not None else ""

    @property
    def responseURL(self) -> str:
        """The URL of the response, after redirects."""
        return str(self._xhr.responseURL) if self._xhr is not None else ""

    def getResponseHeader(self, name: str) -> str | None:
        """The value of a response header. Returns None if the page may not see such a header."""
        value = self._xhr.getResponseHeader(name) if self._xhr is not None else None
        return _bridge.to_python(value)  # type: ignore[no-any-return]

    def getAllResponseHeaders(self) -> str:
        """The response headers that the page may see, a line each, ended by CR LF."""
        return str(self._xhr.getAllResponseHeaders() or "") if self._xhr is not None else ""

    @property
    def text(self) -> str:
        """The response body as str; '' before `complete`.

        The codec is `encoding` if set, else the response's charset, else the encoding that XML
        declares, else UTF-8. In mode binary these are bytes (`read()` has the type of each mode);
        in mode document a document; in mode json there is no `text`.
        """
        if self.mode == "binary":
            return self._bytes()  # type: ignore[return-value]
        if self.mode == "document":
            return self.responseXML  # type: ignore[no-any-return]
        if self.mode == "json":
            raise AttributeError("a request of mode 'json' has no attribute 'text': use .json")
        return self.responseText

    @property
    @_fits
    def responseText(self) -> str:
        """The response body as str, whatever the mode."""
        if self._text is None:
            if not self._has_response():
                return ""
            if self.mode == "document" and hasattr(self._response, "documentElement"):
                return str(self._response.documentElement.outerHTML)
            types = self._content_type, self._mime_type
            self._text = decode(self._bytes(), self._encoding, *types)
        return self._text

    @property
    @_fits
    def json(self) -> Any:
        """The response body parsed as JSON; integers are exact. None before `complete`, and if
        there is no response or no body.

        Raises json.JSONDecodeError, a ValueError, if the body is not JSON; RecursionError if it is
        nested too deeply (about 2,000 levels).
        """
        body = self._bytes() if self._has_response() else b""
        if not body:
            return None
        try:
            return decode_json(body, self._encoding)
        except ValueError as error:
            error.add_note(describe("the response is not JSON", self.method, self.url))
            raise
        except RecursionError as error:
            error.add_note(describe("the response cannot be decoded", self.method, self.url))
            raise

    @property
    def xml(self) -> Any:
        """The same as `responseXML`."""
        return self.responseXML

    @property
    @_fits
    def responseXML(self) -> Any:
        """The response body as a document; None if it is not XML, or not well-formed. In mode
        document, HTML is a document too."""
        if not self._has_response():
            return None
        if self.mode == "document" and not hasattr(self._response, "to_bytes"):
            return _bridge.to_python(self._response)
        kind, charset = response_type(self._content_type, self._mime_type)
        parse = _shim.transport().parseDocument
        if is_xml(kind):
            kind, text = "text/xml", self.responseText
        elif kind == "text/html" and self.mode == "document":
            from browser.ajax._encodings import decode_html

            text = self.responseText
            if self._encoding is None:
                text = decode_html(self._bytes(), charset, lambda text: parse(text, kind))
        else:
            return None
        return _bridge.to_python(parse(text, kind)) if text else None

    def read(self) -> Any:
        """The response body as `mode` says: str, bytes, the value of JSON, a document, a Blob."""
        if self.mode == "text":
            return self.responseText
        if self.mode == "binary":
            return self._bytes()
        if self.mode == "json":
            return self.json
        if self.mode == "document":
            return self.responseXML
        return _bridge.to_python(self._response) if self._has_response() else None

    @property
    def response(self) -> Any:
        """The same as `read()`. In mode binary, JavaScript receives these bytes as an
        ArrayBuffer."""
        if self.mode != "binary":
            return self.read()
        body = self._bytes()
        if self._response is not None and not isinstance(body, _bridge.ArrayBuffer):
            body = self._body = _bridge.ArrayBuffer(body)
        return body

    def raise_for_status(self) -> None:
        """Raises `error` if there is one, HTTPStatusError if the status is 400 or above."""
        if self.error is not None:
            raise self.error
        if self._status >= 400:
            raise HTTPStatusError(self._status, self.statusText, self.method, self.url)

    def _has_response(self) -> bool:
        """Raises ResponseTooLarge if the browser could not make a value of the body."""
        if isinstance(self.error, ResponseTooLarge):
            raise self.error
        return self._response is not None

    @_fits
    def _bytes(self) -> bytes:
        """The response body; copied from JavaScript once, when first read."""
        if self._body is None:
            if not self._has_response():
                return b""
            if self.mode in NATIVE_MODES and not hasattr(self._response, "to_bytes"):
                what = f"no bytes in a request of mode {self.mode!r}"
                raise AttributeError(describe(what, self.method, self.url))
            try:
                self._body = self._response.to_bytes()
            except (_host.js_exception(), OverflowError) as error:
                raise MemoryError from error
        return self._body

"""The part of `Ajax` that is read: state, status, and the answer in the form that the mode says."""

from __future__ import annotations

from typing import Any

from browser import _js
from browser.ajax.errors import HTTPStatusError, RequestError, describe
from browser.ajax.response import NATIVE_MODES, decode_json
from browser.ajax.xhr_names import XHRNames


class Answer(XHRNames):
    error: RequestError | None = None
    """Why there is no answer: a NetworkError, RequestTimeout or RequestAborted; else None. An
    answer with an HTTP status such as 404 is no error."""

    _state = 0
    _status = 0
    _body: bytes | None = None

    @property
    def readyState(self) -> int:
        """0 uninitialized, 1 loading, 2 loaded, 3 interactive, 4 complete (seed S8)."""
        if self._sent and not self._done and self._xhr is not None:
            return int(self._xhr.readyState)
        return self._state

    @property
    def status(self) -> int:
        """The HTTP status (seed S13), 200 or 404 for example; 0 before there is an answer, and
        when there was none."""
        if self._sent and not self._done and self._xhr is not None:
            return int(self._xhr.status)
        return self._status

    @property
    def text(self) -> Any:
        """The response as str (seed S14), decoded by `encoding` if set, else by the response's
        charset, else as UTF-8; '' before `complete`. In mode binary, bytes. In mode json there is
        no such attribute."""
        if self.mode == "binary":
            return self._bytes()
        if self.mode == "json":
            raise AttributeError("a request of mode 'json' has no attribute 'text': use .json")
        return self.responseText

    @property
    def json(self) -> Any:
        """The response parsed as JSON, integers exact; None before `complete`, and without an
        answer. Raises json.JSONDecodeError, a ValueError, when it is no JSON."""
        if self._response is None:
            return None
        try:
            return decode_json(self._bytes(), self._encoding, self._mime_type or self._content_type)
        except ValueError as error:
            error.add_note(describe("the response is not JSON", self.method, self.url))
            raise

    @property
    def xml(self) -> Any:
        """The response as a document (seed S15), None when it is none."""
        return self.responseXML

    def read(self) -> Any:
        """The response in the form that the mode says: str, bytes, JSON's value, a document."""
        if self.mode == "text":
            return self.responseText
        if self.mode == "binary":
            return self._bytes()
        if self.mode == "json":
            return self.json
        return self.responseXML if self.mode == "document" else _js.to_python(self._response)

    def raise_for_status(self) -> None:
        """Raises the failure, if any: `error`, or HTTPStatusError for a status of 400 or above."""
        if self.error is not None:
            raise self.error
        if self._status >= 400:
            what = f"HTTP status {self._status} {self.statusText}".strip()
            raise HTTPStatusError(what, self.method, self.url)

    def _bytes(self) -> bytes:
        """What the server sent; taken over from JavaScript once, when first asked for."""
        if self._body is None:
            if self._response is None:
                return b""
            if self.mode in NATIVE_MODES and not hasattr(self._response, "to_bytes"):
                what = f"no bytes in a request of mode {self.mode!r}"
                raise AttributeError(describe(what, self.method, self.url))
            self._body = self._response.to_bytes()
        return self._body

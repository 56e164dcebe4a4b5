"""The settings of a request, by our names and by XMLHttpRequest's (https://xhr.spec.whatwg.org/)."""

from __future__ import annotations

from collections.abc import Callable

from browser.ajax import _shim
from browser.ajax._arguments import milliseconds
from browser.ajax._decoding import MODES, RESPONSE_TYPES, TRANSPORTED, check_encoding
from browser.ajax._errors import describe
from browser.ajax._events import check_callback
from browser.ajax._headers import set_header
from browser.ajax._result import Result
from browser.ajax._state import OPEN_FIRST


class Settings(Result):
    """The part of `Ajax` that a program sets before `send`."""

    def set_header(self, name: str, value: str | int | float) -> None:
        """Sets a request header; allowed before `open` too. The last value of a name wins.

        Raises ValueError for CR, LF, NUL or an invalid name, RuntimeError after `send`. A header
        that browsers forbid is not sent; a warning names it.
        """
        self._check_not_sent("set_header()")
        headers = dict(self._headers)
        set_header(headers, name, value, self.method, self.url)
        self._headers = headers

    def setRequestHeader(self, name: str, value: str | int | float) -> None:
        """The same as `set_header`."""
        self.set_header(name, value)

    def set_timeout(
        self, duration: float | None, function: Callable[[], object] | None = None
    ) -> None:
        """Ends the request `duration` seconds after `send`, and calls `function` without arguments
        instead of `complete`. None removes the timeout.

        Raises TypeError if `duration` is not a number, ValueError if it is negative.
        """
        timeout = milliseconds(duration, self.method, self.url)
        if function is not None:
            check_callback(function, "timeout")
        self._set_timeout(timeout, function)

    @property
    def timeout(self) -> int:
        """Milliseconds after `send`, 0 for none, as in XMLHttpRequest. `set_timeout` takes
        seconds."""
        return self._timeout

    @timeout.setter
    def timeout(self, value: float) -> None:
        if isinstance(value, bool) or not isinstance(value, int | float):
            what = f"timeout must be a number of milliseconds, not {type(value).__name__}"
            raise TypeError(describe(what, self.method, self.url))
        if value < 0:
            raise ValueError(describe(f"a timeout of {value} ms", self.method, self.url))
        self._set_timeout(int(value), self._on_timeout)

    def _set_timeout(self, timeout: int, function: Callable[[], object] | None) -> None:
        self._timeout, self._on_timeout = timeout, function
        if self._sent and not self._done and self._xhr is not None:
            _shim.transport().setTimeLimit(self._xhr, timeout)

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
        """The codec for `text`, by Python's name or the web's. None: the response's charset, or
        UTF-8.

        Setting it raises LookupError if neither Python nor the browser has it.
        """
        return self._encoding

    @encoding.setter
    def encoding(self, value: str | None) -> None:
        self._encoding = None if value is None else check_encoding(value)
        self._text = None

    @property
    def responseType(self) -> str:
        """The mode, by XMLHttpRequest's names: "", "text", "arraybuffer" (bytes), "json",
        "document" or "blob"."""
        return RESPONSE_TYPES[self.mode]

    @responseType.setter
    def responseType(self, value: str) -> None:
        self._check_not_arriving("responseType =")
        if value not in MODES:
            what = f"unknown responseType {value!r}"
            raise ValueError(describe(what, self.method, self.url, f"use one of {list(MODES)}"))
        self._set_mode(MODES[value])
        if self._sent and self._xhr is not None:
            self._xhr.responseType = TRANSPORTED[self.mode]

    def overrideMimeType(self, mime: str) -> None:
        """Reads the response as if its Content-Type were `mime`."""
        self._check_not_arriving("overrideMimeType()")
        self._mime_type = mime
        if self._sent and self._xhr is not None:
            self._xhr.overrideMimeType(mime)

    def _check_not_arriving(self, what: str) -> None:
        if self.readyState >= 3:
            what = f"{what} while the response arrives or after it"
            raise RuntimeError(describe(what, self.method, self.url, OPEN_FIRST))

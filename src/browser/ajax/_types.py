"""Types of arguments and results; for type checkers alone, nothing imports them at run time."""

from collections.abc import Mapping
from typing import Any, Literal, Protocol

from browser._bridge import Wrapper

type Mode = Literal["text", "binary", "json", "document", "blob"]
"""The form in which `read()` returns the response body."""

type StateName = Literal["uninitialized", "loading", "loaded", "interactive", "complete"]
"""The events whose callbacks get the request."""

type HeaderMapping = Mapping[str, str | int | float]


class JSProxy(Protocol):
    """A JavaScript value as Pyodide passes it."""

    @property
    def js_id(self) -> int: ...


type JSValue = Wrapper | JSProxy
"""A JavaScript File, Blob, FormData, URLSearchParams, ArrayBuffer or typed array."""

type Binary = bytes | bytearray | memoryview
type FileData = Binary | JSValue


class FormData(Protocol):
    """The methods of https://xhr.spec.whatwg.org/#interface-formdata."""

    def append(self, name: str, value: Any, filename: str = ..., /) -> object: ...
    def set(self, name: str, value: Any, filename: str = ..., /) -> object: ...
    def get(self, name: str, /) -> Any: ...
    def getAll(self, name: str, /) -> Any: ...
    def has(self, name: str, /) -> Any: ...
    def delete(self, name: str, /) -> object: ...


type Data = Mapping[str, object] | str | Binary | FormData | JSValue | None
"""The query, or the request body."""

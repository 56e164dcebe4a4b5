"""JavaScript's buffers, typed arrays, and collections with keys: Map, Set, FormData, …"""

from collections.abc import Iterator
from typing import Any

from browser import _bridge, _codes
from browser._arrays import JSArray
from browser._bridge import bridge, to_js, to_python
from browser._objects import JSObject, class_of, plain

_FORMATS = {
    "Int8Array": "b",
    "Int16Array": "h",
    "Uint16Array": "H",
    "Int32Array": "i",
    "Uint32Array": "I",
    "Float16Array": "e",
    "Float32Array": "f",
    "Float64Array": "d",
    "BigInt64Array": "q",
    "BigUint64Array": "Q",
}
"""The format of memoryview for each class; the others have unsigned bytes."""


class JSCollection(JSObject):
    """A Map, Set, FormData, Headers, URLSearchParams and the like. `in`, `len` and items are those
    of its entries; a key with several values has a list. Attributes are properties and methods."""

    __slots__ = ()

    def __getitem__(self, key: Any) -> Any:
        values = [to_python(value) for value in bridge.valuesOf(self._id, to_js(key))]
        if values:
            return values[0] if len(values) == 1 else values
        return super().__getitem__(key)

    def __setitem__(self, key: Any, value: Any) -> None:
        if not bridge.has(self._id, "set"):
            raise TypeError(f"a JavaScript {class_of(self)} has no values: use add(value)")
        several = isinstance(value, (list, tuple)) and bridge.has(self._id, "append")
        values = value if several else [value]
        bridge.setValues(self._id, to_js(key), *map(_bridge.stored, values))

    def __delitem__(self, key: Any) -> None:
        if not bridge.removeKey(self._id, to_js(key)):
            raise KeyError(key)

    def __contains__(self, key: Any) -> bool:
        return bool(bridge.hasKey(self._id, to_js(key)))

    def to_dict(self) -> dict[Any, Any]:
        """The entries as a dict; objects and arrays in it as dicts and lists."""
        return {key: plain(value) for key, value in dict(self).items()}


class JSBuffer(JSObject):
    """An ArrayBuffer or a DataView: `bytes(buffer)`, `memoryview(buffer)` and indexes copy its
    bytes."""

    __slots__ = ()

    def __buffer__(self, flags: int) -> memoryview:
        return memoryview(_bytes_of(self))

    def __bytes__(self) -> bytes:
        return _bytes_of(self)

    def __len__(self) -> int:
        return int(self.byteLength)

    def __iter__(self) -> Iterator[int]:
        return iter(_bytes_of(self))

    def __getitem__(self, key: Any) -> Any:
        if isinstance(key, (int, slice)):
            return _bytes_of(self)[key]
        return super().__getitem__(key)


class JSTypedArray(JSArray):
    """A typed array, such as Uint8Array: a sequence of numbers whose length is fixed."""

    __slots__ = ()

    def __buffer__(self, flags: int) -> memoryview:
        format: Any = _FORMATS.get(class_of(self), "B")
        return memoryview(_bytes_of(self)).cast(format)

    def __bytes__(self) -> bytes:
        return _bytes_of(self)

    def __setitem__(self, key: Any, value: Any) -> None:
        if isinstance(key, int):
            bridge.set(self._id, str(self._index(key)), to_js(value))
            return
        if not isinstance(key, slice):
            super().__setitem__(key, value)
            return
        start, stop, step = key.indices(len(self))
        values = value if isinstance(value, (bytes, bytearray)) else list(value)
        size = len(range(start, stop, step))
        if len(values) != size:
            raise ValueError(f"cannot assign {len(values)} values to {size} items: {_fixed(self)}")
        bridge.setItems(self._id, start, step, to_js(values))

    def _splice(self, *change: Any) -> Any:
        raise TypeError(f"cannot add or remove items: {_fixed(self)}")

    _arrange = _splice  # type: ignore[assignment]


def _fixed(array: JSTypedArray) -> str:
    return f"the length of a {class_of(array)} is fixed"


def _bytes_of(value: JSObject) -> bytes:
    return bridge.bytesOf(value._id).to_bytes()  # type: ignore[no-any-return]


for _kind, _wrapper in (
    (_codes.COLLECTION, JSCollection),
    (_codes.BUFFER, JSBuffer),
    (_codes.TYPED_ARRAY, JSTypedArray),
):
    _bridge.wraps(_kind, _wrapper)

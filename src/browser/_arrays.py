"""JavaScript arrays, and collections such as NodeList, in Python."""

from collections.abc import MutableSequence
from typing import Any

from browser import _bridge, _codes
from browser._bridge import bridge, to_js, to_python
from browser._objects import JSObject, class_of, plain


class JSArray(JSObject, MutableSequence[Any]):
    """An array, or a collection such as NodeList and FileList, as a sequence."""

    __slots__ = ()

    def __getitem__(self, key: Any) -> Any:
        if isinstance(key, slice):
            return list(self)[key]
        if isinstance(key, int):
            return to_python(bridge.get(self._id, str(self._index(key))))
        return super().__getitem__(key)

    def __setitem__(self, key: Any, value: Any) -> None:
        if isinstance(key, slice):
            values = list(self)
            values[key] = value
            self._splice(0, len(self), values)
        elif isinstance(key, int):
            bridge.set(self._id, str(self._index(key)), to_js(value))
        else:
            super().__setitem__(key, value)

    def __delitem__(self, key: Any) -> None:
        if isinstance(key, slice):
            values = list(self)
            del values[key]
            self._splice(0, len(self), values)
        elif isinstance(key, int):
            self._splice(self._index(key), 1, [])
        else:
            super().__delitem__(key)

    def _index(self, key: int) -> int:
        index = key if key >= 0 else len(self) + key
        if not 0 <= index < len(self):
            raise IndexError(f"index {key} is out of range: the length is {len(self)}")
        return index

    def _splice(self, start: int, number: int, values: list[Any]) -> None:
        bridge.splice(self._id, start, number, *map(to_js, values))

    def insert(self, index: int, value: Any) -> None:
        self._splice(index, 0, [value])

    def __contains__(self, value: Any) -> bool:
        return any(item is value or item == value for item in self)

    def __bool__(self) -> bool:
        return len(self) > 0 or class_of(self) != "Array"

    def __eq__(self, other: object) -> bool:
        if isinstance(other, (list, tuple)):
            return list(self) == list(other)
        return super().__eq__(other)

    def __hash__(self) -> int:
        return super().__hash__()

    def __add__(self, other: Any) -> list[Any]:
        return [*self, *other]

    def __radd__(self, other: Any) -> list[Any]:
        return [*other, *self]

    def _plain(self) -> Any:
        return [plain(item) for item in self]

    def __str__(self) -> str:
        return str(list(self))

    def __bytes__(self) -> bytes:
        return bytes(list(self))


def _list_method(name: str) -> Any:
    """A method of lists, unless the collection has its own of that name: `classList.remove`."""
    of_lists = getattr(MutableSequence, name)

    def get(self: JSArray) -> Any:
        if type(self) is not Options and class_of(self) != "Array" and bridge.has(self._id, name):
            return self.__getattr__(name)
        return of_lists.__get__(self)

    return property(get)


for _name in ("append", "clear", "count", "extend", "index", "pop", "remove", "reverse"):
    setattr(JSArray, _name, _list_method(_name))


class Options(JSArray):
    """The options of a SELECT element; `append`, `insert` and `del` change what is shown."""

    __slots__ = ()

    def insert(self, index: int, value: Any) -> None:
        before = index if index >= 0 else max(len(self) + index, 0)
        self._js.add(to_js(value), before if before < len(self) else bridge.null)

    def __delitem__(self, key: Any) -> None:
        self._js.remove(self._index(key))

    def remove(self, index: int) -> None:
        """Removes the option at an index, as in JavaScript."""
        self._js.remove(index)


_bridge.wraps(_codes.ARRAY, JSArray)
_bridge.wraps(_codes.OPTIONS, Options)

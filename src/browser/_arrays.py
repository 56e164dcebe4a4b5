"""JavaScript arrays, and collections such as NodeList, in Python."""

from collections.abc import Callable, MutableSequence
from reprlib import recursive_repr
from typing import Any, Self

from browser import _bridge, _codes
from browser._bridge import bridge, to_js, to_python
from browser._objects import JSObject, class_of, plain


class JSArray(JSObject, MutableSequence[Any]):
    """An array, or a collection such as NodeList and FileList, with the methods of a list. `sort`
    and `reverse` return the array. Slices, `+`, `*` and `copy()` are lists of Python."""

    __slots__ = ()

    def __getitem__(self, key: Any) -> Any:
        if isinstance(key, slice):
            return list(self)[key]
        if isinstance(key, int):
            return to_python(bridge.get(self._id, str(self._index(key))))
        return super().__getitem__(key)

    def __setitem__(self, key: Any, value: Any) -> None:
        if isinstance(key, slice):
            values, end = list(value), len(self)
            added = range(end, end + len(values))
            self._arrange(lambda order: order.__setitem__(key, added), values)
        elif isinstance(key, int):
            bridge.set(self._id, str(self._index(key)), to_js(value))
        else:
            super().__setitem__(key, value)

    def __delitem__(self, key: Any) -> None:
        if isinstance(key, slice):
            self._arrange(lambda order: order.__delitem__(key))
        elif isinstance(key, int):
            self._splice(self._index(key), 1)
        else:
            super().__delitem__(key)

    def _index(self, key: int) -> int:
        index = key if key >= 0 else len(self) + key
        if not 0 <= index < len(self):
            raise IndexError(f"index {key} is out of range: the length is {len(self)}")
        return index

    def _splice(self, start: int, number: int, *values: Any) -> None:
        bridge.splice(self._id, start, number, *map(to_js, values))

    def _arrange(self, change: Callable[[list[int]], object], added: Any = ()) -> Self:
        """Does with the items what `change` does with the list of their indices. `added` are new
        items, after the others."""
        order = list(range(len(self)))
        change(order)
        bridge.arrange(self._id, to_js(order), to_js(added))
        return self

    def insert(self, index: int, value: Any) -> None:
        self._splice(index, 0, value)

    def clear(self) -> None:
        del self[:]

    def reverse(self) -> Any:
        return self._arrange(list.reverse)

    def sort(self, compare: Any = None, *, key: Any = None, reverse: bool = False) -> Any:
        """compare: JavaScript's function of two items."""
        if compare is not None:
            return self.__getattr__("sort")(compare)
        values = list(self) if key is None else [key(item) for item in self]
        return self._arrange(lambda order: order.sort(key=values.__getitem__, reverse=reverse))

    def __imul__(self, number: int) -> Self:
        return self._arrange(lambda order: order.__imul__(number))

    def copy(self) -> list[Any]:
        return list(self)

    def __mul__(self, number: int) -> list[Any]:
        return list(self) * number

    __rmul__ = __mul__

    def __add__(self, other: Any) -> list[Any]:
        return [*self, *other]

    def __radd__(self, other: Any) -> list[Any]:
        return [*other, *self]

    def __contains__(self, value: Any) -> bool:
        return value in list(self)

    def __bool__(self) -> bool:
        return len(self) > 0 or class_of(self) != "Array"

    def _plain(self) -> Any:
        return [plain(item) for item in self]

    @recursive_repr("[...]")
    def __str__(self) -> str:
        return str(list(self))

    def __repr__(self) -> str:
        return str(self) if class_of(self) == "Array" else super().__repr__()

    def __bytes__(self) -> bytes:
        return bytes(list(self))


def _comparison(name: str) -> Any:
    compare = getattr(list, name)

    @_bridge.finite
    def method(self: JSArray, other: object) -> Any:
        if not isinstance(other, (list, tuple, JSArray)):
            return NotImplemented
        items = list(self)
        return compare(items, items if other is self else list(other))

    return method


def _list_method(name: str) -> Any:
    """A method of lists, unless the collection has its own of that name: `classList.remove`."""
    of_lists = getattr(JSArray, name)

    def get(self: JSArray) -> Any:
        if class_of(self) != "Array" and bridge.has(self._id, name):
            return self.__getattr__(name)
        return of_lists.__get__(self)

    return property(get)


for _name in ("__eq__", "__ge__", "__gt__", "__le__", "__lt__"):
    setattr(JSArray, _name, _comparison(_name))
for _name in dir(list):
    if _name[0] != "_":
        setattr(JSArray, _name, _list_method(_name))


class Options(JSArray):
    """The options of a SELECT element; a change of the list changes what is shown."""

    __slots__ = ()

    def _splice(self, start: int, number: int, *values: Any) -> None:
        index = slice(start, None).indices(len(self))[0]
        if number:
            self._js.remove(index)
        for value in values:
            self._js.add(to_js(value), index)

    def remove(self, index: int) -> None:
        """Removes the option at an index, as in JavaScript."""
        self._js.remove(index)


_bridge.wraps(_codes.ARRAY, JSArray)
_bridge.wraps(_codes.OPTIONS, Options)

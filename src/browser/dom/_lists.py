"""Lists of nodes, whose wrappers are made when the list is used."""

from typing import Any

from browser import _handles
from browser._bridge import bridge, cells, several


class Nodes[Node](list[Node]):
    """A list of elements with the methods of a JavaScript collection."""

    __slots__ = ("__weakref__", "_handle")

    _handle: int
    """JavaScript's list, as long as this one is without its nodes."""

    @property
    def length(self) -> int:
        return len(self)

    def item(self, index: int) -> Node | None:
        return self[index] if 0 <= index < len(self) else None


class LazyNodes(Nodes[Any]):
    """A list without its nodes: the first use makes it `Nodes`."""

    __slots__ = ()

    def __radd__(self, other: list[Any]) -> list[Any]:
        return [*other, *self]


def nodes(count: int) -> Nodes[Any]:
    """The list that JavaScript has just made; its handle is in the shared memory."""
    if not count:
        return Nodes()
    found = LazyNodes((None,) * count)
    found._handle = handle = cells[1]
    _handles.watch(found, handle)
    return found


def _fill(lazy: LazyNodes) -> None:
    _handles.disown(lazy._handle)
    wrappers = several(bridge.takeList(lazy._handle))
    lazy.__class__ = Nodes  # type: ignore[assignment]
    lazy[:] = wrappers


def _filled(name: str) -> Any:
    of_lists = getattr(list, name)

    def method(self: LazyNodes, *values: Any, **keywords: Any) -> Any:
        for one in (self, *values):
            if type(one) is LazyNodes:
                _fill(one)
        return of_lists(self, *values, **keywords)

    return method


for _name in (
    *("__add__", "__contains__", "__delitem__", "__eq__", "__ge__", "__getitem__", "__gt__"),
    *("__iadd__", "__imul__", "__iter__", "__le__", "__lt__", "__mul__", "__ne__", "__repr__"),
    *("__reversed__", "__rmul__", "__setitem__", "append", "clear", "copy", "count", "extend"),
    *("index", "insert", "pop", "remove", "reverse", "sort", "__reduce_ex__"),
):
    setattr(LazyNodes, _name, _filled(_name))

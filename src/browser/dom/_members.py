"""The objects `style`, `classList` and `dataset` of a node. They need no handle of their own."""

from typing import Any

from browser import _bridge, _handles
from browser._arrays import JSArray
from browser._bridge import PLAIN, SLOTS, bridge, has_handle, names
from browser._objects import JSObject


class Member(JSObject):
    """The object that is a node's property; a node has the same one each time."""

    __slots__ = ("_node",)

    _property = ""

    def __getattr__(self, name: str) -> Any:
        if name in SLOTS:
            return self._missing(name)
        value = bridge.getIn(self._node._id, names[self._property], names[name])
        return value if type(value) in PLAIN else self._wrapped(name, value)

    def __setattr__(self, name: str, value: Any) -> None:
        if type(value) in PLAIN:
            bridge.setIn(self._node._id, names[self._property], names[name], value)
        else:
            super().__setattr__(name, value)

    def _missing(self, slot: str) -> Any:
        if not has_handle(self):
            _handles.adopt(self, bridge.holdMember(self._node._id, names[self._property]))
        return self._id if slot == "_id" else _bridge.missing(self, slot)


class Style(Member, JSArray):
    """`style`."""

    __slots__ = ()

    _property = "style"


class ClassList(Member, JSArray):
    """`classList`."""

    __slots__ = ()

    _property = "classList"

    @property
    def remove(self) -> Any:
        """JavaScript's, not the one of lists."""
        return self.__getattr__("remove")


class Dataset(Member):
    """`dataset`."""

    __slots__ = ()

    _property = "dataset"


set_node: Any = Member.__dict__["_node"].__set__

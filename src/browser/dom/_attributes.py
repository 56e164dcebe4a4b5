"""The mappings `elt.attrs` and `document.query`."""

from collections.abc import Iterator, Mapping, MutableMapping
from typing import Any
from urllib.parse import quote, urlencode

from browser._bridge import Wrapper, bridge, names


class Attributes(MutableMapping[str, str]):
    """The attributes of an element as in HTML, always str: ``elt.attrs["href"]``. JavaScript's
    properties, such as `checked`, are attributes of the element itself."""

    __slots__ = ("_node",)

    def __init__(self, node: Wrapper) -> None:
        self._node = node

    def __getitem__(self, name: str) -> str:
        value = bridge.getAttribute(self._node._id, names[name])
        if value is bridge.null:
            raise KeyError(name)
        return str(value)

    def __setitem__(self, name: str, value: object) -> None:
        bridge.setAttribute(self._node._id, names[name], str(value))

    def __delitem__(self, name: str) -> None:
        if not bridge.removeAttribute(self._node._id, name):
            raise KeyError(name)

    def __contains__(self, name: object) -> bool:
        return bridge.getAttribute(self._node._id, str(name)) is not bridge.null

    def __iter__(self) -> Iterator[str]:
        return iter(self._pairs())

    def __len__(self) -> int:
        return len(self._pairs())

    def _pairs(self) -> dict[str, str]:
        flat = list(bridge.attributes(self._node._id))
        return dict(zip(flat[::2], flat[1::2], strict=True))

    def __repr__(self) -> str:
        return repr(self._pairs())


class Query(Mapping[str, Any]):
    """The query of the page's URL. ``document.query["name"]`` is a str, or a list of str if the
    name occurs more than once."""

    def __init__(self) -> None:
        flat = list(bridge.query())
        self._values: dict[str, list[str]] = {}
        for name, value in zip(flat[::2], flat[1::2], strict=True):
            self._values.setdefault(name, []).append(value)

    def __getitem__(self, name: str) -> str | list[str]:
        values = self._values[name]
        return values[0] if len(values) == 1 else values

    def __setitem__(self, name: str, value: str) -> None:
        self._values[name] = [value]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def getfirst(self, name: str, default: Any = None) -> Any:
        """The first value of a name."""
        return self._values[name][0] if name in self._values else default

    def getlist(self, name: str) -> list[str]:
        """All values of a name, in a list that may be empty."""
        return list(self._values.get(name, ()))

    def getvalue(self, name: str, default: Any = None) -> Any:
        """As `get`."""
        return self.get(name, default)

    def __str__(self) -> str:
        return f"?{urlencode(self._values, True, quote_via=quote)}" if self._values else ""

    __repr__ = __str__

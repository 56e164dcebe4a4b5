"""`DOMNode`: a node of the page, or the document, with the methods of Brython's documentation."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self, overload

from browser import _bridge, _handles
from browser._bridge import (
    PLAIN,
    SLOTS,
    bridge,
    has_handle,
    has_raw,
    names,
    several,
    to_js,
    to_python,
)
from browser._objects import JSFunction, JSObject, NodeMethod
from browser.dom import _members as members
from browser.dom._content import Content, TagSum, handles, parts
from browser.dom._errors import check_policy, check_selector
from browser.dom._events import NodeEvents
from browser.dom._lists import Nodes, nodes
from browser.dom._measures import measure, position, style_settings

if TYPE_CHECKING:
    from browser.dom._attributes import Attributes, Query
    from browser.dom._declared import Position, Settable, Style

_missing = object()
_MADE_BY = "a DOMNode is made by browser.html, for example html.DIV()"


_SPECIAL = SLOTS | {"x", "y"}
"""Names that are not, or not always, JavaScript's."""


@cache
def _attributes() -> "type[Attributes]":
    from browser.dom._attributes import Attributes

    return Attributes


def _member(name: str, member: type[members.Member], set_: Any = None) -> Any:
    def get(node: "DOMNode") -> Any:
        if node._id % 2:  # js_shim/bridge/handles.ts: it has none
            return JSObject.__getattr__(node, name)
        found = object.__new__(member)
        members.set_node(found, node)
        return found

    def assign(node: "DOMNode", value: Any) -> None:
        bridge.set(node._id, name, _bridge.stored(value))

    return property(get, set_ or assign)


class DOMNode(NodeEvents):
    """A node of the page. ``node <= content`` appends, ``a + b`` puts side by side, ``for x in
    node`` goes over its child nodes. As long as a DOMNode is in use, its node has no other."""

    __slots__ = ()

    def __init__(self, raw: Any = None) -> None:
        if raw is None:
            raise TypeError(_MADE_BY)
        self._js = to_js(raw)

    abs_left: "Position" = position("left", False)
    abs_top: "Position" = position("top", False)
    scrolled_left: "Position" = position("left", True)
    scrolled_top: "Position" = position("top", True)
    left: "Settable[int, float]" = measure("left")
    top: "Settable[int, float]" = measure("top")
    width: "Settable[int, float]" = measure("width")
    height: "Settable[int, float]" = measure("height")

    def __setattr__(self, name: str, value: Any) -> None:
        own = getattr(type(self), name, None)
        if hasattr(own, "__set__"):
            object.__setattr__(self, name, value)
        elif type(value) in PLAIN:
            bridge.set(self._id, names[name], value)
        else:
            bridge.set(self._id, names[name], _bridge.stored(value))

    # Content -------------------------------------------------------------------------------------

    def __le__(self, content: Content) -> Self:
        if isinstance(content, DOMNode):
            bridge.append(self._id, content._id)
        else:
            children = parts(content)
            bridge.append(self._id, *handles(children))
        return self

    attach = __le__

    def __add__(self, other: Content) -> TagSum:
        return TagSum(self, other)

    def __radd__(self, other: Content) -> TagSum:
        return TagSum(self) if isinstance(other, int) and other == 0 else TagSum(other, self)

    def __mul__(self, number: int) -> TagSum:
        if not isinstance(number, int) or number <= 0:
            raise ValueError(f"an element is multiplied by a positive int, not {number!r}")
        return TagSum(*(self.clone() for _ in range(number)))

    __rmul__ = __mul__

    @property
    def html(self) -> str | Any:
        """The HTML inside; None for a text node. Set it only to HTML that you trust."""
        return to_python(bridge.getHtml(self._id))

    @html.setter
    def html(self, value: object) -> None:
        try:
            bridge.setHtml(self._id, str(value))
        except Exception as error:
            check_policy(error)
            raise

    @property
    def text(self) -> str | Any:
        """The text inside, without tags; None for the document."""
        return to_python(bridge.getText(self._id))

    @text.setter
    def text(self, value: object) -> None:
        bridge.setText(self._id, str(value))

    def clear(self) -> None:
        """Removes everything inside."""
        bridge.clear(self._id)

    def clone(self) -> "DOMNode":
        """A copy with everything inside, and with this node's own listeners."""
        return to_python(bridge.clone(self._id))  # type: ignore[no-any-return]

    # Family --------------------------------------------------------------------------------------

    @property
    def elt(self) -> Self:
        """The node itself, for pages from before 2018."""
        return self

    @property
    def parent(self) -> "DOMNode | None":
        """None for the document and for an element that is not in it."""
        return to_python(bridge.parentOf(self._id))  # type: ignore[no-any-return]

    @property
    def children(self) -> "Nodes[DOMNode]":
        return nodes(bridge.children(self._id))

    @property
    def child_nodes(self) -> "Nodes[DOMNode]":
        return nodes(bridge.childNodes(self._id))

    def __iter__(self) -> Iterator["DOMNode"]:
        return iter(several(bridge.itemsIn(self._id)))

    def __len__(self) -> int:
        return int(bridge.childCount(self._id))

    def inside(self, other: "DOMNode") -> bool:
        return bool(bridge.inside(self._id, other._id))

    def index(self, selector: str | None = None) -> int:
        """The position among the child nodes of the parent, or among those of its descendants that
        match. Returns -1 if there is no parent or no match."""
        return int(bridge.indexIn(self._id, to_js(selector)))

    # Finding -------------------------------------------------------------------------------------

    if TYPE_CHECKING:

        @overload
        def __getitem__(self, key: str) -> Any: ...
        @overload
        def __getitem__(self, key: int) -> "DOMNode": ...
        @overload
        def __getitem__(self, key: slice) -> "list[DOMNode]": ...
        @overload
        def __getitem__(self, key: "type[DOMNode]") -> "Nodes[DOMNode]": ...

    def __getitem__(self, key: Any) -> Any:
        """In the document: an element by its id, or the elements of a class (``html.DIV``). In an
        element: an attribute, or a child node by its number."""
        if isinstance(key, str):
            found = bridge.lookup(self._id, names[key])
            if found is bridge.null:
                raise KeyError(key)
            return to_python(found)
        if isinstance(key, (int, slice)):
            return list(self)[key]
        if isinstance(key, type):
            return nodes(bridge.byTag(self._id, key.__name__))
        raise TypeError(f"use an id or a class of browser.html, not {type(key).__name__}")

    def __setitem__(self, key: str, value: object) -> None:
        bridge.setAttribute(self._id, names[key], str(value))

    def __delitem__(self, key: str | int) -> None:
        if isinstance(key, int):
            self[key].remove()
        elif self.nodeType != 9:
            del self.attrs[key]
        elif not bridge.removeById(self._id, key):
            raise KeyError(key)

    def __contains__(self, key: object) -> bool:
        if isinstance(key, DOMNode):
            return key in list(self) or (self.nodeType == 9 and key.inside(self))
        return isinstance(key, str) and bool(bridge.contains(self._id, key))

    if TYPE_CHECKING:

        @overload
        def select(self, selector: str) -> "Nodes[DOMNode]": ...
        @overload
        def select(self) -> None: ...

    def select(self, selector: Any = _missing) -> Any:
        """All descendants that match a CSS selector. Without one it selects the text of a text
        field, as in JavaScript. Raises ValueError if the selector is invalid."""
        if selector is _missing:
            return self.__getattr__("select")()
        try:
            return nodes(bridge.select(self._id, selector))
        except Exception as error:
            check_selector(error, selector)
            raise

    def select_one(self, selector: str) -> "DOMNode | None":
        """The first descendant that matches a CSS selector, or None."""
        try:
            return to_python(bridge.selectOne(self._id, selector))  # type: ignore[no-any-return]
        except Exception as error:
            check_selector(error, selector)
            raise

    @property
    def closest(self) -> Callable[[str], "DOMNode"]:
        """``elt.closest(selector)`` is this element or its nearest ancestor that matches. Raises
        KeyError if none does. The document has no `closest`."""
        if not bridge.has(self._id, "closest"):
            raise AttributeError
        return self._closest

    def _closest(self, selector: str) -> "DOMNode":
        try:
            found = to_python(bridge.closest(self._id, selector))
        except Exception as error:
            check_selector(error, selector)
            raise
        if found is None:
            raise KeyError(f"no parent with selector {selector}")
        return found  # type: ignore[no-any-return]

    def get(self, **by: str) -> "Nodes[DOMNode]":
        """Finds descendants by one of name=, selector=, tag=, classname=, id=."""
        if len(by) != 1:
            raise TypeError("get takes one of name=, selector=, tag=, classname=, id=")
        ((kind, value),) = by.items()
        if kind == "selector":
            return self.select(value)
        if kind == "id":
            found = to_python(bridge.selectOne(self._id, f'[id="{value}"]'))
            return Nodes([] if found is None else [found])
        finders = {"name": "byName", "tag": "byTag", "classname": "byClass"}
        if kind not in finders:
            raise TypeError(f"get takes name, selector, tag, classname or id, not {kind}")
        return nodes(getattr(bridge, finders[kind])(self._id, value))

    # Attributes ----------------------------------------------------------------------------------

    @property
    def attrs(self) -> "Attributes":
        return _attributes()(self)

    @property
    def class_name(self) -> str:
        return self.className

    @class_name.setter
    def class_name(self, value: str) -> None:
        bridge.setAttribute(self._id, names["class"], str(value))

    Class = class_name

    def _set_style(self, value: str | Mapping[str, Any]) -> None:
        if isinstance(value, str):
            self.style.cssText = value
        else:
            bridge.setStyles(self._id, *style_settings(value))

    style: "Settable[Style, str | Mapping[str, Any]]" = _member("style", members.Style, _set_style)
    if not TYPE_CHECKING:  # _declared.pyi has their types
        classList = _member("classList", members.ClassList)
        dataset = _member("dataset", members.Dataset)

    @property
    def query(self) -> "Query | Any":
        """For the document: the query of the page's URL."""
        if self.nodeType != 9:
            return self.__getattr__("query")
        from browser.dom._attributes import Query

        return Query()

    # Python --------------------------------------------------------------------------------------

    def __getattr__(self, name: str) -> Any:
        if name in _SPECIAL:
            return self._special(name)
        value = bridge.get(self._id, names[name])
        if type(value) in PLAIN:
            return value
        found = self._wrapped(name, value)
        if type(found) is JSFunction and name != "constructor" and name[:2] != "on":
            object.__setattr__(found, "__class__", NodeMethod)
        return found

    def _special(self, name: str) -> Any:
        if name in SLOTS:
            if has_handle(self) or has_raw(self):
                return _bridge.missing(self, name)
            self._create()
            return getattr(self, name)
        if bridge.has(self._id, name):
            return super().__getattr__(name)
        return self.abs_left if name == "x" else self.abs_top

    def _create(self) -> None:
        """Makes the node if it does not exist; only an element has a default."""
        raise TypeError(_MADE_BY)

    def __eq__(self, other: object) -> bool:
        return self is other

    def __hash__(self) -> int:
        return object.__hash__(self)

    def __repr__(self) -> str:
        return f"<{bridge.describe(self._id)}>"

    __str__ = __repr__


_handles.nodes_are(DOMNode)

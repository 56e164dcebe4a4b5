"""`DOMNode`: a node of the page, and the document itself. Properties of JavaScript's are attributes
here; what this class defines on top is what Brython's page on DOM nodes lists."""

from collections.abc import Iterator
from typing import Any, Self

from browser import _js
from browser._js import door, to_js, to_python
from browser._objects import JSObject
from browser.dom.content import Nodes, TagSum, raw_parts
from browser.dom.measures import measure, position, style_settings

_missing = object()


def _check_policy(error: Exception) -> None:
    from browser.dom.errors import check_policy

    check_policy(error)


def _nodes(array: Any) -> Nodes:
    return Nodes([to_python(raw) for raw in array])


class DOMNode(JSObject):
    """A node. ``node <= content`` appends, ``a + b`` puts side by side, ``for x in node`` walks a
    snapshot of its child nodes. There is one DOMNode for a node as long as it is in use."""

    __slots__ = ()

    def __init__(self, raw: Any = None) -> None:
        if raw is None:
            raise TypeError("a DOMNode is made by browser.html, for example html.DIV()")
        self._js = to_js(raw)

    abs_left = position("left", False)
    abs_top = position("top", False)
    scrolled_left = position("left", True)
    scrolled_top = position("top", True)
    left = measure("left")
    top = measure("top")
    width = measure("width")
    height = measure("height")

    def __setattr__(self, name: str, value: Any) -> None:
        own = getattr(type(self), name, None)
        if hasattr(own, "__set__"):
            object.__setattr__(self, name, value)
        else:
            door.set(self._js, name, _js.stored(value))

    # Content -------------------------------------------------------------------------------------

    def __le__(self, content: Any) -> Self:
        if isinstance(content, DOMNode):
            door.append(self._js, content._js)
        else:
            door.append(self._js, *raw_parts(content))
        return self

    attach = __le__

    def __add__(self, other: Any) -> TagSum:
        return TagSum(self, other)

    def __radd__(self, other: Any) -> TagSum:
        return TagSum(self) if isinstance(other, int) and other == 0 else TagSum(other, self)

    def __mul__(self, number: int) -> TagSum:
        if not isinstance(number, int) or number <= 0:
            raise ValueError(f"an element is multiplied by a positive int, not {number!r}")
        return TagSum(*(self.clone() for _ in range(number)))

    __rmul__ = __mul__

    @property
    def html(self) -> str | None:
        """The HTML inside; set it only to HTML that you trust."""
        return to_python(door.getHtml(self._js))  # type: ignore[no-any-return]

    @html.setter
    def html(self, value: Any) -> None:
        try:
            door.setHtml(self._js, str(value))
        except Exception as error:
            _check_policy(error)
            raise

    @property
    def text(self) -> str | None:
        return to_python(door.getText(self._js))  # type: ignore[no-any-return]

    @text.setter
    def text(self, value: Any) -> None:
        door.setText(self._js, str(value))

    def clear(self) -> None:
        """Removes everything inside."""
        door.clear(self._js)

    def clone(self) -> "DOMNode":
        """A copy with all that is inside, and with this node's own listeners."""
        return to_python(door.clone(self._js))  # type: ignore[no-any-return]

    # Family --------------------------------------------------------------------------------------

    @property
    def elt(self) -> Self:
        """The node itself: before 2018 it was something else."""
        return self

    @property
    def parent(self) -> Any:
        return to_python(door.parentOf(self._js))

    @property
    def children(self) -> Nodes:
        return _nodes(door.children(self._js))

    @property
    def child_nodes(self) -> Nodes:
        return _nodes(door.childNodes(self._js))

    def __iter__(self) -> Iterator[Any]:
        return iter(_nodes(door.itemsIn(self._js)))

    def __len__(self) -> int:
        return len(door.childNodes(self._js))

    def inside(self, other: "DOMNode") -> bool:
        return bool(door.inside(self._js, other._js))

    def index(self, selector: str | None = None) -> int:
        """The place among the parent's child nodes, or among its descendants that match; -1
        without one."""
        return int(door.indexIn(self._js, to_js(selector)))

    # Finding -------------------------------------------------------------------------------------

    def __getitem__(self, key: Any) -> Any:
        """In the document: an element by its id, a list of elements by class (``html.DIV``). In an
        element: an attribute, or a child by its number."""
        if isinstance(key, str):
            found = door.lookup(self._js, key)
            if found is door.null:
                raise KeyError(key)
            return to_python(found)
        if isinstance(key, (int, slice)):
            return list(self)[key]
        if isinstance(key, type):
            return _nodes(door.byTag(self._js, key.__name__))
        raise TypeError(f"an id or a class of browser.html, not {type(key).__name__}")

    def __setitem__(self, key: str, value: Any) -> None:
        door.setAttribute(self._js, key, str(value))

    def __delitem__(self, key: Any) -> None:
        if isinstance(key, int):
            self[key].remove()
        elif self.nodeType != 9:
            del self.attrs[key]
        elif not door.removeById(self._js, key):
            raise KeyError(key)

    def __contains__(self, key: Any) -> bool:
        if isinstance(key, DOMNode):
            return key in list(self) or (self.nodeType == 9 and key.inside(self))
        return isinstance(key, str) and door.lookup(self._js, key) is not door.null

    def select(self, selector: Any = _missing) -> Any:
        """All descendants that match a CSS selector. Without one: what JavaScript's `select()`
        does in a text field."""
        if selector is _missing:
            return self.__getattr__("select")()
        return _nodes(_find(door.select, self._js, selector))

    def select_one(self, selector: str) -> Any:
        """The first that matches, or None."""
        return to_python(_find(door.selectOne, self._js, selector))

    def closest(self, selector: str) -> Any:
        """This element or the nearest around it that matches; KeyError without one."""
        found = to_python(_find(door.closest, self._js, selector))
        if found is None:
            raise KeyError(f"no parent with selector {selector}")
        return found

    def get(self, **by: str) -> Nodes:
        """By name=, selector=, tag=, classname= or id=: a list."""
        if len(by) != 1:
            raise TypeError("get wants one of name=, selector=, tag=, classname=, id=")
        ((kind, value),) = by.items()
        if kind == "selector":
            return Nodes(self.select(value))
        if kind == "id":
            found = to_python(door.selectOne(self._js, f'[id="{value}"]'))
            return Nodes([] if found is None else [found])
        finders = {"name": "byName", "tag": "byTag", "classname": "byClass"}
        if kind not in finders:
            raise TypeError(f"get finds by name, selector, tag, classname or id, not by {kind}")
        return _nodes(getattr(door, finders[kind])(self._js, value))

    # Attributes ----------------------------------------------------------------------------------

    @property
    def attrs(self) -> Any:
        from browser.dom.attributes import Attributes

        return Attributes(self._js)

    @property
    def class_name(self) -> str:
        return self.className  # type: ignore[no-any-return]

    @class_name.setter
    def class_name(self, value: str) -> None:
        door.setAttribute(self._js, "class", str(value))

    Class = class_name

    @property
    def style(self) -> Any:
        return to_python(door.get(self._js, "style"))

    @style.setter
    def style(self, value: Any) -> None:
        if isinstance(value, str):
            self.style.cssText = value
        else:
            door.setStyles(self._js, *style_settings(value))

    @property
    def query(self) -> Any:
        """Of the document: what the page's address has after the question mark."""
        if self.nodeType != 9:
            return self.__getattr__("query")
        from browser.dom.attributes import Query

        return Query()

    # Events --------------------------------------------------------------------------------------

    def bind(self, event: str, function: Any = ..., options: Any = None) -> Any:
        """Calls `function(event)` when the event happens; without a function, a decorator."""
        return _bind(self, event, function, options)

    addEventListener = bind

    def unbind(self, event: str = "", *functions: Any) -> None:
        """Ends the listeners given, or all of the event, or all."""
        _unbind(self, event, *functions)

    def removeEventListener(self, event: str, function: Any, options: Any = None) -> None:
        if number := _js.known_number(function):
            door.unlisten(self._js, event, number)

    def events(self, event: str) -> list[Any]:
        """The functions that listen to an event."""
        return self.bindings().get(event, [])

    def bindings(self) -> dict[str, list[Any]]:
        return _bindings(self)

    def trigger(self, event: str) -> None:
        """Fires an event, for example "click"."""
        door.trigger(self._js, event)

    # Python --------------------------------------------------------------------------------------

    def __getattr__(self, name: str) -> Any:
        if name in {"x", "y"} and not door.has(self._js, name):
            return self.abs_left if name == "x" else self.abs_top
        return super().__getattr__(name)

    def __eq__(self, other: object) -> bool:
        return self is other

    def __hash__(self) -> int:
        return object.__hash__(self)

    def __repr__(self) -> str:
        return f"<{door.describe(self._js)}>"

    __str__ = __repr__


def _find(find: Any, raw: Any, selector: Any) -> Any:
    try:
        return find(raw, selector)
    except Exception as error:
        from browser.dom.errors import check_selector

        check_selector(error, selector)
        raise


def document() -> DOMNode:
    """The page's document."""
    global _document
    if _document is None:
        _document = to_python(door.get(door.globalScope(), "document"))
    return _document  # type: ignore[no-any-return]


_document: Any = None

_js.nodes_are(DOMNode)

from browser.dom.events import bind as _bind  # noqa: E402
from browser.dom.events import bindings as _bindings  # noqa: E402
from browser.dom.events import unbind as _unbind  # noqa: E402

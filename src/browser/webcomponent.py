"""Elements of your own: the class of ``<my-element>`` is a Python class.

An instance is the element: HTML, `html.maketag` and the class itself all make one.
"""

import types
from collections.abc import Iterable, Mapping
from typing import Any

from browser import _bridge, _classes, _given, _handles, _report, _window, html
from browser._bridge import bridge, to_js, to_python
from browser.dom._node import DOMNode
from browser.dom._tags import Tag, pin

__all__ = ["define", "get"]

_defined: dict[str, "_Component"] = {}
_latest: dict[type, "_Component"] = {}
"""The component of a class, as `define` got it and as the elements have it."""


def define(tag_name: str, cls: type, options: Mapping[str, str] | None = None) -> None:
    """Makes `cls` the class of the elements `<tag_name>`, also of those that the page has already.

    tag_name: in lower case, with a hyphen. cls: any class of yours; `self` is the element, with all
    that a DOMNode has. A class that inherits from `html.BUTTON` defines
    ``<button is="tag_name">``; so does the option ``{"extends": "button"}``.

    `__init__` makes an element. It gets the arguments of ``cls(…)``; it gets none for an element
    from HTML or from a class of `html.maketag`. The browser calls the methods `connectedCallback`,
    `disconnectedCallback` and `adoptedCallback`. It calls
    ``attributeChangedCallback(name, old, new, namespace)`` for the attributes in the list
    `observedAttributes` of the class.

    Raises TypeError and ValueError for wrong arguments, ValueError if the name has a class."""
    _check(tag_name, cls)
    extends = _extended_tag(cls, options)
    document = _window.document()._js
    made = document.createElement(extends) if extends else None
    if made is not None and made.constructor.name == "HTMLUnknownElement":
        raise ValueError(f"{extends!r} is not a tag that a component can extend")
    base = _window.scope()._js.HTMLElement if made is None else made.constructor
    _Component(tag_name, cls, extends, base).register()


def get(tag_name: str) -> type | None:
    """The class of the elements with this name, as given to `define`; None if there is none."""
    return _defined[tag_name].given if tag_name in _defined else None


def _check(tag_name: object, cls: object) -> None:
    if not isinstance(tag_name, str):
        what = type(tag_name).__name__
        raise TypeError(f"the first argument of define() must be a str, not {what}")
    if "-" not in tag_name:
        raise ValueError(f"the name of a component must contain a hyphen (-): {tag_name!r}")
    if not isinstance(cls, type):
        what = type(cls).__name__
        raise TypeError(f"the second argument of define() must be a class, not {what}")
    if issubclass(cls, Tag) and (cls._svg or "_tag" in cls.__dict__):
        raise TypeError("define() takes a class of yours; it may inherit from one of browser.html")
    if tag_name in _defined:
        raise ValueError(f"<{tag_name}> is defined already, by {_defined[tag_name].given.__name__}")


def _extended_tag(cls: type, options: Mapping[str, str] | None) -> str:
    """The tag of the built-in element that the component extends, or ""."""
    if options is None:
        bases = (one.__name__ for one in cls.__mro__ if _is_tag(one))
        return next((name for name in bases if name in html._NAMES), "").lower()
    if not isinstance(options, Mapping):
        raise TypeError(f"the options must be None or a dict, not {type(options).__name__}")
    extends = options.get("extends", "")
    if not isinstance(extends, str):
        raise TypeError(f"the option 'extends' must be a str, not {type(extends).__name__}")
    return extends.lower()


def _is_tag(cls: type) -> bool:
    """Whether the class is one of browser.html, or one of their bases."""
    return getattr(cls, "__module__", "") == html.__name__ or issubclass(html._HTMLTag, cls)


def _observed(cls: Any) -> list[str]:
    """The attributes whose changes the browser reports."""
    names = getattr(cls, "observedAttributes", ())
    if isinstance(names, property):
        names = names.fget(cls)  # type: ignore[misc]
    elif callable(names):
        what = "observedAttributes as a method is deprecated: make it an attribute of the class"
        _report.warn(what, DeprecationWarning)
        names = names(cls) if isinstance(names, types.FunctionType) else names()
    if isinstance(names, str) or not isinstance(names, Iterable):
        raise TypeError(f"observedAttributes must be a list, not {type(names).__name__}")
    return list(names)


class _Component:
    """What one call of `define` has made."""

    def __init__(self, name: str, cls: type, extends: str, base: Any) -> None:
        self.name, self.given, self.extends, self.base = name, cls, extends, base
        self.observed = _observed(cls)
        self.elements: Any = cls if issubclass(cls, Tag) else _with_node(cls)
        own = [one for one in reversed(cls.__mro__) if not _is_tag(one)]
        members = {key: member for one in own for key, member in vars(one).items()}
        self.derived = bridge.derive(
            base,
            _given.number_of(self.construct),
            cls.__name__,
            *_classes.members_for_javascript(members),
        )
        self.waiting: Any = None
        """An element that JavaScript has made, until there is a Python object for it."""
        self.emulation: Any = None
        """For a browser that does not know the attribute `is`."""

    def register(self) -> None:
        self.derived.observedAttributes = to_js(self.observed)
        before = _latest.copy()
        _defined[self.name] = _latest[self.given] = _latest[self.elements] = self
        self.elements._create = _create
        options = [to_js({"extends": self.extends})] if self.extends else []
        try:
            _window.scope()._js.customElements.define(self.name, self.derived, *options)
        except Exception as error:
            del _defined[self.name]
            _latest.clear()
            _latest.update(before)
            raise ValueError(f"cannot define <{self.name}>: {error}") from None
        html._components[self.name] = self.redirect
        if self.name in html._classes:
            self.redirect(html._classes[self.name])
        if self.extends and not self._is_known():
            from browser._builtin_components import Emulation

            self.emulation = Emulation(self)

    def _is_known(self) -> bool:
        try:
            self.new_element()
        except Exception:
            return False
        return True

    def new_element(self) -> Any:
        if self.waiting is not None:
            raw, self.waiting = self.waiting, None
            return raw
        if self.emulation:
            return self.emulation.new_element()
        return bridge.constructAs(self.base, self.derived, None)

    def construct(self) -> Any:
        """JavaScript makes an element: from HTML, or by `createElement`."""
        return self.instance(self.new_element())

    def instance(self, raw: Any) -> Any:
        """The Python object of an element that JavaScript has made."""
        self.waiting = raw
        try:
            node = self.elements.__new__(self.elements)
            _ = node._js  # takes the waiting element
            node.__init__()
        except Exception as error:
            _report.report(error)
        finally:
            self.waiting = None
        return raw

    def redirect(self, tag: Any) -> None:
        """The class that `html.maketag` made for this name makes components, as HTML does."""

        def new(cls: type, content: Any = None, /, **attributes: Any) -> Any:
            node = to_python(self.construct())
            Tag.__init__(node, content, **attributes)
            return node

        tag.__new__ = new


def _with_node(cls: type) -> type:
    """The class of the elements of a component whose class is not a node. Calling the latter makes
    an element, too."""

    def fill(namespace: dict[str, Any]) -> None:
        namespace.update(
            __module__=cls.__module__,
            __qualname__=cls.__qualname__,
            __doc__=cls.__doc__,
            _pinned=True,
        )

    before: Any = cls.__new__

    def new(given: type, *values: Any, **keywords: Any) -> Any:
        component = _latest.get(given)
        made: Any = component.elements if component else given
        if before is object.__new__:
            return object.__new__(made)
        return before(made, *values, **keywords)

    elements = types.new_class(cls.__name__, (cls, html._HTMLTag), exec_body=fill)
    cls.__new__ = new  # type: ignore[method-assign, assignment]
    return elements


def _create(self: Any, inside: Any = None, settings: Any = ()) -> None:
    """Python makes an element: the class has been called."""
    component = _latest.get(type(self))
    if component is None:  # a class derived from that of a component, without a name
        Tag._create(self, inside, settings)
        return
    _adopt(self, component.new_element())
    if inside is not None or settings:
        bridge.fill(self._id, False, inside, *settings)


def _adopt(node: DOMNode, raw: Any) -> None:
    _handles.adopt(node, bridge.identify(raw))
    _bridge.set_raw(node, raw)
    pin(node)

"""The base of the classes in `browser.html` and `browser.svg`: an instance is a new element."""

from collections.abc import Callable
from typing import Any
from weakref import getweakrefcount

from browser import _handles
from browser._bridge import bridge, names, to_js
from browser.dom._content import Content, handles, parts
from browser.dom._errors import check_policy
from browser.dom._measures import style_settings
from browser.dom._node import DOMNode


def hyphens(name: str) -> str:
    return name.replace("_", "-")


class Tag(DOMNode):
    """A new element: ``html.LI(content, **attributes)``.

    content: a str is HTML (in `svg`: text); an element, a sum or an iterable of those is appended.
    attributes: `Class` is the attribute class, `http_equiv` is http-equiv; `style` is a dict,
    `onclick` a function. A list is joined by commas; False and None set nothing.
    Raises HTMLNotAllowedError if the page's policy forbids HTML from a str."""

    __slots__ = ()

    _tag = ""
    _svg = False
    _pinned = False

    def __init__(self, content: Content | None = None, /, **attributes: object) -> None:
        settings = _settings(attributes, self._mapper()) if attributes else ()
        inside: Any = None
        several: list[Any] = []
        if isinstance(content, str):
            inside = content
        elif isinstance(content, DOMNode):
            inside = content._id
        elif isinstance(content, (int, float)):
            inside = str(content)
        elif content is not None:
            several = parts(content)
        try:
            if getweakrefcount(self):  # the table of handles refers to it, so it has an element
                bridge.fill(self._id, self._svg, inside, *settings)
            else:
                self._create(inside, settings)
        except Exception as error:
            check_policy(error)
            raise
        if several:
            bridge.append(self._id, *handles(several))

    def _create(self, inside: Any = None, settings: Any = ()) -> None:
        """Makes the element. A program may use it before it calls `__init__`, or without that."""
        handle = bridge.create(names[self._tag], self._svg, inside, *settings)
        _handles.adopt(self, handle)
        _handles.settle()
        if self._pinned:
            pin(self)

    @staticmethod
    def _mapper() -> Callable[[str], str]:
        return hyphens

    def __init_subclass__(cls, **keywords: object) -> None:
        super().__init_subclass__(**keywords)
        if "_tag" not in cls.__dict__:
            cls._pinned = True
        if "__new__" in cls.__dict__:  # only now: it costs time for each element
            type.__setattr__(Tag, "__new__", _new)


def _new(cls: type[Tag], *values: object, **keywords: object) -> Tag:
    """`__new__` for `super().__new__(cls, …)`, with the arguments of `__init__`."""
    return object.__new__(cls)


_pinned: dict[int, DOMNode] = {}
"""Instances of users' classes live as long as the page, so that an event's `target` has the methods
of its class."""


def pin(node: DOMNode) -> None:
    _pinned[id(node)] = node


def unpin(node: DOMNode) -> None:
    _pinned.pop(id(node), None)


def _attribute(name: str, mapper: Callable[[str], str]) -> int | str:
    return names[f"@{mapper(name)}"]


def _settings(attributes: dict[str, Any], mapper: Callable[[str], str]) -> list[Any]:
    settings: list[Any] = []
    for name, value in attributes.items():
        if name[:2].lower() == "on" and callable(value):
            settings += (f".{name.lower()}", to_js(value))
        elif name == "style":
            settings += style_settings({"cssText": value} if isinstance(value, str) else value)
        elif value is True:
            settings += (_attribute(name, mapper), "true")
        elif isinstance(value, (list, tuple)):
            settings += (_attribute(name, mapper), ",".join(map(str, value)))
        elif value is not False and value is not None:
            settings += (_attribute(name, mapper), str(value))
    return settings

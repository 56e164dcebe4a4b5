"""What is behind `browser.html` and `browser.svg`: classes whose instances are new elements."""

from typing import Any

from browser import _js
from browser._js import door, to_js
from browser.dom.content import raw_parts
from browser.dom.errors import check_policy
from browser.dom.measures import style_settings
from browser.dom.node import DOMNode


def hyphens(name: str) -> str:
    return name.replace("_", "-")


class Tag(DOMNode):
    """``html.LI(content, **attributes)``. A str as content is HTML (in `svg`: text); an element, a
    sum or an iterable goes in. A keyword is an attribute (`Class`, `http_equiv`), `style` a dict,
    `onclick` a function."""

    __slots__ = ()

    _tag = ""
    _svg = False
    _pinned = False

    def __init__(self, content: Any = None, /, **attributes: Any) -> None:
        settings = _settings(attributes, self._mapper()) if attributes else ()
        inside: Any = None
        several: Any = ()
        if isinstance(content, str):
            inside = content
        elif isinstance(content, DOMNode):
            inside = content._js
        elif isinstance(content, (int, float)):
            inside = str(content)
        elif content is not None:
            several = raw_parts(content)
        number = _js.next_node_id()
        try:
            raw = door.create(number, self._tag, self._svg, inside, *settings)
        except Exception as error:
            check_policy(error)
            raise
        _js.adopt(self, raw, number)
        if several:
            door.append(raw, *several)
        if self._pinned:
            _pinned.add(self)

    @staticmethod
    def _mapper() -> Any:
        return hyphens

    def __init_subclass__(cls, **keywords: Any) -> None:
        super().__init_subclass__(**keywords)
        if "_tag" not in cls.__dict__:
            cls._pinned = True


_pinned: set[Tag] = set()
"""Instances of users' own classes live as long as the page: what an event's `target` gives back has
the methods of its class."""


def unpin(node: Tag) -> None:
    _pinned.discard(node)


def _settings(attributes: dict[str, Any], mapper: Any) -> list[Any]:
    settings: list[Any] = []
    for name, value in attributes.items():
        if name[:2].lower() == "on" and callable(value):
            settings += [f".{name.lower()}", to_js(value)]
        elif name == "style":
            settings += style_settings({"cssText": value} if isinstance(value, str) else value)
        elif value is True:
            settings += [f"@{mapper(name)}", "true"]
        elif value is not False and value is not None:
            settings += [f"@{mapper(name)}", str(value)]
    return settings

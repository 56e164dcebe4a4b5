"""What is behind `browser.html` and `browser.svg`: classes whose instances are new elements."""

from collections.abc import Iterable
from typing import Any

from browser import _js
from browser._js import door, to_js
from browser.dom.content import raw_parts
from browser.dom.node import DOMNode, html_policy, style_settings

_HANDLERS = ("on", "On", "ON")


class Tag(DOMNode):
    """``html.LI(content, **attributes)``. A str as content is HTML (in `svg`: text); an element, a
    sum or an iterable goes in. A keyword is an attribute (`Class`, `http_equiv`), `style` a dict,
    `onclick` a function."""

    __slots__ = ()

    _tag = ""
    _svg = False

    def __init__(self, content: Any = None, /, **attributes: Any) -> None:
        settings = _settings(attributes, self._mapper()) if attributes else ()
        inside: Any = None
        several: Any = ()
        if content is not None:
            kind = type(content)
            if kind is str:
                inside = content
            elif isinstance(content, DOMNode):
                inside = content._js
            elif isinstance(content, (str, int, float)):
                inside = str(content)
            else:
                several = raw_parts(content)
        number = _js.next_node_id()
        try:
            raw = door.create(number, self._tag, self._svg, inside, *settings)
        except Exception:
            with html_policy():
                raise
        _js.adopt(self, raw, number)
        if several:
            door.append(raw, *several)

    @staticmethod
    def _mapper() -> Any:
        return _hyphens

    def __init_subclass__(cls, **keywords: Any) -> None:
        super().__init_subclass__(**keywords)
        if cls._tag:
            _keep_class(cls)


def _hyphens(name: str) -> str:
    return name.replace("_", "-")


def _settings(attributes: dict[str, Any], mapper: Any) -> list[Any]:
    settings: list[Any] = []
    for name, value in attributes.items():
        if name[:2] in _HANDLERS and callable(value):
            settings += [f".{name.lower()}", to_js(value)]
        elif name == "style" and not isinstance(value, str):
            settings += style_settings(value)
        elif value is True:
            settings += [f"@{mapper(name)}", "true"]
        elif value is not False and value is not None:
            settings += [f"@{mapper(name)}", str(value)]
    return settings


_kept: dict[int, Any] = {}


def _keep_class(cls: Any) -> None:
    """An instance of a user's own class stays what it is as long as the page runs: what comes back
    from an event's `target` has its methods."""
    made = cls.__init__

    def __init__(self: Any, *values: Any, **keywords: Any) -> None:
        made(self, *values, **keywords)
        _kept[id(self)] = self

    if "__init__" in cls.__dict__ or not cls.__dict__.get("_own"):
        cls.__init__ = __init__


def make(name: str, tag: str, module: str, **more: Any) -> Any:
    """The class for a tag."""
    members = {"__module__": module, "__slots__": (), "_tag": tag, "_own": True, **more}
    return type(name, (more.pop("_base", Tag),), members)


def names(listed: str) -> Iterable[str]:
    return listed.split()

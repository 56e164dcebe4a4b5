"""HTML with Python expressions: ``Template("greeting").render(name="Ann")`` for
``<p id="greeting">Hello {name}!</p>``.

`b-code="for x in xs:"` repeats an element, `if`, `elif`, `else` choose one. `b-include="file.html"`
inserts a file. `b-on="click:f"` binds one of the functions passed to Template.
"""

import copy
import linecache
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from browser import _window
from browser.dom._events import DOMEvent
from browser.dom._node import DOMNode

__all__ = ["Template", "TemplateError"]

_ELEMENT, _TEXT = 1, 3
_OWN = ("b-code", "b-include", "b-on")


class TemplateError(Exception):
    """A template with a mistake in it."""


class _Data:
    """The keywords of `render`, as attributes: `template.data.name`."""

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any: ...
        def __setattr__(self, name: str, value: Any) -> None: ...

    def __init__(self, values: dict[str, Any]) -> None:
        self.__dict__.update(values)

    def to_dict(self) -> dict[str, Any]:
        return dict(self.__dict__)

    def _copy(self) -> dict[str, Any]:
        """Deep where possible, so that a list that grows is a change."""
        copies = {}
        for name, value in self.__dict__.items():
            try:
                copies[name] = copy.deepcopy(value)
            except Exception:
                copies[name] = value
        return copies


class Template:
    """A template in the page.

    element: a node or an id. callbacks: functions `f(event, template)` for `b-on`; when one of them
    changes `template.data`, the element is rendered again.
    Raises TemplateError if the template has a mistake, and for a <template>, which is not shown."""

    def __init__(
        self,
        element: DOMNode | str,
        callbacks: "Iterable[Callable[[DOMEvent, Template], object]]" = (),
    ) -> None:
        node = _window.document()[element] if isinstance(element, str) else element
        if node.tagName == "TEMPLATE":
            what = f"{node!r} is not shown, and its children are not in the page"
            raise TemplateError(f"{what}: use another element, for example a <div>")
        self.element: DOMNode = node.body if node.nodeType == 9 else node
        self.callbacks: dict[str, Callable[[DOMEvent, Template], object]] = {
            callback.__name__: callback for callback in callbacks
        }
        self.data: _Data = _Data({})
        self._nodes: list[DOMNode] = []
        self._bound: list[tuple[DOMNode, str, Any]] = []
        self._code = compile(self._source(), self._name, "exec")

    def render(self, **data: Any) -> None:
        """Shows the template with these values of its names."""
        self.data = _Data(data)
        self._show()

    # From the element to Python ------------------------------------------------------------------

    @property
    def _name(self) -> str:
        return f"<template {self.element.id or self.element.tagName.lower()}>"

    def _source(self) -> str:
        lines = list(self._attributes(self.element, "_root"))
        lines += self._children(self.element, "_root")
        source = "\n".join(lines) + "\n"
        linecache.cache[self._name] = (len(source), None, source.splitlines(True), self._name)
        return source

    def _children(self, node: DOMNode, parent: str) -> list[str]:
        """Lines of code that make the content of a node."""
        if include := node.nodeType == _ELEMENT and node.attrs.get("b-include"):
            node = _included(node, include)
        lines: list[str] = []
        blank: list[str] = []
        for child in node.child_nodes:
            if child.nodeType == _TEXT and not child.textContent.strip():
                # Between `if` and `else` there can be no statement.
                blank = [f"_text({parent}, {child.textContent!r})"]
                continue
            made = list(self._node(child, parent))
            between = made and made[0].startswith(("elif", "else"))
            lines += made if between else [*blank, *made]
            blank = []
        return lines + blank

    def _node(self, node: DOMNode, parent: str) -> Iterator[str]:
        if node.nodeType == _TEXT:
            yield f"_text({parent}, {_expression(node.textContent)})"
        elif node.nodeType == _ELEMENT and node.tagName.lower() != "script":
            number = len(self._nodes)
            self._nodes.append(_shell(node))
            block = node.attrs.get("b-code", "").strip()
            indent = "    " if block else ""
            if block:
                yield block if block.endswith(":") else f"{block}:"
            name = f"_{number}"
            yield f"{indent}{name} = _open({parent}, {number})"
            for line in (*self._attributes(node, name), *self._children(node, name)):
                yield indent + line

    def _attributes(self, node: DOMNode, name: str) -> Iterator[str]:
        for attribute, value in node.attrs.items():
            if attribute == "b-on":
                for event, callback in self._bindings(value):
                    yield f"_bind({name}, {event!r}, {callback!r})"
            elif attribute not in _OWN and "{" in value:
                yield f"_set({name}, {attribute!r}, {_expression(value)})"

    def _bindings(self, text: str) -> Iterator[tuple[str, str]]:
        for binding in filter(str.strip, text.split(";")):
            event, colon, name = (part.strip() for part in binding.partition(":"))
            if not colon:
                raise TemplateError(f'b-on must be "event:function", not "{binding.strip()}"')
            if name not in self.callbacks:
                known = ", ".join(self.callbacks) or "none"
                raise TemplateError(f"unknown callback {name!r}: Template was called with: {known}")
            yield event, name

    # From Python to the element ------------------------------------------------------------------

    def _show(self) -> None:
        for node, event, function in self._bound:
            node.unbind(event, function)
        self._bound.clear()
        kept = [node for node in self.element.children if node.tagName.lower() == "script"]
        self.element.clear()
        names = {
            **self.data.__dict__,
            "_root": self.element,
            "_open": self._open,
            "_text": _add_text,
            "_set": _set_attribute,
            "_bind": self._bind,
        }
        exec(self._code, names)
        self.element.attach(kept)

    def _open(self, parent: DOMNode, number: int) -> DOMNode:
        node = DOMNode.clone(self._nodes[number])
        parent.attach(node)
        return node

    def _bind(self, node: DOMNode, event: str, name: str) -> None:
        def call(ev: DOMEvent) -> None:
            before = self.data._copy()
            self.callbacks[name](ev, self)
            if self.data.__dict__ != before:
                self._show()

        node.bind(event, call)
        self._bound.append((node, event, call))


def _shell(node: DOMNode) -> DOMNode:
    """A copy of the element without its content and without the attributes that have code."""
    shell: DOMNode = node.cloneNode(False)
    for name, value in node.attrs.items():
        if name in _OWN or "{" in value:
            del shell.attrs[name]
    return shell


def _included(node: DOMNode, url: str) -> DOMNode:
    from browser import ajax

    request = ajax.get(url, blocking=True)
    if request.status != 200:
        raise TemplateError(f"cannot include {url}: status {request.status}")
    inside: DOMNode = node.cloneNode(False)
    inside.html = request.text
    return inside


def _add_text(parent: DOMNode, text: str) -> None:
    parent.attach(str(text))


def _set_attribute(node: DOMNode, name: str, value: object) -> None:
    if value is True:
        node.attrs[name] = ""
    elif value is False:
        node.attrs.pop(name, None)
    else:
        node.attrs[name] = str(value)


def _expression(text: str) -> str:
    """A text with expressions in braces as one Python expression: "a {b}" becomes `'a ' + f"{b}"`.
    "{b}" alone becomes `b`, which need not be a str."""
    found = list(_segments(text))
    if len(found) == 1 and found[0][0]:
        code = found[0][1]
        plain = code.strip()
        try:
            compile(plain, "", "eval")
        except SyntaxError:
            return f"f'''{{{code}}}'''"
        return plain or "''"
    return " + ".join(f"f'''{{{part}}}'''" if is_code else repr(part) for is_code, part in found)


def _segments(text: str) -> Iterator[tuple[bool, str]]:
    """Pairs: whether it is code, and the text."""
    literal, at = "", 0
    while at < len(text):
        char = text[at]
        if char in "{}" and text[at : at + 2] == char * 2:
            literal += char
            at += 2
        elif char == "{":
            if literal:
                yield False, literal
            literal = ""
            end = _end_of_code(text, at + 1)
            yield True, text[at + 1 : end]
            at = end + 1
        elif char == "}":
            raise TemplateError(f"a single }} in {text.strip()!r}: write }}}} for a brace")
        else:
            literal += char
            at += 1
    if literal or not text:
        yield False, literal


def _end_of_code(text: str, start: int) -> int:
    depth, quote = 0, ""
    for at in range(start, len(text)):
        char = text[at]
        if quote:
            quote = "" if char == quote and text[at - 1] != "\\" else quote
        elif char in "'\"":
            quote = char
        elif char in "([{":
            depth += 1
        elif char == "}" and depth == 0:
            return at
        elif char in ")]}":
            depth -= 1
    raise TemplateError(f"a brace is not closed in {text.strip()!r}")

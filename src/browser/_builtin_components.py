"""Components that extend a built-in element, ``<button is="my-button">``, in WebKit, which does not
know the attribute `is`.

An observer of the document finds them. Their callbacks run after the statement that changed the
page, not during it; in shadow roots there are none.
"""

from typing import Any

from browser import _given, _report, _window
from browser._bridge import bridge, to_js, to_python

_emulations: dict[str, "Emulation"] = {}
_connected: dict[int, Any] = {}
"""The raw elements in the document, by handle."""


class Emulation:
    """The elements of one component."""

    def __init__(self, component: Any) -> None:
        self.component = component
        self.attributes: Any = None
        if component.observed:
            self.attributes = _observer(self._changed)
        if not _emulations:
            changes = _observer(lambda *_: _look())
            changes.observe(_document(), to_js({"childList": True, "subtree": True}))
        _emulations[component.name] = self
        _look()

    def new_element(self) -> Any:
        raw = _document().createElement(self.component.extends)
        raw.setAttribute("is", self.component.name)
        self._prepare(raw)
        return raw

    def _prepare(self, raw: Any) -> None:
        _window.scope()._js.Object.setPrototypeOf(raw, self.component.derived.prototype)
        if self.attributes is not None:
            filters = {"attributeFilter": self.component.observed, "attributeOldValue": True}
            self.attributes.observe(raw, to_js(filters))

    def upgrade(self, raw: Any) -> None:
        """Makes a component of an element from HTML."""
        self._prepare(raw)
        self.component.instance(raw)
        for name in self.component.observed:
            if raw.hasAttribute(name):
                _call(raw, "attributeChangedCallback", name, None, raw.getAttribute(name), None)

    def _changed(self, records: Any, _: Any) -> None:
        for record in records:
            raw, name = record.target._js, record.attributeName
            new = to_python(raw.getAttribute(name))
            _call(raw, "attributeChangedCallback", name, record.oldValue, new, None)


def _look() -> None:
    """Finds the components that are in the document now, and those that no longer are."""
    nodes = [to_python(raw) for raw in _document().querySelectorAll("[is]")]
    found = {node._id: node._js for node in nodes}
    for number in [number for number in _connected if number not in found]:
        _call(_connected.pop(number), "disconnectedCallback")
    for number, raw in found.items():
        emulation = _emulations.get(raw.getAttribute("is"))
        if emulation is None or number in _connected:
            continue
        if raw.localName != emulation.component.extends:
            continue
        _connected[number] = raw
        if not isinstance(to_python(raw), emulation.component.given):
            emulation.upgrade(raw)
        _call(raw, "connectedCallback")


def _call(raw: Any, name: str, *values: Any) -> None:
    method = getattr(type(node := to_python(raw)), name, None)
    if method is not None:
        _report.call(method, node, *values)


def _observer(function: Any) -> Any:
    callback = bridge.functionOf(_given.number_of(function))
    return _window.scope()._js.MutationObserver.new(callback)


def _document() -> Any:
    return _window.document()._js

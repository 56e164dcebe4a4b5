"""Finds listeners that keep their own node in memory. For debugging.

JavaScript holds the listeners of a node, and a listener holds what it refers to. If that is its own
node, or another one of the same tree, all of it stays in memory after it has left the page, until
`unbind`, or until the page has so many of them that it looks for such cycles. To avoid it, use
`ev.target` or `ev.currentTarget` in the listener instead of a variable.
"""

import gc
import warnings
from types import FunctionType, ModuleType
from typing import Any, NamedTuple

from browser import _handles, _listeners, _report, timer
from browser._bridge import bridge
from browser.dom._node import DOMNode

__all__ = ["Leak", "listeners", "warn"]


class Leak(NamedTuple):
    """A listener, and the node and the event it listens to."""

    node: DOMNode
    event: str
    function: Any


def listeners() -> list[Leak]:
    """Returns the listeners of nodes outside the page that keep their own node in memory."""
    references = list(_handles._wrappers.items())
    nodes = [reference() for handle, reference in references if bridge.objectAt(handle) is not None]
    return [
        Leak(node, event, function)
        for node in nodes
        if isinstance(node, DOMNode) and not node.isConnected
        for event, functions in _listeners.bindings(node).items()
        for function in functions
        if _holds(function, node.getRootNode())
    ]


def warn(seconds: float = 5) -> None:
    """Looks for such listeners every so many seconds. Writes a warning with file and line to the
    console for each that it finds twice in a row, once for each place in the program. A node that
    the program is about to put into the page is not reported."""
    global _interval
    if _interval is not None:
        timer.clear_interval(_interval)
    _interval = timer.set_interval(_look, seconds * 1000)


_interval: Any = None
_found_before: set[tuple[int, str, Any]] = set()
_reported: set[tuple[str, int, str]] = set()


def _look() -> None:
    global _found_before
    found = {(id(node), event, function): node for node, event, function in listeners()}
    for (number, event, function), node in found.items():
        name, file, line = _place(function)
        place = (file, line, event)
        if (number, event, function) in _found_before and place not in _reported:
            _reported.add(place)
            message = (
                f"the listener {name} for {event!r} keeps {node!r} in memory, which is not in the "
                "page: use ev.target instead of a variable, or unbind"
            )
            warnings.warn_explicit(message, RuntimeWarning, file, line)
    _found_before = set(found)


def _place(function: Any) -> tuple[str, str, int]:
    """Name, file and line of a function, a method, a partial or another callable."""
    inner = function
    for name in ("func", "__wrapped__", "__func__"):
        inner = getattr(inner, name, inner)
    code = getattr(inner, "__code__", None) or getattr(type(inner).__call__, "__code__", None)
    if code is None or not _report.is_users(code.co_filename):
        return repr(function), "<unknown>", 0
    return code.co_qualname, code.co_filename, code.co_firstlineno


def _holds(function: Any, root: DOMNode) -> bool:
    """Whether the function refers to a node of the tree. Modules do not count: what they hold stays
    in any case."""
    waiting, seen = [function], set[int]()
    while waiting:
        value = waiting.pop()
        if id(value) in seen or isinstance(value, ModuleType | type):
            continue
        seen.add(id(value))
        if isinstance(value, DOMNode):
            if value.getRootNode() == root:
                return True
            continue
        if isinstance(value, FunctionType):
            seen.add(id(value.__globals__))
        waiting += gc.get_referents(value)
    return False

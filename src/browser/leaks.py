"""Finds listeners that keep their own node in memory. For debugging.

JavaScript holds the listeners of a node, and a listener holds what it refers to. If that is its own
node, or another one of the same tree, all of it stays in memory after it has left the page, until
`unbind`. To avoid it, use `ev.target` or `ev.currentTarget` in the listener instead of a variable.
"""

import gc
from types import FunctionType, ModuleType
from typing import Any, NamedTuple

from browser import _handles, _listeners
from browser.dom._node import DOMNode

__all__ = ["Leak", "listeners"]


class Leak(NamedTuple):
    """A listener, and the node and the event it listens to."""

    node: DOMNode
    event: str
    function: Any


def listeners() -> list[Leak]:
    """Returns the listeners of nodes outside the page that keep their own node in memory."""
    nodes = [reference() for reference in list(_handles._wrappers.values())]
    return [
        Leak(node, event, function)
        for node in nodes
        if isinstance(node, DOMNode) and not node.isConnected
        for event, functions in _listeners.bindings(node).items()
        for function in functions
        if _holds(function, node.getRootNode())
    ]


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

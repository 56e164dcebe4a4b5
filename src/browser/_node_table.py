"""The wrappers of nodes: each node has one, for as long as the program refers to it."""

import weakref
from itertools import count
from typing import Any

_nodes: dict[int, "_Reference"] = {}
_node_class: Any = None
next_node_id = count(1, 2).__next__
"""Nodes that Python creates have odd numbers; JavaScript gives even ones to all others."""


class _Reference(weakref.ref[Any]):
    __slots__ = ("id",)

    id: int


def _forget(reference: Any) -> None:
    number = reference.id
    if _nodes.get(number) is reference:
        del _nodes[number]


def wrapper_of(raw: Any, node_id: int) -> Any:
    """The one wrapper of a node."""
    known = _nodes.get(node_id)
    if known is not None:
        wrapper = known()
        if wrapper is not None:
            return wrapper
    if _node_class is None:
        __import__("browser.dom._node")
    wrapper = _node_class.__new__(_node_class)
    adopt(wrapper, raw, node_id)
    return wrapper


def adopt(wrapper: Any, raw: Any, node_id: int) -> None:
    """Makes this the wrapper of its node."""
    object.__setattr__(wrapper, "_js", raw)
    _nodes[node_id] = reference = _Reference(wrapper, _forget)
    reference.id = node_id


def nodes_are(node_class: Any) -> None:
    global _node_class
    _node_class = node_class

"""Frees nodes outside the page whose listeners refer to them.

JavaScript holds a listener, and what the listener refers to holds its node: neither garbage
collector sees the other half of this cycle. So Python looks for wrappers that only such listeners
refer to. JavaScript then no longer holds their nodes for Python: the listeners hold them. It sees
the whole cycle and frees it as soon as nothing else in JavaScript refers to it.
"""

import gc
import sys
import weakref
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import chain
from types import FunctionType, ModuleType
from typing import Any

from browser import _bridge, _given
from browser._bridge import Wrapper, bridge

MOST = 20_000
"""With more objects than this, nothing is freed: the page would wait."""


def hand_over(listeners: Iterable[int]) -> None:
    """The listeners with these numbers hold the JavaScript objects that only they refer to."""
    given = {number: _given.values[number] for number in listeners}
    for numbers, handles in _Graph(given).groups():
        bridge.heldBy(bridge.copy(numbers), bridge.copy(handles))


class _Graph:
    """What some functions refer to, without modules and classes: these stay in any case."""

    def __init__(self, given: dict[int, Any]) -> None:
        self._given = given
        self._objects: dict[int, Any] = {}
        self._references: dict[int, list[int]] = {}
        """By id: the ids of what each object refers to, as often as it does."""
        waiting = list(given.values())
        while waiting and len(self._objects) <= MOST:
            value = waiting.pop()
            if id(value) not in self._objects:
                self._objects[id(value)] = value
                found = _referents(value)
                self._references[id(value)] = [id(one) for one in found]
                waiting += found
        self._is_complete = not waiting

    def groups(self) -> list[tuple[list[int], list[int]]]:
        """The numbers of functions, and the handles of what only these refer to."""
        if not self._is_complete:
            return []
        inner = self._inner()
        group_of = self._connected(inner)
        numbers, handles = defaultdict[int, list[int]](list), defaultdict[int, list[int]](list)
        for number, function in self._given.items():
            if id(function) in inner:
                numbers[group_of[id(function)]].append(number)
        for value in inner:
            wrapper = self._objects[value]
            if isinstance(wrapper, Wrapper) and _bridge.has_handle(wrapper):
                _bridge.forget_raw(wrapper)
                handles[group_of[value]].append(wrapper._id)
        return [(found, handles[group]) for group, found in numbers.items() if handles[group]]

    def _inner(self) -> set[int]:
        """The objects that nothing else refers to: all their references are in this graph, or in
        the tables of functions that JavaScript holds."""
        known = Counter(chain.from_iterable(self._references.values()))
        known.update(map(id, self._given.values()))
        for number, one in [(number, id(function)) for number, function in self._given.items()]:
            known[one] += _given.references_to(number)
        own = self._own_references()
        outer = [
            one
            for one, value in self._objects.items()
            if sys.getrefcount(value) - own - known[one] > 0 or _has_weak_references(value)
        ]
        inner = set(self._objects)
        while outer:
            one = outer.pop()
            if one in inner:
                inner.remove(one)
                outer += self._references[one]
        return inner

    def _own_references(self) -> int:
        """How many references to an object the graph and a loop over it have."""
        graph = {0: object()}
        return min(sys.getrefcount(value) for one, value in graph.items())

    def _connected(self, inner: set[int]) -> dict[int, int]:
        """By id: the same number for objects that are connected by references."""
        neighbours = defaultdict[int, list[int]](list)
        for one in inner:
            for other in self._references[one]:
                if other in inner:
                    neighbours[one].append(other)
                    neighbours[other].append(one)
        group_of: dict[int, int] = {}
        for start in inner:
            waiting = [start]
            while waiting:
                one = waiting.pop()
                if one not in group_of:
                    group_of[one] = start
                    waiting += neighbours[one]
        return group_of


def _has_weak_references(value: Any) -> bool:
    """Whether the program may get it in this way."""
    has_handle = isinstance(value, Wrapper) and _bridge.has_handle(value)
    return weakref.getweakrefcount(value) > has_handle  # that of `_handles`


def _referents(value: Any) -> list[Any]:
    names = ("__globals__", "__builtins__") if isinstance(value, FunctionType) else ()
    ignored = {id(getattr(value, name)) for name in names}
    return [
        one
        for one in gc.get_referents(value)
        if gc.is_tracked(one) and id(one) not in ignored and not isinstance(one, ModuleType | type)
    ]

"""Values between Python and JavaScript; js_shim/dom.ts is behind this door.

`to_python` is for what comes from JavaScript, `to_js` for what goes there. A function that goes
there lives as long as JavaScript holds it: JavaScript knows it by a number in `_given`.
"""

import weakref
from collections.abc import Callable, Iterable, Mapping
from itertools import count
from typing import Any

from browser import _host, _report

_PLAIN = frozenset({str, int, float, bool})
_GIVEN = -100
"""`identify`: what Python gave is _GIVEN minus its number; a positive answer is a node."""

_MODULES = {
    0: "browser._objects",
    -1: "browser._objects",
    -2: "browser._objects",
    -3: "browser.dom.events",
    -4: "browser._objects",
    -5: "browser._objects",
}
_wrappers: dict[int, Callable[[Any], Any]] = {}
"""By the kind that `identify` tells: what wraps it; the modules register theirs on import."""


class Wrapper:
    """Something of JavaScript's: `_js` is the raw value."""

    __slots__ = ("__weakref__", "_js")

    _js: Any


class _Door:
    """js_shim/dom.ts, connected on first use; its functions are attributes."""

    def __getattr__(self, name: str) -> Any:
        door = self.__dict__
        if "_shim" not in door:
            shim = _host.js_shim().dom
            from pyodide.ffi import JsProxy, create_proxy, jsnull, to_js

            door.update(_shim=shim, JsProxy=JsProxy, null=jsnull, copy=to_js)
            shim.connect(*map(create_proxy, (_dispatch, _release, _timer_ended)))
        if name not in door:
            door[name] = getattr(door["_shim"], name)
        return door[name]


door: Any = _Door()


def to_python(value: Any) -> Any:
    """What a user's code gets for a value from JavaScript: str, int, float and bool as they are,
    None for null and undefined, a DOMNode, a DOMEvent, or a JSObject."""
    if value is None or type(value) in _PLAIN:
        return value
    if not isinstance(value, door.JsProxy):
        return None if value is door.null else value
    kind = door.identify(value)
    if kind > 0:
        return node(value, kind)
    if kind <= _GIVEN:
        return _given[_GIVEN - kind]
    try:
        wrap = _wrappers[kind]
    except KeyError:
        __import__(_MODULES[kind])
        wrap = _wrappers[kind]
    return wrap(value)


def copied(value: Any) -> Any:
    """Python's own for plain data: dict, list, bytes, …"""
    if isinstance(value, door.JsProxy) and hasattr(value, "to_py"):
        value = value.to_py()
    if isinstance(value, dict):
        return {key: copied(item) for key, item in value.items()}
    if isinstance(value, list):
        return [copied(item) for item in value]
    return bytes(value) if isinstance(value, memoryview) else to_python(value)


def to_js(value: Any) -> Any:
    """What goes to JavaScript. None goes as null; dicts, lists and bytes are copied; a function
    goes as the same JS function each time."""
    if type(value) in _PLAIN:
        return value
    if value is None:
        return door.null
    if isinstance(value, Wrapper):
        return value._js
    if isinstance(value, (door.JsProxy, str, int, float)) or value is door.null:
        return value
    if isinstance(value, (list, tuple, set, frozenset, range)):
        return door.copy(_plain_list(value))
    if isinstance(value, Mapping):
        return _js_object(value)
    if isinstance(value, (bytes, bytearray, memoryview)):
        return door.copy(value)
    if callable(value):
        return door.functionOf(number_of(value))
    return door.opaque(repr(value), _keep(value))


def stored(value: Any) -> Any:
    """`to_js` for a value that becomes a property: what Python reads there later is the very list
    or dict that it stored, as in Brython."""
    raw = to_js(value)
    if isinstance(value, (list, tuple, dict)):
        return door.give(raw, _keep(value))
    return raw


def arguments(values: tuple[Any, ...]) -> list[Any]:
    return [value if type(value) in _PLAIN else to_js(value) for value in values]


def _plain_list(values: Iterable[Any]) -> list[Any]:
    return [value if type(value) in _PLAIN else to_js(value) for value in values]


def _js_object(values: Mapping[Any, Any]) -> Any:
    import js

    raw = {str(key): to_js(value) for key, value in values.items()}
    return door.copy(raw, depth=1, dict_converter=js.Object.fromEntries)


# What Python gave ------------------------------------------------------------------------------

_given: dict[int, Any] = {}
_numbers: dict[Any, int] = {}
"""The number of a function: the same one for the same function, also for `self.method`."""
_next_number = count(1).__next__


def _keep(value: Any) -> int:
    number = _next_number()
    _given[number] = value
    return number


def number_of(function: Any) -> int:
    try:
        number = _numbers.get(function)
        if number is None:
            number = _numbers[function] = _keep(function)
    except TypeError:  # unhashable
        number = _keep(function)
    return number


def known_number(function: Any) -> int:
    """0 for a function that JavaScript does not hold."""
    try:
        return _numbers.get(function, 0)
    except TypeError:
        return 0


def given(number: int) -> Any:
    return _given[number]


def _release(number: int) -> None:
    value = _given.pop(number, None)
    try:
        if _numbers.get(value) == number:
            del _numbers[value]
    except TypeError:
        pass


def _dispatch(number: int, *values: Any) -> Any:
    """JavaScript calls a function that Python gave."""
    try:
        function = _given[number]
        result = function(*map(to_python, values))
        if result is None or type(result) in _PLAIN:
            return result
        if hasattr(result, "__await__") and not isinstance(result, Wrapper):
            return _promised(_report.start(result))
        return to_js(result)
    except BaseException as error:
        _report.report(error)
        if isinstance(error, KeyboardInterrupt):
            raise
    return None


def _promised(task: Any) -> Any:
    """For JavaScript: the promise of a coroutine's result."""
    deferred = door.deferred()

    def settle(task: Any) -> None:
        if task.cancelled():
            deferred.fail("cancelled")
        elif error := task.exception():
            deferred.fail(f"{type(error).__name__}: {error}")
        else:
            result = task.result()
            deferred.succeed(result if result is None else to_js(result))

    task.add_done_callback(settle)
    return deferred


def _timer_ended(key: int, *time: float) -> None:
    from browser.timer import ended

    ended(key, *time)


# Nodes -----------------------------------------------------------------------------------------

_nodes: dict[int, "_Reference"] = {}
_node_class: Any = None
next_node_id = count(1, 2).__next__
"""Odd numbers for the nodes that Python makes; those that it meets get even ones in JavaScript."""


class _Reference(weakref.ref[Any]):
    __slots__ = ("id",)

    id: int


def _forget(reference: Any) -> None:
    number = reference.id
    if _nodes.get(number) is reference:
        del _nodes[number]


def node(raw: Any, node_id: int) -> Any:
    """The one wrapper of a node."""
    known = _nodes.get(node_id)
    if known is not None:
        wrapper = known()
        if wrapper is not None:
            return wrapper
    if _node_class is None:
        __import__("browser.dom.node")
    wrapper = _node_class.__new__(_node_class)
    adopt(wrapper, raw, node_id)
    return wrapper


def adopt(wrapper: Any, raw: Any, node_id: int) -> None:
    """Makes `wrapper` the one of its node."""
    object.__setattr__(wrapper, "_js", raw)
    _nodes[node_id] = reference = _Reference(wrapper, _forget)
    reference.id = node_id


def nodes_are(node_class: Any) -> None:
    global _node_class
    _node_class = node_class


def wraps(kind: int, wrap: Callable[[Any], Any]) -> None:
    _wrappers[kind] = wrap

"""Values between Python and JavaScript; js_shim/bridge/dom.ts is behind this bridge.

`to_python` converts values that come from JavaScript, `to_js` values that go there. JavaScript
knows a function of Python by a number; `_given` keeps it for as long as JavaScript holds it.
"""

from collections.abc import Callable, Iterable, Mapping
from itertools import count
from typing import Any

from browser import _codes, _host, _node_table, _report
from browser._codes import GIVEN

_PLAIN = frozenset({str, int, float, bool})
_MODULES = {
    _codes.OBJECT: "browser._objects",
    _codes.ARRAY: "browser._arrays",
    _codes.FUNCTION: "browser._objects",
    _codes.EVENT: "browser.dom._events",
    _codes.PROMISE: "browser._objects",
    _codes.OPTIONS: "browser._arrays",
    _codes.ERROR: "browser._objects",
    _codes.COLLECTION: "browser._collections",
    _codes.BUFFER: "browser._collections",
    _codes.TYPED_ARRAY: "browser._collections",
    _codes.DERIVED: "browser._classes",
}
"""The modules that wrap values from JavaScript. Each is imported when its first value arrives, and
registers itself: this module does not depend on them."""

_wrappers: dict[int, Callable[[Any], Any]] = {}
"""Makes the wrapper of each kind."""


class Wrapper:
    """A JavaScript value in Python; `_js` is the raw value."""

    __slots__ = ("__weakref__", "_js")

    _js: Any
    _is_bound = False
    """Whether it is a function that JavaScript gets together with its `this`."""


class ArrayBuffer(bytes):
    """Bytes that JavaScript receives as an ArrayBuffer; it receives others as a Uint8Array."""

    __slots__ = ()


class _Bridge:
    """js_shim/bridge/dom.ts, connected on first use; its functions are attributes."""

    def __getattr__(self, name: str) -> Any:
        connected = self.__dict__
        if "_shim" not in connected:
            shim = _host.js_shim().dom
            from pyodide.ffi import JsProxy, create_proxy, jsnull, to_js

            connected.update(_shim=shim, JsProxy=JsProxy, null=jsnull, copy=to_js)
            shim.connect(*map(create_proxy, (_dispatch, _release, _timer_ended)))
        if name not in connected:
            connected[name] = getattr(connected["_shim"], name)
        return connected[name]


bridge: Any = _Bridge()


def to_python(value: Any) -> Any:
    """A value from JavaScript for the user's code: str, int, float and bool as they are, None for
    null and undefined, a DOMNode, a DOMEvent, or a JSObject."""
    if value is None or type(value) in _PLAIN:
        return value
    if not isinstance(value, bridge.JsProxy):
        return None if value is bridge.null else value
    kind = bridge.identify(value)
    if kind > 0:
        return _node_table.wrapper_of(value, kind)
    if kind <= GIVEN:
        return _given[GIVEN - kind]
    return wrapped(kind, value)


def wrapped(kind: int, raw: Any) -> Any:
    """The wrapper that the kind has."""
    try:
        wrap = _wrappers[kind]
    except KeyError:
        __import__(_MODULES[kind])
        wrap = _wrappers[kind]
    return wrap(raw)


def copied(value: Any) -> Any:
    """Plain data as dict, list, bytes, …"""
    if isinstance(value, bridge.JsProxy) and hasattr(value, "to_py"):
        value = value.to_py()
    if isinstance(value, dict):
        return {key: copied(item) for key, item in value.items()}
    if isinstance(value, list):
        return [copied(item) for item in value]
    return bytes(value) if isinstance(value, memoryview) else to_python(value)


def to_js(value: Any, callee: Any = None) -> Any:
    """A value for JavaScript. None becomes null; dicts, lists and bytes are copied; a function
    becomes the same JavaScript function each time.

    callee: the raw JavaScript function that receives the value."""
    if type(value) in _PLAIN:
        return value
    if value is None:
        return bridge.null
    if isinstance(value, Wrapper):
        return bridge.functionOf(number_of(value)) if value._is_bound else value._js
    if isinstance(value, (bridge.JsProxy, str, int, float)) or value is bridge.null:
        return value
    if isinstance(value, (list, tuple, set, frozenset, range)):
        return bridge.copy(_plain_list(value))
    if isinstance(value, Mapping):
        return _js_object(value)
    if isinstance(value, (bytes, bytearray, memoryview)):
        return _buffer(value, callee)
    if callable(value):
        return bridge.functionOf(number_of(value))
    return bridge.opaque(repr(value), _keep(value))


def stored(value: Any) -> Any:
    """`to_js` for a value that becomes a property: Python later reads the very list or dict that
    it stored, as in Brython."""
    raw = to_js(value)
    if isinstance(value, (list, tuple, dict)):
        return bridge.give(raw, _keep(value))
    return raw


def arguments(values: tuple[Any, ...], callee: Any = None) -> list[Any]:
    return [value if type(value) in _PLAIN else to_js(value, callee) for value in values]


def _plain_list(values: Iterable[Any]) -> list[Any]:
    return [value if type(value) in _PLAIN else to_js(value) for value in values]


def _buffer(value: bytes | bytearray | memoryview, callee: Any) -> Any:
    """A copy as a typed array, or as an ArrayBuffer for a function that takes nothing else."""
    if isinstance(value, memoryview) and (value.ndim != 1 or value.format not in _FORMATS):
        value = bytes(value)
    array = bridge.copy(value)
    whole = isinstance(value, ArrayBuffer) or (callee is not None and bridge.takesBuffer(callee))
    return array.buffer if whole else array


_FORMATS = frozenset("bBcdfhHiIlLqQ")
"""The formats of memoryview that JavaScript has a typed array for."""


def _js_object(values: Mapping[Any, Any]) -> Any:
    import js

    raw = {str(key): to_js(value) for key, value in values.items()}
    return bridge.copy(raw, depth=1, dict_converter=js.Object.fromEntries)


# Python values that JavaScript holds -----------------------------------------------------------

_given: dict[int, Any] = {}
_numbers: dict[Any, int] = {}
"""A function has one number, and so has `self.method`, which is a new object each time."""
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
    """Returns 0 for a function that JavaScript does not hold."""
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
    """JavaScript calls a function of Python."""
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
    """A JavaScript promise of a task's result."""
    deferred = bridge.deferred()

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
    _on_timer(key, *time)


def timers_call(function: Callable[..., None]) -> None:
    """Sets the function that runs at the end of each timer, with its number."""
    global _on_timer
    _on_timer = function


_on_timer: Any = None


# Classes that Python derives --------------------------------------------------------------------


def base_of(function: Any) -> type:
    """The class that stands for a JavaScript class among the bases of a Python class."""
    if _base_of is None:
        __import__(_MODULES[_codes.DERIVED])
    return _base_of(function)  # type: ignore[no-any-return]


def bases_are(find: Callable[[Any], type]) -> None:
    global _base_of
    _base_of = find


_base_of: Any = None


def wraps(kind: int, wrap: Callable[[Any], Any]) -> None:
    _wrappers[kind] = wrap

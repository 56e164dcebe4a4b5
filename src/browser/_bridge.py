"""Values between Python and JavaScript; js_shim/bridge/dom.ts is behind this bridge.

`to_python` converts values that come from JavaScript, `to_js` values that go there.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from browser import _codes, _given, _handles, _host, _report
from browser._codes import GIVEN

PLAIN = frozenset({str, int, float, bool})
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

_wrappers: dict[int, Any] = {}
"""The class of each kind; of some kinds, a function that makes a wrapper of the raw value."""


class Wrapper:
    """A JavaScript value in Python. `_id` is its handle, `_js` the raw value; whichever is not set
    is made when it is used."""

    __slots__ = ("__weakref__", "_id", "_js")

    _id: int
    _js: Any
    _is_bound = False
    """Whether it is a function that JavaScript gets together with its `this`."""


set_raw: Any = Wrapper.__dict__["_js"].__set__
_raw_of: Any = Wrapper.__dict__["_js"].__get__
_delete_raw: Any = Wrapper.__dict__["_js"].__delete__
_handle_of: Any = Wrapper.__dict__["_id"].__get__
_handles.handles_are(Wrapper.__dict__["_id"].__set__)


def has_handle(wrapper: Wrapper) -> bool:
    try:
        _handle_of(wrapper)
    except AttributeError:
        return False
    return True


def has_raw(wrapper: Wrapper) -> bool:
    try:
        _raw_of(wrapper)
    except AttributeError:
        return False
    return True


def forget_raw(wrapper: Wrapper) -> None:
    """The raw value of a wrapper with a handle can be made again."""
    if has_raw(wrapper):
        _delete_raw(wrapper)


SLOTS = frozenset({"_id", "_js"})


def missing(wrapper: Wrapper, slot: str) -> Any:
    """Makes `_id` from `_js`, or `_js` from `_id`. Raises AttributeError if neither is set."""
    if slot == "_js":
        raw = bridge.objectAt(_handle_of(wrapper))
        set_raw(wrapper, raw)
        return raw
    handle = bridge.hold(_raw_of(wrapper))
    _handles.adopt(wrapper, handle)
    return handle


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
            _handles.connect(shim.release, shim.releaseLater)
            called = (_dispatch, _given.release, _timer_ended, _handles.waits, cells)
            shim.connect(*map(create_proxy, called))
        if name not in connected:
            connected[name] = getattr(connected["_shim"], name)
        return connected[name]


bridge: Any = _Bridge()

cells = memoryview(bytearray(4 * 4096)).cast("i")
"""Memory that JavaScript writes to (js_shim/bridge/results.ts). After a result: whether it is an
object with a kind and a handle, those two. After several results: kinds and handles."""


class _Names(dict[str, int]):
    """JavaScript's numbers of names, which cost less than str."""

    def __missing__(self, name: str) -> int | str:
        if len(self) >= _MOST_NAMES:
            return name
        number = self[name] = bridge.numberOfName(name)
        return number  # type: ignore[no-any-return]


names = _Names()
_MOST_NAMES = 4096


def to_python(value: Any) -> Any:
    """A value from JavaScript for the user's code: str, int, float and bool as they are, None for
    null and undefined, a DOMNode, a DOMEvent, or a JSObject."""
    if value is None:
        return held() if cells[0] else None
    if type(value) in PLAIN:
        return value
    if not isinstance(value, bridge.JsProxy):
        return None if value is bridge.null else value
    kind = bridge.identify(value)
    if kind > 0:
        return _handles.node(kind)
    if kind <= GIVEN:
        return _given.values[GIVEN - kind]
    return wrapped(kind, value)


def held() -> Any:
    """The object whose kind and handle JavaScript has written."""
    cells[0] = 0
    kind = cells[1]
    wrapper = _handles.node(kind) if kind > 0 else _object(kind, cells[2])
    _handles.settle()
    return wrapper


def several(found: Any) -> list[Any]:
    """All values of a result: their number if JavaScript has written kinds and handles, or a
    JavaScript array."""
    if type(found) is not int:
        return [to_python(value) for value in found]
    flat = cells[: 2 * found].tolist()
    cells[0] = 0
    node = _handles.node
    wrappers = [
        node(kind) if kind > 0 else _object(kind, handle)
        for kind, handle in zip(flat[::2], flat[1::2], strict=True)
    ]
    _handles.settle()
    return wrappers


def _object(kind: int, handle: int) -> Any:
    if kind <= GIVEN:
        return _given.values[GIVEN - kind]
    wrapper = _handles.living(handle)
    if wrapper is None:
        wrapper = object.__new__(_wrappers.get(kind) or _wrapper_class(kind))
        _handles.adopt(wrapper, handle)
    return wrapper


def wrapped(kind: int, raw: Any) -> Any:
    """The wrapper that the kind has, for the raw value."""
    wrapper_class = _wrapper_class(kind)
    if isinstance(wrapper_class, type):
        return _object(kind, bridge.holdOnce(raw))
    return wrapper_class(raw)


def _wrapper_class(kind: int) -> Any:
    try:
        return _wrappers[kind]
    except KeyError:
        __import__(_MODULES[kind])
        return _wrappers[kind]


def finite[**P, R](function: Callable[P, R]) -> Callable[P, R]:
    """Decorator: raises ValueError if a value contains itself."""

    def checked(*values: P.args, **keywords: P.kwargs) -> R:
        try:
            return function(*values, **keywords)
        except RecursionError:
            raise ValueError("the value contains itself, or is nested too deeply") from None

    return checked


@finite
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

    callee: the JavaScript function that receives the value."""
    if type(value) in PLAIN:
        return value
    if value is None:
        return bridge.null
    if isinstance(value, Wrapper):
        return bridge.functionOf(_given.number_of(value)) if value._is_bound else value._js
    if isinstance(value, (bridge.JsProxy, str, int, float)) or value is bridge.null:
        return value
    if isinstance(value, (list, tuple, set, frozenset, range)):
        return bridge.copy(_plain_list(value))
    if isinstance(value, Mapping):
        return _js_object(value)
    if isinstance(value, (bytes, bytearray, memoryview)):
        return _buffer(value, callee)
    if callable(value):
        return bridge.functionOf(_given.number_of(value))
    return bridge.opaque(repr(value), _given.keep(value))


def stored(value: Any) -> Any:
    """`to_js` for a value that becomes a property: Python later reads the very list or dict that
    it stored, as in Brython."""
    raw = to_js(value)
    if isinstance(value, (list, tuple, dict)):
        return bridge.give(raw, _given.keep(value))
    return raw


def raw_arguments(values: tuple[Any, ...], callee: Any = None) -> list[Any]:
    return [value if type(value) in PLAIN else to_js(value, callee) for value in values]


def arguments(values: tuple[Any, ...], callee: Any) -> list[Any]:
    """For `call` and `construct`: which of the values are handles, as bits of an int; the values.

    callee: the JavaScript function that receives them."""
    given: list[Any] = [0]
    for value in values:
        if type(value) in PLAIN:
            given.append(value)
        elif isinstance(value, Wrapper) and not value._is_bound and len(given) < _MOST_BITS:
            given[0] |= 1 << len(given) - 1
            given.append(value._id)
        else:
            given.append(to_js(value, callee))
    return given


_MOST_BITS = 31


@finite
def _plain_list(values: Iterable[Any]) -> list[Any]:
    return [value if type(value) in PLAIN else to_js(value) for value in values]


def _buffer(value: bytes | bytearray | memoryview, callee: Any) -> Any:
    """A copy as a typed array, or as an ArrayBuffer for a function that takes nothing else."""
    if isinstance(value, memoryview) and (value.ndim != 1 or value.format not in _FORMATS):
        value = bytes(value)
    array = bridge.copy(value)
    whole = isinstance(value, ArrayBuffer) or (
        callee is not None and bridge.takesBuffer(callee._id)
    )
    return array.buffer if whole else array


_FORMATS = frozenset("bBcdfhHiIlLqQ")
"""The formats of memoryview that JavaScript has a typed array for."""


@finite
def _js_object(values: Mapping[Any, Any]) -> Any:
    entries: list[Any] = []
    for key, value in values.items():
        entries += (str(key), value if type(value) in PLAIN else to_js(value))
    return bridge.objectOf(*entries)


# Calls from JavaScript --------------------------------------------------------------------------


def _dispatch(number: int, *values: Any) -> Any:
    """JavaScript calls a function of Python."""
    try:
        arguments = [to_python(value) for value in values]  # first: nothing may come between
        result = _given.values[number](*arguments)
        if result is None or type(result) in PLAIN:
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


def wraps(kind: int, wrapper: Callable[[Any], Any]) -> None:
    """`wrapper`: a subclass of Wrapper, or a function that makes a wrapper of the raw value."""
    _wrappers[kind] = wrapper

"""JavaScript objects, functions and promises in Python."""

from collections.abc import Awaitable, Callable, Generator, Iterator
from keyword import iskeyword
from typing import TYPE_CHECKING, Any, Self, overload

from browser import _bridge, _codes, _listeners
from browser._bridge import PLAIN, SLOTS, Wrapper, bridge, cells, names, to_js, to_python
from browser._secrets import redact_urls

_SHOWN = frozenset({"Boolean", "Date", "Number", "RegExp", "String", "Symbol"})
"""Classes with their text in the repr; the text of others, such as URL, may hold a password."""


class JSObject(Wrapper):
    """A JavaScript object. Its properties are attributes and items; its methods take and return
    Python values. `new` makes an instance of a class: ``window.Date.new(2026, 0, 31)``."""

    __slots__ = ()

    def __init__(self, raw: Any) -> None:
        self._js = to_js(raw)

    def __getattr__(self, name: str) -> Any:
        if name in SLOTS:
            return _bridge.missing(self, name)
        value = bridge.get(self._id, names[name])
        return value if type(value) in PLAIN else self._wrapped(name, value)

    def _wrapped(self, name: str, value: Any) -> Any:
        """What a property is for the program, if it is no plain value."""
        if value is None and not cells[0]:
            return self._undefined(name)
        return to_python(value)

    def _undefined(self, name: str) -> Any:
        """A property may exist and hold `undefined`; `from_` is the property `from`."""
        if not bridge.has(self._id, name):
            if name.endswith("_") and iskeyword(name[:-1]):
                return self.__getattr__(name[:-1])
            if name == "keys" and class_of(self) == "Object":  # what dict() asks for
                return lambda: list(self)
            what = f"JavaScript {class_of(self)} object"
            raise AttributeError(f"{what} has no property {name!r}", name=name, obj=self)
        return None

    def __setattr__(self, name: str, value: Any) -> None:
        if type(value) in PLAIN:
            bridge.set(self._id, names[name], value)
        elif name in SLOTS:
            object.__setattr__(self, name, value)
        else:
            bridge.set(self._id, names[name], _bridge.stored(value))

    def __delattr__(self, name: str) -> None:
        if not bridge.remove(self._id, name):
            raise AttributeError(f"there is no property {name!r} to delete", name=name, obj=self)

    def __getitem__(self, key: Any) -> Any:
        name = str(key)
        try:
            return self._wrapped(name, bridge.get(self._id, name))
        except AttributeError:
            raise KeyError(key) from None

    def __setitem__(self, key: Any, value: Any) -> None:
        bridge.set(self._id, str(key), _bridge.stored(value))

    def __delitem__(self, key: Any) -> None:
        if not bridge.remove(self._id, str(key)):
            raise KeyError(key)

    def __contains__(self, key: Any) -> bool:
        return bool(bridge.has(self._id, str(key)))

    def __iter__(self) -> Iterator[Any]:
        return iter(_bridge.several(bridge.itemsOf(self._id)))

    def __len__(self) -> int:
        return int(bridge.sizeOf(self._id))

    def __bytes__(self) -> bytes:
        raise TypeError(f"a JavaScript {class_of(self)} has no bytes")

    def __bool__(self) -> bool:
        return True

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Wrapper):
            return bool(bridge.same(self._id, other._id))
        return NotImplemented

    def __hash__(self) -> int:
        return int(bridge.idOf(self._id))

    def __call__(self, *values: Any, **keywords: Any) -> Any:
        """Calls the function. Keyword arguments become one object, the last argument:
        ``element.scrollTo(top=5)``."""
        if keywords:
            values = with_options(values, keywords)
        for value in values:
            if type(value) not in PLAIN:
                given = _bridge.arguments(values, self)
                return to_python(bridge.callWith(self._id, *given))
        result = bridge.call(self._id, *values)
        return result if type(result) in PLAIN else to_python(result)

    def new(self, *values: Any, **keywords: Any) -> Any:
        """Makes an instance, as `new` in JavaScript. Keyword arguments as in a call."""
        if keywords:
            values = with_options(values, keywords)
        for value in values:
            if type(value) not in PLAIN:
                given = _bridge.arguments(values, self)
                return to_python(bridge.constructWith(self._id, *given))
        return to_python(bridge.construct(self._id, *values))

    if TYPE_CHECKING:

        @overload
        def bind(
            self, event: str, function: Callable[[Any], object], options: object = None
        ) -> Self: ...
        @overload
        def bind[F: Callable[[Any], object]](
            self, event: str, *, options: object = None
        ) -> Callable[[F], F]: ...

    def bind(self, event: Any, *values: Any, **keywords: Any) -> Any:
        """Calls `function(event)` at each event of this type, for any object that has events.
        Without a function: a decorator. Of any other object it is JavaScript's own `bind`."""
        if not bridge.has(self._id, "addEventListener"):
            return self.__getattr__("bind")(event, *values, **keywords)
        return _listeners.bind(self, event, *values, **keywords)

    def unbind(self, event: str = "", *functions: Any) -> None:
        """Removes the given listeners of an event, or all of the event, or all."""
        if not bridge.has(self._id, "addEventListener"):
            self.__getattr__("unbind")(*([event] if event else []), *functions)
            return
        _listeners.unbind(self, event, *functions)

    def to_dict(self) -> dict[str, Any]:
        """The object's own properties as a dict; objects and arrays in it as dicts and lists."""
        return {key: plain(self[key]) for key in bridge.keysOf(self._id)}

    def _plain(self) -> Any:
        return self.to_dict() if class_of(self) == "Object" else self

    def __dir__(self) -> list[str]:
        found = {*object.__dir__(self), *bridge.namesOf(self._id)}
        return sorted(filter(str.isidentifier, found))

    def __str__(self) -> str:
        return bridge.textOf(self._id) or repr(self)

    def __repr__(self) -> str:
        text = bridge.jsonOf(self._id)
        if class_of(self) in _SHOWN:
            text = bridge.textOf(self._id)
        text = redact_urls(text)
        text = text if len(text) < 200 else f"{text[:200]}…"
        return f"<JavaScript {class_of(self)}{': ' if text else ''}{text}>"


def with_options(values: tuple[Any, ...], keywords: dict[str, Any]) -> tuple[Any, ...]:
    """The arguments for JavaScript: keyword arguments become one object, the last argument. In it
    `from_` is the property `from`."""
    options = {
        name[:-1] if name.endswith("_") and iskeyword(name[:-1]) else name: value
        for name, value in keywords.items()
    }
    return (*values, options)


def class_of(value: Wrapper) -> str:
    return str(bridge.classNameOf(value._id))


@_bridge.finite
def plain(value: Any) -> Any:
    """An object as a dict, an array as a list, whatever is in them, too; else the value itself."""
    return value._plain() if isinstance(value, JSObject) else value


class JSFunction(JSObject):
    """A function or a class. A method remembers its object."""

    __slots__ = ()

    def __len__(self) -> int:
        return int(self.length)

    def __mro_entries__(self, bases: tuple[Any, ...]) -> tuple[type, ...]:
        return (_bridge.base_of(self),)

    def __instancecheck__(self, value: object) -> bool:
        return isinstance(value, Wrapper) and bool(bridge.isInstance(value._id, self._id))

    def bind(self, this: Any = None, *values: Any) -> Any:  # type: ignore[override]
        """A function with `this` and its first arguments set, as in JavaScript."""
        return self.__getattr__("bind")(this, *values)

    def __repr__(self) -> str:
        return f"<JavaScript function {self.name}>"

    __str__ = __repr__


class NodeMethod(JSFunction):
    """A method of a node. It remembers the node in JavaScript, too: ``window.setTimeout(a.focus)``
    and ``button.bind("click", a.remove)``, as in Brython."""

    __slots__ = ()

    _is_bound = True

    def __eq__(self, other: object) -> bool:
        if isinstance(other, NodeMethod):
            return bool(bridge.sameMethod(self._id, other._id))
        return False

    __hash__ = JSFunction.__hash__


class JSPromise(JSObject, Awaitable[Any]):
    """A promise: `await` it, or `.then(f)`."""

    __slots__ = ()

    def __await__(self) -> Generator[Any, Any, Any]:
        result = yield from bridge.settled(self._js).__await__()
        return to_python(result)


def _error(raw: Any) -> Any:
    """JavaScript's errors are exceptions, as in `except JavascriptError`."""
    return raw if isinstance(raw, Exception) else _bridge.wrapped(_codes.OBJECT, raw)


_bridge.wraps(_codes.ERROR, _error)
_bridge.wraps(_codes.OBJECT, JSObject)
_bridge.wraps(_codes.FUNCTION, JSFunction)


def _promise(raw: Any) -> JSPromise:
    wrapped = JSPromise.__new__(JSPromise)
    wrapped._js = raw.promise
    return wrapped


_bridge.wraps(_codes.PROMISE, _promise)

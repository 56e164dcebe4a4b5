"""JavaScript's objects, functions, arrays and promises as Python sees them."""

from collections.abc import Awaitable, Generator, Iterator, MutableSequence
from keyword import iskeyword
from typing import Any

from browser import _js
from browser._js import Wrapper, door, to_js, to_python

_SHOWN = frozenset({"Boolean", "Date", "Error", "Number", "RegExp", "String", "Symbol"})
"""Classes whose text is their repr; a URL's could hold a password."""
_FIELDS = frozenset({"_js", "_this"})


class JSObject(Wrapper):
    """An object of JavaScript's: its properties are attributes and items, its methods are called
    with Python values. `new` creates, where it is a class: ``window.Date.new(2026, 0, 31)``."""

    __slots__ = ()

    def __init__(self, raw: Any) -> None:
        self._js = to_js(raw)

    def __getattr__(self, name: str) -> Any:
        value = door.get(self._js, name)
        if value is None:
            return self._undefined(name)
        wrapped = to_python(value)
        if type(wrapped) is JSFunction:
            wrapped._this = self._js
        return wrapped

    def _undefined(self, name: str) -> Any:
        """A property may be there and hold `undefined`; `from_` is the property `from`."""
        if not door.has(self._js, name):
            if name.endswith("_") and iskeyword(name[:-1]):
                return self.__getattr__(name[:-1])
            if name == "keys" and _class_of(self) == "Object":  # what dict() asks for
                return lambda: list(self)
            what = f"JavaScript {_class_of(self)} object"
            raise AttributeError(f"{what} has no property {name!r}", name=name, obj=self)
        return None

    def __setattr__(self, name: str, value: Any) -> None:
        if name in _FIELDS:
            object.__setattr__(self, name, value)
        else:
            door.set(self._js, name, _js.stored(value))

    def __delattr__(self, name: str) -> None:
        if not door.remove(self._js, name):
            raise AttributeError(f"there is no property {name!r} to delete", name=name, obj=self)

    def __getitem__(self, key: Any) -> Any:
        try:
            return self.__getattr__(str(key))
        except AttributeError:
            raise KeyError(key) from None

    def __setitem__(self, key: Any, value: Any) -> None:
        door.set(self._js, str(key), _js.stored(value))

    def __delitem__(self, key: Any) -> None:
        if not door.remove(self._js, str(key)):
            raise KeyError(key)

    def __contains__(self, key: Any) -> bool:
        return bool(door.has(self._js, str(key)))

    def __iter__(self) -> Iterator[Any]:
        return map(to_python, list(door.itemsOf(self._js)))

    def __len__(self) -> int:
        return int(door.sizeOf(self._js))

    def __bool__(self) -> bool:
        return True

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Wrapper):
            return bool(self._js == other._js)
        return NotImplemented

    def __hash__(self) -> int:
        return int(door.idOf(self._js))

    def __call__(self, *values: Any, **keywords: Any) -> Any:
        if keywords:
            raise TypeError("a JavaScript function takes no keyword arguments")
        this = getattr(self, "_this", None)
        return to_python(door.call(self._js, this, *_js.arguments(values)))

    def new(self, *values: Any) -> Any:
        """What `new` does in JavaScript."""
        return to_python(door.construct(self._js, *_js.arguments(values)))

    def bind(self, event: str, function: Any = ..., options: Any = None) -> Any:
        """Calls `function(event)` when the event happens: on anything that has events."""
        if not door.has(self._js, "addEventListener"):
            return self.__getattr__("bind")(event, *([] if function is ... else [function]))
        from browser.dom.events import bind

        return bind(self, event, function, options)

    def unbind(self, event: str = "", *functions: Any) -> None:
        if not door.has(self._js, "addEventListener"):
            self.__getattr__("unbind")(*([event] if event else []), *functions)
            return
        from browser.dom.events import unbind

        unbind(self, event, *functions)

    def to_dict(self) -> dict[str, Any]:
        """The object's own properties, and theirs, as plain dicts and lists."""
        return {key: _plain(self[key]) for key in door.keysOf(self._js)}

    def __dir__(self) -> list[str]:
        return sorted({*object.__dir__(self), *door.namesOf(self._js)})

    def __str__(self) -> str:
        return door.textOf(self._js) or repr(self)

    def __repr__(self) -> str:
        text = door.jsonOf(self._js)
        if _class_of(self) in _SHOWN:
            text = door.textOf(self._js)
        text = text if len(text) < 200 else f"{text[:200]}…"
        return f"<JavaScript {_class_of(self)}{': ' if text else ''}{text}>"


def _class_of(value: Wrapper) -> str:
    return str(door.classOf(value._js))


def _plain(value: Any) -> Any:
    if isinstance(value, JSArray):
        return [_plain(item) for item in value]
    if type(value) is JSObject and _class_of(value) == "Object":
        return value.to_dict()
    return value


class JSFunction(JSObject):
    """A function or a class; as a method it remembers whose."""

    __slots__ = ("_this",)

    def __init__(self, raw: Any) -> None:
        self._js = raw
        self._this = None

    def __len__(self) -> int:
        return int(self.length)

    def __repr__(self) -> str:
        return f"<JavaScript function {self.name}>"

    __str__ = __repr__


class JSArray(JSObject, MutableSequence[Any]):
    """An array, or a collection such as NodeList and FileList: a sequence for Python."""

    __slots__ = ()

    def __getitem__(self, key: Any) -> Any:
        if isinstance(key, slice):
            return list(self)[key]
        if isinstance(key, int):
            return to_python(door.get(self._js, str(self._index(key))))
        return super().__getitem__(key)

    def __setitem__(self, key: Any, value: Any) -> None:
        if isinstance(key, slice):
            values = list(self)
            values[key] = value
            self._splice(0, len(self), values)
        elif isinstance(key, int):
            door.set(self._js, str(self._index(key)), to_js(value))
        else:
            super().__setitem__(key, value)

    def __delitem__(self, key: Any) -> None:
        if isinstance(key, slice):
            values = list(self)
            del values[key]
            self._splice(0, len(self), values)
        elif isinstance(key, int):
            self._splice(self._index(key), 1, [])
        else:
            super().__delitem__(key)

    def _index(self, key: int) -> int:
        index = key if key >= 0 else len(self) + key
        if not 0 <= index < len(self):
            raise IndexError(f"index {key} is out of range: there are {len(self)}")
        return index

    def _splice(self, start: int, number: int, values: list[Any]) -> None:
        door.splice(self._js, start, number, *map(to_js, values))

    def insert(self, index: int, value: Any) -> None:
        self._splice(index, 0, [value])

    def __contains__(self, value: Any) -> bool:
        return any(item is value or item == value for item in self)

    def __bool__(self) -> bool:
        return len(self) > 0 or _class_of(self) != "Array"

    def __eq__(self, other: object) -> bool:
        if isinstance(other, (list, tuple)):
            return list(self) == list(other)
        return super().__eq__(other)

    __hash__ = JSObject.__hash__

    def __add__(self, other: Any) -> list[Any]:
        return [*self, *other]

    def __radd__(self, other: Any) -> list[Any]:
        return [*other, *self]

    def __str__(self) -> str:
        return str(list(self))

    def __bytes__(self) -> bytes:
        return bytes(self._js.to_bytes() if hasattr(self._js, "to_bytes") else list(self))


def _list_method(name: str) -> Any:
    """A method of lists, but where a collection has its own of that name, the collection's:
    `classList.remove`, `style.clear`."""
    of_lists = getattr(MutableSequence, name)

    def get(self: JSArray) -> Any:
        if type(self) is JSArray and _class_of(self) != "Array" and door.has(self._js, name):
            return self.__getattr__(name)
        return of_lists.__get__(self)

    return property(get)


for _name in ("append", "clear", "count", "extend", "index", "pop", "remove", "reverse"):
    setattr(JSArray, _name, _list_method(_name))


class Options(JSArray):
    """The options of a select: `append`, `insert` and `del` work on the list that is shown."""

    __slots__ = ()

    def insert(self, index: int, value: Any) -> None:
        before = index if index >= 0 else max(len(self) + index, 0)
        self._js.add(to_js(value), before if before < len(self) else door.null)

    def __delitem__(self, key: Any) -> None:
        self._js.remove(self._index(key))

    def remove(self, index: int) -> None:
        """As JavaScript has it: by the index."""
        self._js.remove(index)


class JSPromise(JSObject, Awaitable[Any]):
    """A promise: `await` it, or `.then(f)`."""

    __slots__ = ()

    def __await__(self) -> Generator[Any, Any, Any]:
        result = yield from self._js.__await__()
        return to_python(result)


def _wrapping(kind: int, wrapper: Any) -> None:
    def wrap(raw: Any) -> Any:
        wrapped = wrapper.__new__(wrapper)
        wrapped._js = raw
        return wrapped

    _js.wraps(kind, wrap)


for _kind, _wrapper in {0: JSObject, -1: JSArray, -5: Options}.items():
    _wrapping(_kind, _wrapper)
_js.wraps(-2, JSFunction)


def _promise(raw: Any) -> JSPromise:
    wrapped = JSPromise.__new__(JSPromise)
    wrapped._js = raw.promise
    return wrapped


_js.wraps(-4, _promise)

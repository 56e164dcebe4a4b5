"""Python classes that inherit from a JavaScript class: ``class Square(window.Rectangle)``.

An instance is a JavaScript object. JavaScript sees the methods and properties of the Python class,
so its own methods call the ones that Python overrides.
"""

from abc import ABCMeta
from collections.abc import Callable, Mapping
from types import FunctionType
from typing import Any

from browser import _bridge, _codes, _given, _handles
from browser._arrays import JSArray
from browser._bridge import SLOTS, Wrapper, bridge, to_python
from browser._collections import JSCollection, JSTypedArray
from browser._objects import JSFunction, JSObject, with_options


class JSClass(ABCMeta):
    """The type of these classes: static methods of the JavaScript class are attributes."""

    def __getattr__(cls, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(f"type object {cls.__name__!r} has no attribute {name!r}")
        return getattr(JSFunction(cls._derived), name)


class Instance(JSObject, metaclass=JSClass):
    """What these classes have in common."""

    _base: Any = None
    """The raw JavaScript class that makes the objects."""
    _derived: Any = None
    """The raw JavaScript class of this Python class."""

    def __init__(self, *values: Any, **keywords: Any) -> None:
        before = self._js if _bridge.has_raw(self) else None
        given = _bridge.raw_arguments(_with_options(values, keywords), JSFunction(self._base))
        made = bridge.constructAs(self._base, self._derived, before, *given)
        _bridge.set_raw(self, made)
        _handles.adopt(self, bridge.holdOnce(made))

    @classmethod
    def new(cls, *values: Any, **keywords: Any) -> Any:
        """Makes an instance, as for a JavaScript class."""
        return cls(*values, **keywords)

    def __getattr__(self, name: str) -> Any:
        if name in SLOTS and not _bridge.has_raw(self):
            Instance.__init__(self)  # the program has not called it yet
            return getattr(self, name)
        return super().__getattr__(name)

    def __setattr__(self, name: str, value: Any) -> None:
        members = (one.__dict__[name] for one in type(self).__mro__ if name in one.__dict__)
        if hasattr(next(members, None), "__set__"):
            object.__setattr__(self, name, value)
        else:
            super().__setattr__(name, value)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} object>"

    def __init_subclass__(cls, **keywords: Any) -> None:
        super().__init_subclass__(**keywords)
        if "_derived" in cls.__dict__:
            return
        number, members = _given.number_of(cls), members_for_javascript(cls.__dict__)
        cls._derived = bridge.derive(cls._derived, number, cls.__name__, *members)


def members_for_javascript(namespace: Mapping[str, Any]) -> list[Any]:
    """The methods and properties of a Python class, as `derive` in JavaScript takes them."""
    members: list[Any] = []
    for name, member in namespace.items():
        if name.startswith("__"):
            continue
        if isinstance(member, FunctionType):
            members += [name, _for_javascript(member), False]
        elif isinstance(member, property):
            members += [name, _for_javascript(member.fget), _for_javascript(member.fset)]
    return members


def _for_javascript(function: Callable[..., Any] | None) -> Any:
    """A JavaScript function that calls a method with `this`; undefined for None."""
    if function is None:
        return None

    def method(*values: Any) -> Any:
        return function(to_python(bridge.currentThis()), *values)

    return bridge.functionOf(_given.number_of(method))


def _with_options(values: tuple[Any, ...], keywords: dict[str, Any]) -> tuple[Any, ...]:
    return with_options(values, keywords) if keywords else values


_bases: dict[int, type] = {}


def base(function: JSFunction) -> type:
    """The class that stands for a JavaScript class among the bases of a Python class.

    Raises TypeError if it is not a class, or if Python has a better base."""
    raw = function._js
    number = bridge.idOf(function._id)
    if number not in _bases:
        kind, *members = bridge.membersOf(raw)
        if kind == "function":
            raise TypeError(f"{function!r} is not a class: a Python class cannot inherit from it")
        if kind in _INSTEAD:
            raise TypeError(
                f"a Python class cannot inherit from JavaScript's {function.name}: "
                f"inherit from {_INSTEAD[kind]}"
            )
        names: dict[str, Any] = {"_base": raw, "_derived": raw, "__module__": __name__}
        for name, is_method in zip(members[::2], members[1::2], strict=True):
            names[name] = _method(raw, name) if is_method else _property(raw, name)
        bases = (Instance, *_KINDS.get(kind, ()))
        _bases[number] = JSClass(function.name, bases, names)
    return _bases[number]


_INSTEAD = {"Node": "a class of browser.html, such as html.DIV", "Error": "Exception"}
_KINDS: dict[str, Any] = {
    "Array": (JSArray,),
    "TypedArray": (JSTypedArray,),
    "Collection": (JSCollection,),
}


def _method(raw: Any, name: str) -> Callable[..., Any]:
    """The method of a JavaScript class, for `super`."""

    def method(self: Wrapper, *values: Any, **keywords: Any) -> Any:
        given = _bridge.raw_arguments(_with_options(values, keywords))
        return to_python(bridge.callOf(raw, name, self._js, *given))

    method.__name__ = name
    return method


def _property(raw: Any, name: str) -> property:
    def get(self: Wrapper) -> Any:
        return to_python(bridge.getOf(raw, name, self._js))

    def set_(self: Wrapper, value: Any) -> None:
        bridge.setOf(raw, name, self._js, _bridge.stored(value))

    return property(get, set_)


def _wrap(raw: Any) -> Any:
    handle = bridge.holdOnce(raw)
    instance = _handles.living(handle)
    if instance is None:
        instance = object.__new__(_given.values[bridge.classNumber(raw)])
        _bridge.set_raw(instance, raw)
        _handles.adopt(instance, handle)
    return instance


_bridge.bases_are(base)
_bridge.wraps(_codes.DERIVED, _wrap)

"""Listeners and events. JavaScript keeps the listeners of a node: they go when the node goes. One
whose closure holds its own node goes by `unbind` only, as neither garbage collector sees the other
half of that circle."""

from collections.abc import Callable, Iterable
from typing import Any

from browser import _js
from browser._js import Wrapper, door, to_js, to_python
from browser._objects import JSObject


class Clipboard:
    """What is dragged or pasted: ``ev.data["text/plain"]``."""

    def __init__(self, transfer: Any) -> None:
        self.data = transfer

    def __getitem__(self, kind: str) -> Any:
        return self.data.getData(kind)

    def __setitem__(self, kind: str, value: str) -> None:
        self.data.setData(kind, value)


class DOMEvent(JSObject):
    """An event: all of its JavaScript properties, and `x`, `y` (from the corner of the document),
    `char`, `data`, `svgX`, `svgY`. ``DOMEvent("name")`` makes one for `dispatchEvent`."""

    __slots__ = ()

    def __init__(self, event_type: str) -> None:
        self._js = door.newEvent(event_type)

    @property
    def x(self) -> Any:
        return self._pointer("X")

    @property
    def y(self) -> Any:
        return self._pointer("Y")

    def _pointer(self, side: str) -> Any:
        value = to_python(door.pointer(self._js, side))
        return JSObject.__getattr__(self, side.lower()) if value is None else value

    @property
    def char(self) -> str:
        return chr(self.which)

    @property
    def data(self) -> Any:
        if transfer := self._own("dataTransfer"):
            return Clipboard(transfer)
        data = door.get(self._js, "data")
        return _js.copied(data) if door.isOfWorker(self._js) else to_python(data)

    @property
    def svgX(self) -> int:
        return self._in_svg("x")

    @property
    def svgY(self) -> int:
        return self._in_svg("y")

    def _in_svg(self, side: str) -> int:
        value = door.pointerInSvg(self._js, side)
        if value is None:
            raise AttributeError("the target of this event is no <svg> element")
        return int(value)

    def _own(self, name: str) -> Any:
        return to_python(door.get(self._js, name))

    def __repr__(self) -> str:
        return f"<DOMEvent {self.type}>"

    __str__ = __repr__


def _wrap(raw: Any) -> DOMEvent:
    event = DOMEvent.__new__(DOMEvent)
    event._js = raw
    return event


_js.wraps(-3, _wrap)


def bind(target: Wrapper, event: str, function: Any = ..., options: Any = None) -> Any:
    """The method `bind` of whatever has events; without a function, a decorator."""
    if function is ...:
        return lambda function: (bind(target, event, function, options), function)[1]
    if not isinstance(event, str):
        raise TypeError(f"the event must be a str such as 'click', not {type(event).__name__}")
    if not callable(function):
        raise TypeError(
            f"the listener for {event!r} must be callable, not {type(function).__name__}: "
            "give the function itself, without calling it"
        )
    number = _js.number_of(function)
    if options is None:
        door.listen(target._js, event, number)
    else:
        door.listen(target._js, event, number, to_js(options))
    return target


def unbind(target: Wrapper, event: str = "", *functions: Any) -> None:
    """Ends listeners: those given, all of the event, or all. A function that is not among the
    event's listeners is a TypeError; it is none where the event has no listeners."""
    listening = bindings(target).get(event) if functions else None
    for function in functions if listening else ():
        number = _js.known_number(function)
        if not number or not door.unlisten(target._js, event, number):
            name = getattr(function, "__name__", repr(function))
            raise TypeError(f"{name} is not bound to {event!r}")
    if not functions:
        door.unlisten(target._js, event or "", 0)


def bindings(target: Wrapper) -> dict[str, list[Any]]:
    """The listeners by event."""
    found: dict[str, list[Any]] = {}
    flat = list(door.listeners(target._js))
    for event, number in zip(flat[::2], flat[1::2], strict=True):
        found.setdefault(event, []).append(_js.given(number))
    return found


def bind_decorator(target: Any, event: str, options: Any = None) -> Callable[[Any], Any]:
    """``@bind(target, "click")``: target is an element, a CSS selector (then all that match now),
    something else that has events, or an iterable of those."""

    def decorate(function: Any) -> Any:
        for one in _targets(target):
            one.bind(event, function, options)
        return function

    return decorate


def _targets(target: Any) -> Iterable[Any]:
    from browser._objects import JSArray

    if isinstance(target, str):
        from browser import document

        return document.select(target)  # type: ignore[no-any-return]
    if isinstance(target, Wrapper) and not isinstance(target, JSArray):
        return [target]
    if hasattr(target, "bind"):
        return [target]
    if isinstance(target, Iterable):
        return target
    raise TypeError(
        f"bind wants an element, a CSS selector or an iterable, not {type(target).__name__}"
    )

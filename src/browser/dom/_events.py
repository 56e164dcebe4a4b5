"""Events and the listeners of nodes."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Self, overload

from browser import _bridge, _codes, _given, _listeners
from browser._bridge import bridge, to_python
from browser._objects import JSObject

if TYPE_CHECKING:
    from browser.dom._declared import ElementProperties, EventProperties
else:
    ElementProperties = EventProperties = JSObject


class Clipboard:
    """The data of a drag or a paste by type: ``ev.data["text/plain"]``."""

    def __init__(self, transfer: Any) -> None:
        self.data = transfer

    def __getitem__(self, kind: str) -> Any:
        return self.data.getData(kind)

    def __setitem__(self, kind: str, value: str) -> None:
        self.data.setData(kind, value)


class DOMEvent(EventProperties):
    """An event with all of its JavaScript properties, and with `x`, `y` (in px, from the corner of
    the document), `char`, `data`, `svgX`, `svgY`. ``DOMEvent("name")`` makes one for
    `dispatchEvent`."""

    __slots__ = ()

    def __init__(self, event_type: str) -> None:
        _bridge.set_raw(self, bridge.newEvent(event_type))

    @property
    def x(self) -> int:
        value = bridge.pointer(self._id, True)
        return JSObject.__getattr__(self, "x") if value is None else value  # type: ignore[no-any-return]

    @property
    def y(self) -> int:
        value = bridge.pointer(self._id, False)
        return JSObject.__getattr__(self, "y") if value is None else value  # type: ignore[no-any-return]

    @property
    def char(self) -> str:
        return chr(self.which)

    @property
    def data(self) -> Any:
        """A Clipboard when something is dragged or pasted, else the event's own data."""
        if transfer := self._own("dataTransfer"):
            return Clipboard(transfer)
        data = self._own("data")
        if isinstance(data, JSObject) and bridge.isOfWorker(self._id):
            return _bridge.copied(data._js)
        return data

    @property
    def svgX(self) -> int:
        return self._in_svg("x")

    @property
    def svgY(self) -> int:
        return self._in_svg("y")

    def _in_svg(self, side: str) -> int:
        value = bridge.pointerInSvg(self._id, side)
        if value is None:
            raise AttributeError("the target of this event is not an <svg> element")
        return int(value)

    def _own(self, name: str) -> Any:
        return to_python(bridge.get(self._id, name))

    def __repr__(self) -> str:
        return f"<DOMEvent {self.type}>"

    __str__ = __repr__


_bridge.wraps(_codes.EVENT, DOMEvent)


class NodeEvents(ElementProperties):
    """The methods of a node for its listeners."""

    __slots__ = ()

    if TYPE_CHECKING:

        @overload
        def bind(
            self, event: str, function: Callable[[DOMEvent], object], options: object = None
        ) -> Self: ...
        @overload
        def bind[F: Callable[[DOMEvent], object]](
            self, event: str, *, options: object = None
        ) -> Callable[[F], F]: ...

    def bind(self, event: str, function: Any = ..., options: Any = None) -> Any:
        """Calls `function(event)` at each event of this type. Without a function: a decorator."""
        return _listeners.bind(self, event, function, options)

    def addEventListener(self, event: str, function: Any, options: Any = None) -> None:
        """As in JavaScript: a function that is added twice is called once."""
        _listeners.add(self, event, function, options)

    def unbind(self, event: str = "", *functions: Any) -> None:
        """Removes the given listeners of an event, or all of the event, or all."""
        _listeners.unbind(self, event, *functions)

    def removeEventListener(self, event: str, function: Any, options: Any = None) -> None:
        if number := _given.known_number(function):
            bridge.unlisten(self._id, event, number)

    def events(self, event: str) -> list[Any]:
        """The listeners of an event."""
        return self.bindings().get(event, [])

    def bindings(self) -> dict[str, list[Any]]:
        return _listeners.bindings(self)

    def trigger(self, event: str) -> None:
        """Fires an event, for example "click"."""
        bridge.trigger(self._id, event)

"""Event listeners of anything in JavaScript that has events.

JavaScript holds the listeners of a node, so they end with the node. A listener that refers to its
own node is a cycle through both garbage collectors: page/_cycles.py frees it.
"""

from typing import Any

from browser import _given
from browser._bridge import Wrapper, bridge, names, to_js


def bind(target: Wrapper, event: str, function: Any = ..., options: Any = None) -> Any:
    """Adds a listener and returns the target; without a function, returns a decorator."""
    if function is ...:
        return lambda function: (bind(target, event, function, options), function)[1]
    _listen(bridge.listen, target, event, function, options)
    return target


def add(target: Wrapper, event: str, function: Any, options: Any = None) -> None:
    """As JavaScript's addEventListener: a function that is added twice is called once."""
    _listen(bridge.addListener, target, event, function, options)


def _listen(listen: Any, target: Wrapper, event: str, function: Any, options: Any) -> None:
    if not isinstance(event, str):
        raise TypeError(f"the event must be a str such as 'click', not {type(event).__name__}")
    if not callable(function):
        raise TypeError(
            f"the listener for {event!r} must be callable, not {type(function).__name__}: "
            "give the function itself, without calling it"
        )
    number = _given.number_of(function)
    if options is None:
        listen(target._id, names[event], number)
    else:
        listen(target._id, names[event], number, to_js(options))


def unbind(target: Wrapper, event: str = "", *functions: Any) -> None:
    """Removes the given listeners of an event, or all of the event, or all.

    Raises TypeError if the event has listeners, but not this one."""
    if not functions:
        bridge.unlisten(target._id, event or "", 0)
        return
    are_some = False
    for function in functions:
        number = _given.known_number(function)
        if number and bridge.unlisten(target._id, names[event], number):
            are_some = True
        elif are_some or event in bindings(target):
            name = getattr(function, "__name__", repr(function))
            raise TypeError(f"{name} is not bound to {event!r}")


def bindings(target: Wrapper) -> dict[str, list[Any]]:
    """The listeners of each event."""
    found: dict[str, list[Any]] = {}
    flat = list(bridge.listeners(target._id))
    for event, number in zip(flat[::2], flat[1::2], strict=True):
        found.setdefault(event, []).append(_given.values[number])
    return found

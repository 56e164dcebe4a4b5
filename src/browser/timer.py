"""Runs functions later: ``set_timeout(f, 500)``, ``set_interval(f, 1000, "an argument")``."""

from collections.abc import Callable
from typing import Any

from browser import _bridge, _report
from browser._bridge import bridge

__all__ = [
    "cancel_animation_frame",
    "clear_interval",
    "clear_timeout",
    "request_animation_frame",
    "set_interval",
    "set_timeout",
]

_waiting: dict[int, tuple[Callable[..., Any], tuple[Any, ...], bool]] = {}
"""Function, arguments and whether it repeats, by the browser's handle; negated for a frame."""


def set_timeout[*Args](function: Callable[[*Args], object], ms: float, *args: *Args) -> int:
    """Runs `function(*args)` once, after `ms` milliseconds. Returns a handle for clear_timeout.

    Raises TypeError if `function` cannot be called or `ms` is not a number."""
    return _start(function, ms, args, False)


def set_interval[*Args](function: Callable[[*Args], object], ms: float, *args: *Args) -> int:
    """Runs `function(*args)` every `ms` milliseconds. Returns a handle for clear_interval.

    Raises TypeError if `function` cannot be called or `ms` is not a number."""
    return _start(function, ms, args, True)


def request_animation_frame(function: Callable[[float], object]) -> int:
    """Runs `function(time)` once, before the next frame is drawn; `time` is in milliseconds.

    Returns a handle for cancel_animation_frame. Raises TypeError if `function` cannot be called."""
    _check(function)
    handle = int(bridge.setFrame())
    _waiting[-handle] = (function, (), False)
    return handle


def clear_timeout(timer: int | None) -> None:
    """Stops a timer. Does nothing if it has ended, or for None."""
    if timer is not None:
        bridge.clearTimer(timer)
        _waiting.pop(timer, None)


clear_interval = clear_timeout


def cancel_animation_frame(timer: int | None) -> None:
    """Cancels a request for a frame. Does nothing if the frame was drawn, or for None."""
    if timer is not None:
        bridge.clearFrame(timer)
        _waiting.pop(-timer, None)


def _start(function: Callable[..., Any], ms: float, args: tuple[Any, ...], repeated: bool) -> int:
    _check(function)
    if not isinstance(ms, (int, float)):
        raise TypeError(f"ms must be a number of milliseconds, not {type(ms).__name__}")
    handle = int(bridge.setTimer(ms, repeated))
    _waiting[handle] = (function, args, repeated)
    return handle


def _check(function: Any) -> None:
    if not callable(function):
        raise TypeError(
            f"a timer takes a function, not {type(function).__name__}: "
            "give the function itself, without calling it"
        )


def ended(key: int, *time: float) -> None:
    """The browser calls this at the end of a timer; a frame passes its time."""
    if key in _waiting:
        function, args, repeated = _waiting[key]
        if not repeated:
            del _waiting[key]
        _report.call(function, *args, *time)


_bridge.timers_call(ended)

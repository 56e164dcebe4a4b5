"""Functions that run later: ``set_timeout(f, 500)``, ``set_interval(f, 1000, "an argument")``."""

from collections.abc import Callable
from typing import Any

from browser import _report
from browser._js import door

__all__ = [
    "cancel_animation_frame",
    "clear_interval",
    "clear_timeout",
    "request_animation_frame",
    "set_interval",
    "set_timeout",
]

_waiting: dict[int, tuple[Callable[..., Any], tuple[Any, ...], bool]] = {}
"""Function, arguments, repeated: by the browser's handle; frames have theirs negated."""


def set_timeout(function: Callable[..., Any], ms: float, *args: Any) -> int:
    """Runs `function(*args)` once, after `ms` milliseconds; returns what clear_timeout takes."""
    return _start(function, ms, args, False)


def set_interval(function: Callable[..., Any], ms: float, *args: Any) -> int:
    """Runs `function(*args)` every `ms` milliseconds; returns what clear_interval takes."""
    return _start(function, ms, args, True)


def request_animation_frame(function: Callable[[float], Any]) -> int:
    """Runs `function(time)` once, before the next frame is drawn; time in milliseconds."""
    _check(function)
    handle = int(door.setFrame())
    _waiting[-handle] = (function, (), False)
    return handle


def clear_timeout(timer: int | None) -> None:
    """Stops it; does nothing for one that has ended, or for None."""
    if timer is not None:
        door.clearTimer(timer)
        _waiting.pop(timer, None)


clear_interval = clear_timeout


def cancel_animation_frame(timer: int | None) -> None:
    """As clear_timeout, for what request_animation_frame returned."""
    if timer is not None:
        door.clearFrame(timer)
        _waiting.pop(-timer, None)


def _start(function: Callable[..., Any], ms: float, args: tuple[Any, ...], repeated: bool) -> int:
    _check(function)
    if not isinstance(ms, (int, float)):
        raise TypeError(f"the time is a number of milliseconds, not {type(ms).__name__}")
    handle = int(door.setTimer(ms, repeated))
    _waiting[handle] = (function, args, repeated)
    return handle


def _check(function: Any) -> None:
    if not callable(function):
        raise TypeError(
            f"a timer runs a function, not {type(function).__name__}: "
            "give the function itself, without calling it"
        )


def ended(key: int, *time: float) -> None:
    """The browser says that a timer has ended; a frame comes with its time."""
    if key in _waiting:
        function, args, repeated = _waiting[key]
        if not repeated:
            del _waiting[key]
        _report.call(function, *args, *time)

"""A request's events: their names, who is called, and what callbacks of XHR's own events get."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from browser import _report
from browser.ajax import shim
from browser.ajax.errors import nearest

if TYPE_CHECKING:
    from browser.ajax.request import Ajax

STATES = ("uninitialized", "loading", "loaded", "interactive", "complete")
"""By readyState, 0 to 4. Their callbacks get the request (seed S3, S4)."""

PROGRESS_EVENTS = ("abort", "error", "load", "loadend", "loadstart", "progress", "timeout")
UPLOAD_EVENTS = tuple(f"upload{name}" for name in PROGRESS_EVENTS)
NAMES = frozenset((*STATES, "readystatechange", *PROGRESS_EVENTS, *UPLOAD_EVENTS))

WANTED = {
    "loaded": 1,
    "interactive": 2,
    "readystatechange": 3,
    "progress": 4,
    "loadstart": 8,
    **dict.fromkeys(UPLOAD_EVENTS, 16),
}
"""What the shim is asked to forward besides the end of the request; bits, as in js_shim/xhr.ts.

An upload listener makes a cross-origin request ask for permission first (a CORS preflight), so it
is attached only when there is a callback for it.
"""


class Listeners:
    """The part of `Ajax` that knows whom to call at which event."""

    _id: int
    _sent: bool
    _done: bool
    _xhr: Any

    def __init__(self) -> None:
        self._listeners: dict[str, list[Callable[..., Any]]] = {}

    def bind(self, evt: str, function: Callable[..., Any]) -> None:
        """Calls `function` at `evt` (seed S3, S4): "loading", "loaded", "interactive" or
        "complete" with the request; one of XMLHttpRequest's own events ("load", "progress",
        "error", "timeout", "uploadprogress", …) with an `Event`. All that are bound run, in
        order; also one that is bound after `send`.

        Raises ValueError for an unknown event, TypeError when `function` is not callable.
        """
        self._listeners.setdefault(check_name(evt), []).append(check_callback(function, evt))
        if evt in WANTED and self._sent and not self._done and self._xhr is not None:
            shim.transport().listen(self._xhr, self._id, self._wanted())

    def unbind(self, evt: str, function: Callable[..., Any] | None = None) -> None:
        """Takes one function away again, or all that `evt` has."""
        functions = self._listeners.get(check_name(evt), [])
        if function is None:
            functions.clear()
        elif function in functions:
            functions.remove(function)

    def _wanted(self) -> int:
        wanted = 0
        for name, functions in self._listeners.items():
            if functions:
                wanted |= WANTED.get(name, 0)
        return wanted

    def _fire(self, name: str, argument: Any) -> None:
        functions = self._listeners.get(name)
        if functions:
            for function in tuple(functions):
                _report.call(function, argument)


class Event:
    """An event of XMLHttpRequest, with the request as its `target`.

    `loaded` and `total` count bytes; `total` is 0 and `lengthComputable` False where the length is
    not known in advance (https://xhr.spec.whatwg.org/#interface-progressevent).
    """

    __slots__ = ("lengthComputable", "loaded", "target", "total", "type")

    def __init__(self, type: str, target: "Ajax", loaded: int = 0, total: int = -1) -> None:
        self.type, self.target, self.loaded = type, target, loaded
        self.lengthComputable = total >= 0
        self.total = max(total, 0)

    @property
    def currentTarget(self) -> "Ajax":
        return self.target

    def __repr__(self) -> str:
        return f"<Event {self.type} {self.loaded}/{self.total if self.lengthComputable else '?'}>"


def check_name(name: Any) -> str:
    """The name, or a ValueError that names the nearest one there is."""
    if not isinstance(name, str):
        raise TypeError(f"an event's name is a str, not {type(name).__name__}")
    if name not in NAMES:
        raise ValueError(
            f"unknown event {name!r}{nearest(name, NAMES)}; known: {', '.join(STATES)}"
        )
    return name


def check_callback(callback: Any, name: str) -> Any:
    if not callable(callback):
        raise TypeError(
            f"the callback for {name!r} must be callable, not {type(callback).__name__}"
            f" ({callback!r:.60}); pass the function itself, without calling it"
        )
    return callback

"""The events of a request: their names, and what the callbacks of XMLHttpRequest's own events
get. Pure."""

from typing import Any

from browser import _codes
from browser.ajax._errors import nearest

STATES = ("uninitialized", "loading", "loaded", "interactive", "complete")
"""By readyState, 0 to 4. Their callbacks get the request."""

PROGRESS_EVENTS = ("abort", "error", "load", "loadend", "loadstart", "progress", "timeout")
UPLOAD_EVENTS = tuple(f"upload{name}" for name in PROGRESS_EVENTS)
NAMES = frozenset((*STATES, "readystatechange", *PROGRESS_EVENTS, *UPLOAD_EVENTS))

WANTED = {
    "loaded": _codes.LOADED,
    "interactive": _codes.INTERACTIVE,
    "readystatechange": _codes.LOADED | _codes.INTERACTIVE | _codes.DONE,
    "progress": _codes.PROGRESS,
    "loadstart": _codes.LOADSTART,
    "loadend": _codes.LOADEND,
    **dict.fromkeys(UPLOAD_EVENTS, _codes.UPLOAD),
}
"""The events that js_shim/bridge/xhr.ts forwards besides the events "load", "error",
"timeout" and "abort", as bits.

An upload listener makes a cross-origin request ask for permission first (a CORS preflight), so it
is attached only when there is a callback for it.
"""


class Event[Target]:
    """An event of XMLHttpRequest; `target` is the request.

    `loaded` and `total` count bytes. `total` is 0 and `lengthComputable` False if the length is not
    known in advance (https://xhr.spec.whatwg.org/#interface-progressevent).
    """

    __slots__ = ("lengthComputable", "loaded", "target", "total", "type")

    def __init__(self, type: str, target: Target, loaded: int = 0, total: int = -1) -> None:
        self.type: str = type
        self.target: Target = target
        self.loaded: int = loaded
        self.lengthComputable: bool = total >= 0
        self.total: int = max(total, 0)

    @property
    def currentTarget(self) -> Target:
        return self.target

    def __repr__(self) -> str:
        return f"<Event {self.type} {self.loaded}/{self.total if self.lengthComputable else '?'}>"


def check_name(name: Any) -> str:
    """Returns the name. Raises ValueError, with the nearest name, if there is no such event."""
    if not isinstance(name, str):
        raise TypeError(f"the name of an event must be a str, not {type(name).__name__}")
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

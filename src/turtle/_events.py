"""Keys and mouse buttons."""

from collections.abc import Callable
from typing import Any

from browser import _report, _window
from turtle._keys import tk_name
from turtle._scene import Scene

type OnPlace = Callable[[float, float], object]
type OnKey = Callable[[], object]

_FIELDS = ("INPUT", "TEXTAREA", "SELECT")
EVERY_KEY = ""


class Events:
    """Listeners of the screen and of its turtles."""

    def __init__(self) -> None:
        self._listening = False
        self._pressed: dict[str, OnKey] = {}
        """By the name of the key; `EVERY_KEY` for all others."""
        self._released: dict[str, OnKey] = {}
        self._clicks: dict[int, list[OnPlace]] = {}
        self._on_turtles: dict[tuple[str, Any, int], list[OnPlace]] = {}
        """By "click", "release" or "drag", the turtle, and the button."""
        self._held: tuple[Any, int] | None = None

    def forget_listeners(self) -> None:
        for listeners in (self._pressed, self._released, self._clicks, self._on_turtles):
            listeners.clear()
        if self._listening:
            self._listening = False
            document = _window.document()
            document.unbind("keydown", self._key_down)
            document.unbind("keyup", self._key_up)

    # Keys ----------------------------------------------------------------------------------------

    def listen(self, xdummy: object = None, ydummy: object = None) -> None:
        """Begins to listen to the keyboard, except while the user types in a field."""
        if not self._listening:
            self._listening = True
            document = _window.document()
            document.bind("keydown", self._key_down)
            document.bind("keyup", self._key_up)

    def onkey(self, fun: OnKey | None, key: str) -> None:
        """Calls `fun()` when the user releases a key: "a", "space", "Up", "Return". None removes
        the function. Call `listen()`, too."""
        _set(self._released, key, fun)

    onkeyrelease = onkey

    def onkeypress(self, fun: OnKey | None, key: str | None = None) -> None:
        """Calls `fun()` when the user presses a key; any key if `key` is None."""
        _set(self._pressed, EVERY_KEY if key is None else key, fun)

    def _key_down(self, event: Any) -> None:
        self._key(event, self._pressed)

    def _key_up(self, event: Any) -> None:
        self._key(event, self._released)

    def _key(self, event: Any, listeners: dict[str, OnKey]) -> None:
        target = event.target
        modified = event.ctrlKey or event.altKey or event.metaKey
        if modified or target.tagName in _FIELDS or getattr(target, "isContentEditable", False):
            return
        name = tk_name(event.key)
        if name in self._pressed or name in self._released:
            event.preventDefault()  # the arrow keys would scroll the page
        function = listeners.get(name) or listeners.get(EVERY_KEY)
        if function is not None:
            _report.call(function)

    # The mouse -----------------------------------------------------------------------------------

    def onclick(self, fun: OnPlace | None, btn: int = 1, add: bool | None = None) -> None:
        """Calls `fun(x, y)` at a click on the drawing. btn: 1 left, 2 middle, 3 right. None
        removes the functions; `add` keeps those before."""
        _place(self._clicks, btn, fun, add)

    onscreenclick = onclick

    def on_turtle(self, kind: str, turtle: Any, fun: OnPlace | None, btn: int, add: Any) -> None:
        _place(self._on_turtles, (kind, turtle, btn), fun, add)
        if kind == "drag":
            self.scene.svg.style.touchAction = "none"  # a finger drags, it does not scroll

    def _connect(self, scene: Scene) -> None:
        scene.svg.bind("pointerdown", self._down)
        scene.svg.bind("pointermove", self._move)
        scene.svg.bind("pointerup", self._up)
        scene.svg.bind("contextmenu", self._menu)

    def _down(self, event: Any) -> None:
        x, y = self.scene.position(event)
        button = event.button + 1
        turtle = self._turtle_at(event)
        if turtle is not None:
            self._held = turtle, button
            if ("drag", turtle, button) in self._on_turtles:
                self.scene.svg.setPointerCapture(event.pointerId)
            self._call("click", turtle, button, x, y)
        for function in tuple(self._clicks.get(button, ())):
            _report.call(function, x, y)

    def _move(self, event: Any) -> None:
        if self._held:
            self._call("drag", *self._held, *self.scene.position(event))

    def _up(self, event: Any) -> None:
        if self._held:
            held, self._held = self._held, None
            self._call("release", *held, *self.scene.position(event))

    def _menu(self, event: Any) -> None:
        if 3 in self._clicks or any(button == 3 for _, _, button in self._on_turtles):
            event.preventDefault()

    def _call(self, kind: str, turtle: Any, button: int, x: float, y: float) -> None:
        for function in tuple(self._on_turtles.get((kind, turtle, button), ())):
            _report.call(function, x, y)

    def _turtle_at(self, event: Any) -> Any:
        for turtle in self.turtles():
            if event.target.inside(turtle._image.node):
                return turtle
        return None

    scene: Any
    turtles: Any


def _set(listeners: dict[str, OnKey], key: str, function: OnKey | None) -> None:
    if function is None:
        listeners.pop(key, None)
    elif callable(function):
        listeners[key] = function
    else:
        raise TypeError(f"a function is needed, not {type(function).__name__}: write it without ()")


def _place(listeners: dict[Any, list[OnPlace]], key: Any, function: Any, add: Any) -> None:
    if function is None:
        listeners.pop(key, None)
    elif not callable(function):
        raise TypeError(f"a function is needed, not {type(function).__name__}: write it without ()")
    elif add:
        listeners.setdefault(key, []).append(function)
    else:
        listeners[key] = [function]

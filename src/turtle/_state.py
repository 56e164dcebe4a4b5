"""What a turtle is at a moment, and what all its parts share."""

from contextlib import AbstractContextManager
from typing import Any, NamedTuple

from browser import svg
from browser.dom._node import DOMNode
from turtle._screen import TurtleScreen


class State(NamedTuple):
    """A turtle at a moment. Each change makes a new one, so undo only keeps the old one."""

    x: float = 0.0
    y: float = 0.0
    angle: float = 0.0
    """In degrees, from east, counterclockwise, in every mode."""
    down: bool = True
    size: float = 1
    pencolor: str = "black"
    fillcolor: str = "black"
    speed: int = 3
    shown: bool = True
    shape: str = "classic"
    stretch: tuple[float, float] = (1.0, 1.0)
    outline: float = 1
    tilt: float = 0.0
    shear: float = 0.0
    resizemode: str = "noresize"


def form(state: State) -> tuple[tuple[float, float], float]:
    """How the resize mode stretches the shape, across and along its direction, and shears it."""
    if state.resizemode == "user":
        return state.stretch, state.shear
    size = max(1.0, state.size / 5) if state.resizemode == "auto" else 1.0
    return (size, size), 0.0


class Image:
    """The turtle in the picture."""

    def __init__(self, screen: TurtleScreen) -> None:
        self._screen = screen
        self.node: DOMNode = svg.g()
        self._look: Any = None

    def show(self, state: State) -> None:
        screen = self._screen
        if not state.shown:
            self.node.remove()
            return
        shape = screen.shape_of(state.shape)
        look = (shape, state.pencolor, state.fillcolor, state.outline)
        if look != self._look:
            self._look = look
            self.node.clear()
            self.node.attach(shape.nodes(*look[1:]))
        self.place(state, state.x, state.y, state.angle)
        if not self.node.isConnected:
            screen.scene.turtles.attach(self.node)

    def place(self, state: State, x: float, y: float, angle: float) -> None:
        self.node.setAttribute("transform", self._transform(state, x, y, angle))

    def stamp(self, state: State) -> DOMNode:
        """A new element that looks like the turtle."""
        transform = self._transform(state, state.x, state.y, state.angle)
        stamp = svg.g(transform=transform)
        shape = self._screen.shape_of(state.shape)
        stamp.attach(shape.nodes(state.pencolor, state.fillcolor, state.outline))
        return stamp

    def _transform(self, state: State, x: float, y: float, angle: float) -> str:
        left, top = self._screen.scene.point(x, y)
        (wide, long), shear = form(state)
        turned = round(90 - angle - state.tilt, 4) % 360
        if self._screen.shape_of(state.shape).kind == "image":
            turned = 0  # as on a desktop, images do not turn
        look = f"matrix({wide} 0 {-shear * long} {long} 0 0)" if shear else f"scale({wide} {long})"
        return f"translate({left} {top}) rotate({turned}) {look}"


class Base:
    """What the parts of a turtle share."""

    screen: TurtleScreen
    _state: State
    _fullcircle: float

    def _change(self, **changes: Any) -> None:
        """Sets attributes of the state, and shows them after all steps before."""
        raise NotImplementedError

    def _one_action(self) -> AbstractContextManager[None]:
        """`undo()` takes back all that the block does."""
        raise NotImplementedError

    def _travel(self, x: float, y: float, draw: bool = True) -> None:
        raise NotImplementedError

    def _turn(self, angle: float) -> None:
        """Turns by an angle in degrees, counterclockwise."""
        raise NotImplementedError

"""What a turtle does, step by step, and how it is taken back."""

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from browser import svg
from browser.dom._node import DOMNode
from turtle._player import Show
from turtle._scene import settings
from turtle._state import Base, Image, State
from turtle._vector import Vec2D


class _Action(NamedTuple):
    """What `undo()` needs."""

    state: State
    nodes: list[DOMNode]
    """What it has added to the drawing."""
    path: list[tuple[float, float]] | None
    """The shape that was being filled."""
    corners: int
    """How many corners it had."""
    back: list[Show]
    """More steps that take it back."""


class Actions(Base):
    """Records the steps of the drawing. The player shows them later."""

    _undo: deque[_Action]

    def _begin(self, shape: str, visible: bool) -> None:
        self._fullcircle = 360.0
        self._image = Image(self.screen)
        self._drawn: set[DOMNode] = set()
        """What this turtle has drawn and the player has shown."""
        self._stamps: dict[int, list[DOMNode]] = {}
        self._first(shape, visible)

    def _first(self, shape: str, visible: bool) -> None:
        """The state at the beginning, and after `reset()`."""
        self._state: State = State(
            angle=90.0 if self.screen._mode == "logo" else 0.0,
            pencolor=settings["pencolor"],
            fillcolor=settings["fillcolor"],
            shape=shape,
            shown=visible,
        )
        self._undo.clear()
        self._action: _Action | None = None
        """That of a block that is one action."""
        self._last: _Action | None = None
        self._path: list[tuple[float, float]] | None = None
        self._fill: list[DOMNode] = []
        self._poly: list[Vec2D] | None = None
        self._creating_poly = False

    def _appear(self) -> None:
        """Puts the turtle on the screen."""
        self.screen.register(self)
        self._refresh()

    def _forget(self) -> None:
        """The screen was cleared. The next action shows the turtle again."""
        state = self._state
        self._begin(state.shape, state.shown)
        self._state = state

    # Steps ---------------------------------------------------------------------------------------

    def _record(self) -> list[DOMNode]:
        """Notes the state for `undo()`. Returns the list for the nodes that the action adds."""
        if self not in self.screen._turtles:
            self._appear()  # it was cleared with the screen
        if self._action is not None:
            return self._action.nodes
        action = _Action(self._state, [], self._path, len(self._path or ()), [])
        self._undo.append(action)
        self._last = action
        return action.nodes

    @contextmanager
    def _one_action(self) -> Iterator[None]:
        if self._action is not None:
            yield
            return
        self._record()
        self._action = self._last
        try:
            yield
        finally:
            self._action = None

    def _refresh(self) -> None:
        image, state = self._image, self._state
        self.screen.show(lambda part: image.show(state))

    def _change(self, **changes: Any) -> None:
        self._record()
        self._state = self._state._replace(**changes)
        self._refresh()

    def _add(self, nodes: list[DOMNode], node: DOMNode) -> None:
        """In a step: adds a node to the drawing."""
        self.screen.scene.drawing.attach(node)
        nodes.append(node)
        self._drawn.add(node)

    def _drop(self, nodes: list[DOMNode]) -> None:
        """In a step: removes nodes from the drawing."""
        for node in nodes:
            node.remove()
            self._drawn.discard(node)
        nodes.clear()

    # Moves ---------------------------------------------------------------------------------------

    def _travel(self, x: float, y: float, draw: bool = True) -> None:
        nodes = self._record()
        old = self._state
        self._state = new = old._replace(x=x, y=y)
        if self._path is not None:
            self._path.append((x, y))
        if self._creating_poly and self._poly is not None:
            self._poly.append(Vec2D(x, y))
        if (x, y) == (old.x, old.y):
            return
        distance = abs(new_position(new) - new_position(old))
        speed = old.speed
        hops = 1 + int(distance / (3 * 1.1**speed * speed)) if speed and draw else 0
        step = self._line(nodes, old, new, draw and old.down)
        self.screen.show(step, self.screen.duration(hops))

    def _line(self, nodes: list[DOMNode], old: State, new: State, drawn: bool) -> Show:
        line: DOMNode | None = None

        def step(part: float) -> None:
            nonlocal line
            x, y = old.x + (new.x - old.x) * part, old.y + (new.y - old.y) * part
            if part == 1:
                x, y = new.x, new.y
            if drawn:
                at_x, at_y = self.screen.scene.point(x, y)
                if line is None:
                    x1, y1 = self.screen.scene.point(old.x, old.y)
                    line = svg.line(
                        x1=x1, y1=y1, x2=at_x, y2=at_y, stroke=old.pencolor or "none",
                        stroke_width=old.size, stroke_linecap="round",
                    )  # fmt: skip
                    self._add(nodes, line)
                else:
                    line.setAttribute("x2", str(at_x))
                    line.setAttribute("y2", str(at_y))
            if new.shown:
                self._image.place(new, x, y, new.angle)

        return step

    def _turn(self, angle: float) -> None:
        self._record()
        old = self._state
        self._state = new = old._replace(angle=old.angle + angle)
        image = self._image
        hops = 1 + int(abs(angle) / (3 * old.speed)) if old.speed else 0

        def step(part: float) -> None:
            image.place(new, new.x, new.y, new.angle - angle * (1 - part))

        if new.shown and angle:
            self.screen.show(step, self.screen.duration(hops))

    # Undo, clear, reset --------------------------------------------------------------------------

    def undo(self) -> None:
        """Takes back the last action. Does nothing if there is none."""
        if not self._undo:
            return
        action = self._undo.pop()
        self._state = action.state
        self._path = action.path
        if self._path is not None:
            del self._path[action.corners :]
        image = self._image

        def step(part: float) -> None:
            self._drop(action.nodes)
            for back in action.back:
                back(part)
            image.show(action.state)

        self.screen.show(step)

    def setundobuffer(self, size: int | None) -> None:
        """Sets how many actions `undo()` can take back; None for none."""
        self._undo = deque(self._undo, maxlen=size or 0)

    def undobufferentries(self) -> int:
        """How many actions `undo()` can take back now."""
        return len(self._undo)

    def clear(self) -> None:
        """Removes what this turtle has drawn. The turtle stays where it is."""
        self._record()
        self._undo.clear()
        self._stamps.clear()
        self._path = None

        def step(part: float) -> None:
            for node in self._drawn:
                node.remove()
            self._drawn.clear()

        self.screen.show(step)

    def reset(self) -> None:
        """Removes what this turtle has drawn, and begins again in the middle."""
        self.clear()
        self._first(settings["shape"], settings["visible"])
        self._refresh()


def new_position(state: State) -> Vec2D:
    return Vec2D(state.x, state.y)

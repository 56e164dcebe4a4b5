"""The turtle: it draws lines, shapes, dots, stamps and texts."""

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple, Self, overload

from browser import svg
from browser.dom._node import DOMNode
from turtle._color import Color
from turtle._navigator import Navigator
from turtle._pen import Pen
from turtle._player import Show
from turtle._scene import settings
from turtle._screen import TurtleScreen
from turtle._state import Image, State
from turtle._vector import Vec2D, number

_ANCHORS = {"left": "start", "center": "middle", "right": "end"}
_UNDO = 1000
_PX_OF_POINT = 96 / 72

_screen: TurtleScreen | None = None


def Screen() -> TurtleScreen:
    """The screen: there is one in a page."""
    global _screen
    if _screen is None:
        _screen = TurtleScreen()
    return _screen


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


class Turtle(Pen, Navigator):
    """A turtle. shape: its name. visible: whether it is shown. undobuffersize: how many actions
    `undo()` can take back."""

    def __init__(
        self, shape: str | None = None, undobuffersize: int = _UNDO, visible: bool | None = None
    ) -> None:
        self.screen: TurtleScreen = Screen()
        self._undo: deque[_Action] = deque(maxlen=undobuffersize)
        name = settings["shape"] if shape is None else shape
        self.screen.shape_of(name)
        self._begin(name, settings["visible"] if visible is None else visible)
        self._appear()

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

    def _jump(self, x: float, y: float, fill_gap: bool) -> None:
        with self._one_action():
            filling = self.filling() and not fill_gap
            if filling:
                self.end_fill()
            self._travel(x, y, draw=False)
            if filling:
                self.begin_fill()

    # Filled shapes -------------------------------------------------------------------------------

    def filling(self) -> bool:
        """Whether a shape is being filled."""
        return self._path is not None

    def begin_fill(self) -> None:
        """Begins a shape to be filled."""
        nodes = self._record()
        self._path = [(self._state.x, self._state.y)]
        self._fill = fill = []

        def step(part: float) -> None:  # below the lines that follow
            polygon = svg.polygon(fill="none", fill_rule="evenodd")
            fill.append(polygon)
            self._add(nodes, polygon)

        self.screen.show(step)

    def end_fill(self) -> None:
        """Fills the shape since `begin_fill()`."""
        if self._path is None:
            return
        self._record()
        path, fill, color = self._path[:], self._fill, self._state.fillcolor
        self._path = None

        def step(part: float) -> None:
            for polygon in fill:
                scene = self.screen.scene
                places = (scene.point(x, y) for x, y in path)
                polygon.setAttribute("points", " ".join(f"{x},{y}" for x, y in places))
                polygon.setAttribute("fill", color or "none")

        def back(part: float) -> None:
            for polygon in fill:
                polygon.setAttribute("fill", "none")

        if self._last is not None:
            self._last.back.append(back)
        self.screen.show(step)

    @contextmanager
    def fill(self) -> Iterator[None]:
        """Fills the shape that a `with` block draws."""
        self.begin_fill()
        try:
            yield
        finally:
            self.end_fill()

    # Polygons ------------------------------------------------------------------------------------

    def begin_poly(self) -> None:
        """Begins to note the corners of a polygon."""
        self._poly = [self.position()]
        self._creating_poly = True

    def end_poly(self) -> None:
        """Ends the polygon."""
        self._creating_poly = False

    def get_poly(self) -> tuple[Vec2D, ...] | None:
        """The corners of the last polygon, for `register_shape`."""
        return None if self._poly is None else tuple(self._poly)

    @contextmanager
    def poly(self) -> Iterator[None]:
        """Notes the corners of what a `with` block draws."""
        self.begin_poly()
        try:
            yield
        finally:
            self.end_poly()

    # Dots, stamps, texts -------------------------------------------------------------------------

    @overload
    def dot(self, size: float | None = None) -> None: ...
    @overload
    def dot(self, size: float | None, color: Color, /) -> None: ...
    @overload
    def dot(self, size: float | None, red: float, green: float, blue: float, /) -> None: ...
    def dot(self, size: Any = None, *color: object) -> None:
        """Draws a dot. size: the diameter in px. color: the pen's by default."""
        if isinstance(size, (str, tuple)) and not color:
            size, color = None, (size,)
        state = self._state
        width = max(state.size + 4, state.size * 2) if size is None else number(size, "size")
        fill = self.screen.color_of(color) if color else state.pencolor
        nodes = self._record()

        def step(part: float) -> None:
            x, y = self.screen.scene.point(state.x, state.y)
            self._add(nodes, svg.circle(cx=x, cy=y, r=width / 2, fill=fill or "none"))

        self.screen.show(step)

    def stamp(self) -> int:
        """Draws the turtle's shape. Returns a number for `clearstamp`."""
        nodes = self._record()
        state, image = self._state, self._image
        number_of_stamp = max(self._stamps, default=0) + 1
        self._stamps[number_of_stamp] = stamp = []

        def step(part: float) -> None:
            node = image.stamp(state)
            stamp.append(node)
            self._add(nodes, node)

        self.screen.show(step)
        return number_of_stamp

    def clearstamp(self, stampid: int) -> None:
        """Removes a stamp."""
        nodes = self._stamps.pop(stampid, [])
        self.screen.show(lambda part: self._drop(nodes))

    def clearstamps(self, n: int | None = None) -> None:
        """Removes the first n stamps, the last ones if n is negative, or all."""
        numbers = [*self._stamps]
        chosen = numbers if n is None else numbers[:n] if n >= 0 else numbers[n:]
        for stamp in chosen:
            self.clearstamp(stamp)

    def write(
        self,
        arg: object,
        move: bool = False,
        align: str = "left",
        font: tuple[Any, ...] = ("Arial", 8, "normal"),
        *,
        color: Color | None = None,
    ) -> None:
        """Writes a text at the turtle's position.

        move: whether the turtle moves to the end of the text. align: "left", "center", "right".
        font: family, size in points, and "normal", "bold", "italic" or "bold italic".
        Raises ValueError for another `align`."""
        if align.lower() not in _ANCHORS:
            raise ValueError(f"align must be one of {[*_ANCHORS]}, not {align!r}")
        text = self._text(str(arg), _ANCHORS[align.lower()], font, color)
        nodes = self._record()
        self.screen.show(lambda part: self._add(nodes, text))
        if move and align.lower() != "right":
            drawing = self.screen.scene.drawing
            ruler = text.clone()
            drawing.attach(ruler)
            width = ruler.getBBox().width
            ruler.remove()
            half = 2 if align.lower() == "center" else 1
            self._travel(self._state.x + width / half, self._state.y)

    def _text(self, text: str, anchor: str, font: tuple[Any, ...], color: Any) -> DOMNode:
        family = font[0] if font else "Arial"
        size = font[1] if len(font) > 1 else 8
        style = str(font[2]) if len(font) > 2 else "normal"
        height = number(size, "the size of the font") * _PX_OF_POINT
        x, y = self.screen.scene.point(self._state.x, self._state.y)
        lines = text.split("\n")
        node = svg.text(
            x=x,
            text_anchor=anchor,
            fill=self.screen.color_of((color,)) if color else self._state.pencolor or "none",
            font_family=family,
            font_size=round(height, 2),
            font_weight="bold" if "bold" in style else None,
            font_style="italic" if "italic" in style else None,
            text_decoration="underline" if "underline" in style else None,
        )
        for number_of_line, line in enumerate(lines):
            up = 0.25 + 1.2 * (len(lines) - 1 - number_of_line)
            part = svg.tspan(x=x, y=round(y - up * height, 2))
            part.text = line
            part.style.whiteSpace = "pre"
            node.attach(part)
        return node

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

    # More turtles, events ------------------------------------------------------------------------

    def clone(self) -> Self:
        """Makes a turtle at the same position, with the same pen and look."""
        made = type(self).__new__(type(self))
        made.__dict__.update(self.__dict__)
        made._undo = deque(maxlen=self._undo.maxlen)
        made._begin(self._state.shape, self._state.shown)
        made._state, made._fullcircle = self._state, self._fullcircle
        made._appear()
        return made

    def getturtle(self) -> Self:
        """The turtle itself; as a function, the turtle that the functions move."""
        return self

    getpen = getturtle

    def getscreen(self) -> TurtleScreen:
        """The screen of the turtle."""
        return self.screen

    def onclick(
        self, fun: Callable[[float, float], object] | None, btn: int = 1, add: bool | None = None
    ) -> None:
        """Calls `fun(x, y)` when the user presses a mouse button on the turtle. None removes the
        functions; `add` keeps those before."""
        self.screen.on_turtle("click", self, fun, btn, add)

    def onrelease(
        self, fun: Callable[[float, float], object] | None, btn: int = 1, add: bool | None = None
    ) -> None:
        """Calls `fun(x, y)` when the user releases the mouse button."""
        self.screen.on_turtle("release", self, fun, btn, add)

    def ondrag(
        self, fun: Callable[[float, float], object] | None, btn: int = 1, add: bool | None = None
    ) -> None:
        """Calls `fun(x, y)` while the user drags the turtle: ``ondrag(goto)``."""
        self.screen.on_turtle("drag", self, fun, btn, add)


def new_position(state: State) -> Vec2D:
    return Vec2D(state.x, state.y)


class Unseen(Turtle):
    """The turtle of the functions. It appears with the first of them."""

    def __init__(self) -> None:
        self.screen = Screen()
        self._undo = deque(maxlen=_UNDO)
        self._forget()

    def _forget(self) -> None:
        self._begin(settings["shape"], settings["visible"])

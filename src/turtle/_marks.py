"""What a turtle draws besides lines: filled shapes, dots, stamps, texts."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, overload

from browser import svg
from browser.dom._node import DOMNode
from turtle._actions import Actions
from turtle._color import Color
from turtle._vector import Vec2D, number

_ANCHORS = {"left": "start", "center": "middle", "right": "end"}
_PX_OF_POINT = 96 / 72


class Marks(Actions):
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
        self._poly = [Vec2D(self._state.x, self._state.y)]
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

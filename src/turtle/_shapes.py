"""The shapes of turtles."""

from collections.abc import Iterable

from browser import svg
from browser.dom._node import DOMNode
from turtle._color import TurtleGraphicsError
from turtle._vector import direction

type Polygon = Iterable[tuple[float, float]]

_HALF_A_TURTLE = (
    (0, 15), (2, 14), (3, 11), (2.5, 8.5), (5, 7), (7.5, 8.5), (9, 7), (7, 4.5), (8, 0),
    (6.5, -4), (8.5, -6.5), (7, -8.5), (4.5, -7), (2, -8.5), (0, -12),
)  # fmt: skip


class Shape:
    """A shape for `register_shape`. kind: "polygon", "image" or "compound".

    data: the corners of a polygon, whose top is in front; the URL of an image; nothing for a
    compound, whose parts `addcomponent` adds. Raises TurtleGraphicsError for another kind."""

    def __init__(self, kind: str, data: Polygon | str | None = None) -> None:
        if kind not in ("polygon", "image", "compound"):
            raise TurtleGraphicsError(f'a shape is "polygon", "image" or "compound", not {kind!r}')
        self.kind = kind
        self.url = data if isinstance(data, str) else ""
        self.polygon: tuple[tuple[float, float], ...] = ()
        self._parts: list[tuple[str, str | None, str | None]] = []
        if kind == "polygon":
            if data is None or isinstance(data, str):
                raise TurtleGraphicsError("a polygon needs its corners: pairs of numbers")
            self.polygon = tuple(data)
            self._parts.append((corners(self.polygon), None, None))

    def addcomponent(self, poly: Polygon, fill: str, outline: str | None = None) -> None:
        """Adds a polygon with its colors to a compound. Raises TurtleGraphicsError for others."""
        if self.kind != "compound":
            raise TurtleGraphicsError(f"a shape of kind {self.kind!r} has no components")
        self._parts.append((corners(poly), fill, fill if outline is None else outline))

    def nodes(self, pencolor: str, fillcolor: str, width: float) -> list[DOMNode]:
        """New SVG elements that show the shape around the origin. Its front is up."""
        if self.kind == "image":
            image = svg.image(href=self.url)
            image.style.transform = "translate(-50%, -50%)"
            image.style.transformBox = "fill-box"
            return [image]
        return [
            svg.polygon(
                points=points,
                fill=fillcolor if fill is None else fill,
                stroke=pencolor if outline is None else outline,
                stroke_width=width,
                vector_effect="non-scaling-stroke",
            )
            for points, fill, outline in self._parts
        ]


def corners(poly: Polygon) -> str:
    """The points of an SVG element, whose y axis points down."""
    return " ".join(f"{x},{-y}" for x, y in poly)


def own_shapes() -> dict[str, Shape]:
    circle = [direction(18 * step) for step in range(20)]
    mirrored = [(-x, y) for x, y in reversed(_HALF_A_TURTLE[1:-1])]
    polygons: dict[str, list[tuple[float, float]]] = {
        "arrow": [(-10, 0), (10, 0), (0, 10)],
        "blank": [(0, 0)],
        "circle": [(10 * x, 10 * y) for x, y in circle],
        "classic": [(0, 0), (-5, -9), (0, -7), (5, -9)],
        "square": [(10, -10), (10, 10), (-10, 10), (-10, -10)],
        "triangle": [(10, -5.77), (0, 11.55), (-10, -5.77)],
        "turtle": [*_HALF_A_TURTLE, *mirrored],
    }
    return {name: Shape("polygon", polygon) for name, polygon in polygons.items()}

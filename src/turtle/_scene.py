"""The SVG element in the page, and its coordinates."""

from typing import Any

from browser import _window, html, svg
from browser.dom._node import DOMNode

settings: dict[str, Any] = {
    "canvwidth": 500,
    "canvheight": 500,
    "mode": "standard",
    "shape": "classic",
    "pencolor": "black",
    "fillcolor": "black",
    "visible": True,
    "turtle_canvas_wrapper": None,
    "turtle_canvas_id": "turtle-canvas",
}
"""What `set_defaults` changes. Sizes are in px."""


class Scene:
    """The picture: the background, the drawing, and the turtles above it."""

    def __init__(self, width: float, height: float) -> None:
        wrapper = settings["turtle_canvas_wrapper"]
        document = _window.document()
        if wrapper is None:
            wrapper = html.DIV(id="turtle-canvas-wrapper")
            document.attach(wrapper)
        elif isinstance(wrapper, str):
            wrapper = document[wrapper]
        self.svg: DOMNode = svg.svg(id=settings["turtle_canvas_id"], role="img")
        self.svg.attrs["aria-label"] = "Turtle graphics"
        self.svg.style.maxWidth, self.svg.style.height = "100%", "auto"
        self.background: DOMNode = svg.rect(width="100%", height="100%", fill="white")
        self.picture: DOMNode = svg.image(width="100%", height="100%")
        self._above = svg.g()
        self.drawing: DOMNode = svg.g()
        self.turtles: DOMNode = svg.g()
        self._above.attach([self.drawing, self.turtles])
        self.svg.attach([self.background, self._above])
        wrapper.attach(self.svg)
        self.world: tuple[float, float, float, float] | None = None
        self.resize(width, height)

    def resize(self, width: float, height: float) -> None:
        self.width, self.height = width, height
        for name, value in (("width", width), ("height", height)):
            self.svg.attrs[name] = str(value)
        self.svg.attrs["viewBox"] = f"0 0 {width} {height}"
        self.place()

    def place(self) -> None:
        """Sets the origin and the scale."""
        if self.world is None:
            self._scale = 1.0, 1.0
            self._origin = self.width / 2, self.height / 2
        else:
            left, bottom, right, top = self.world
            self._scale = self.width / (right - left), self.height / (top - bottom)
            self._origin = -left * self._scale[0], top * self._scale[1]
        x, y = self._origin
        self._above.attrs["transform"] = f"translate({x} {y})"

    def point(self, x: float, y: float) -> tuple[float, float]:
        """From a turtle's coordinates to those in the drawing, whose y axis points down."""
        return round(x * self._scale[0], 4) + 0.0, round(-y * self._scale[1], 4) + 0.0  # no -0.0

    def position(self, event: Any) -> tuple[float, float]:
        """The turtle's coordinates of a mouse event."""
        shown = self.svg.getBoundingClientRect()
        x = (event.clientX - shown.left) * self.width / (shown.width or 1)
        y = (event.clientY - shown.top) * self.height / (shown.height or 1)
        return (x - self._origin[0]) / self._scale[0], (self._origin[1] - y) / self._scale[1]

    def remove(self) -> None:
        self.svg.remove()

"""Where a turtle is, and its moves."""

import math

from turtle._state import Base
from turtle._vector import Vec2D, direction, number, point


class Navigator(Base):
    """Angles are in degrees, unless `radians()` or `degrees(fullcircle)` change that."""

    # Angles --------------------------------------------------------------------------------------

    def degrees(self, fullcircle: float = 360.0) -> None:
        """Sets the unit of angles by the size of a full circle."""
        self._fullcircle = number(fullcircle, "fullcircle")

    def radians(self) -> None:
        """Sets the unit of angles to radians."""
        self._fullcircle = math.tau

    def _in_degrees(self, angle: object, what: str = "angle") -> float:
        return number(angle, what) * 360 / self._fullcircle

    def _shown_angle(self, angle: float) -> float:
        """An angle from east, counterclockwise, in degrees, as this mode and unit have it."""
        turned = 90 - angle if self.screen._mode == "logo" else angle
        return round(turned, 10) % 360 * self._fullcircle / 360

    def _inner_angle(self, heading: object) -> float:
        angle = self._in_degrees(heading)
        return 90 - angle if self.screen._mode == "logo" else angle

    # Questions -----------------------------------------------------------------------------------

    def position(self) -> Vec2D:
        """The position, as a Vec2D."""
        return Vec2D(self._state.x, self._state.y)

    pos = position

    def xcor(self) -> float:
        """The x coordinate."""
        return self._state.x

    def ycor(self) -> float:
        """The y coordinate."""
        return self._state.y

    def heading(self) -> float:
        """The direction of the turtle."""
        return self._shown_angle(self._state.angle)

    def distance(self, x: object, y: object = None) -> float:
        """The distance to a point or a turtle."""
        return abs(point(x, y, "distance") - self.position())

    def towards(self, x: object, y: object = None) -> float:
        """The direction to a point or a turtle."""
        across, up = point(x, y, "towards") - self.position()
        return self._shown_angle(math.degrees(math.atan2(up, across)))

    # Moves ---------------------------------------------------------------------------------------

    def forward(self, distance: float) -> None:
        """Moves in the direction of the turtle; back if `distance` is negative."""
        self._go(number(distance, "distance"))

    fd = forward

    def back(self, distance: float) -> None:
        """Moves against the direction of the turtle, without turning."""
        self._go(-number(distance, "distance"))

    backward = back
    bk = back

    def _go(self, distance: float) -> None:
        x, y = direction(self._state.angle)
        self._travel(self._state.x + distance * x, self._state.y + distance * y)

    def left(self, angle: float) -> None:
        """Turns left."""
        self._turn(self._in_degrees(angle))

    lt = left

    def right(self, angle: float) -> None:
        """Turns right."""
        self._turn(-self._in_degrees(angle))

    rt = right

    def goto(self, x: object, y: object = None) -> None:
        """Moves to a point: two numbers, a pair, or a turtle's `pos()`."""
        self._travel(*point(x, y, "goto"))

    setpos = goto
    setposition = goto

    def teleport(
        self, x: float | None = None, y: float | None = None, *, fill_gap: bool = False
    ) -> None:
        """Moves without a line. A shape that is being filled ends and begins again, unless
        fill_gap."""
        to_x = self._state.x if x is None else number(x, "x")
        to_y = self._state.y if y is None else number(y, "y")
        self._jump(to_x, to_y, fill_gap)

    def _jump(self, x: float, y: float, fill_gap: bool) -> None:
        self._travel(x, y, draw=False)

    def setx(self, x: float) -> None:
        """Moves to another x coordinate."""
        self._travel(number(x, "x"), self._state.y)

    def sety(self, y: float) -> None:
        """Moves to another y coordinate."""
        self._travel(self._state.x, number(y, "y"))

    def setheading(self, to_angle: float) -> None:
        """Turns to a direction, by the shorter way."""
        turn = self._inner_angle(to_angle) - self._state.angle
        self._turn((turn + 180) % 360 - 180)

    seth = setheading

    def home(self) -> None:
        """Moves to the origin and turns to the first direction."""
        self.goto(0, 0)
        self.setheading(0)

    def circle(self, radius: float, extent: float | None = None, steps: int | None = None) -> None:
        """Draws a circle, whose center is `radius` to the left of the turtle.

        extent: the angle of the arc; negative: backward. steps: the corners of a polygon."""
        radius = number(radius, "radius")
        arc = 360.0 if extent is None else self._in_degrees(extent, "extent")
        if steps is None:
            steps = 1 + int(min(11 + abs(radius) / 6, 59) * abs(arc) / 360)
        turn = arc / steps if radius >= 0 else -arc / steps
        side = 2 * abs(radius) * math.sin(math.radians(arc / steps / 2))
        angle = self._state.angle
        with self._one_action():
            for step in range(steps):
                self._turn_at_once(angle + turn * (step + 0.5))
                self._go(side)
            self._turn_at_once(angle + turn * steps)

    def _turn_at_once(self, angle: float) -> None:
        """Turns to an angle in degrees, without showing the way."""
        self._change(angle=angle)

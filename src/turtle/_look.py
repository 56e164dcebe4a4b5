"""How a turtle looks: its shape, which is stretched, sheared and turned."""

from math import atan2, cos, degrees, radians, sin

from turtle._color import TurtleGraphicsError
from turtle._state import Base, form
from turtle._vector import number

RESIZE_MODES = ("auto", "user", "noresize")

type Matrix = tuple[float, float, float, float]


class Look(Base):
    def showturtle(self) -> None:
        """Shows the turtle."""
        self._change(shown=True)

    st = showturtle

    def hideturtle(self) -> None:
        """Hides the turtle."""
        self._change(shown=False)

    ht = hideturtle

    def isvisible(self) -> bool:
        """Whether the turtle is shown."""
        return self._state.shown

    def shape(self, name: str | None = None) -> str | None:
        """Sets the shape, or returns its name: "arrow", "blank", "circle", "classic", "square",
        "triangle", "turtle", or one of `register_shape`."""
        if name is None:
            return self._state.shape
        self.screen.shape_of(name)
        self._change(shape=name)
        return None

    def shapesize(
        self,
        stretch_wid: float | None = None,
        stretch_len: float | None = None,
        outline: float | None = None,
    ) -> tuple[float, float, float] | None:
        """Stretches the turtle across and along its direction, and sets the width of its outline;
        or returns the three numbers. Raises TurtleGraphicsError for 0."""
        state = self._state
        if stretch_wid is None and stretch_len is None and outline is None:
            return (*state.stretch, state.outline)
        if stretch_wid == 0 or stretch_len == 0:
            raise TurtleGraphicsError("stretch_wid and stretch_len must not be zero")
        if stretch_wid is not None:
            stretch = stretch_wid, stretch_wid if stretch_len is None else stretch_len
        else:
            stretch = state.stretch[0], stretch_len or state.stretch[1]
        line = state.outline if outline is None else outline
        self._change(stretch=stretch, outline=line, resizemode="user")
        return None

    turtlesize = shapesize

    def resizemode(self, rmode: str | None = None) -> str | None:
        """Sets whether the turtle's size follows the pen ("auto"), `shapesize` ("user") or nothing
        ("noresize"); or returns it."""
        if rmode is None:
            return self._state.resizemode
        if rmode not in RESIZE_MODES:
            raise TurtleGraphicsError(f"resizemode must be one of {RESIZE_MODES}, not {rmode!r}")
        self._change(resizemode=rmode)
        return None

    def tiltangle(self, angle: float | None = None) -> float | None:
        """Sets the angle between the turtle's shape and its direction, or returns it."""
        if angle is None:
            return self._state.tilt * self._fullcircle / 360
        self._change(tilt=number(angle, "angle") * 360 / self._fullcircle % 360)
        return None

    def tilt(self, angle: float) -> None:
        """Turns the turtle's shape, not its direction."""
        turn = number(angle, "angle") * 360 / self._fullcircle
        self._change(tilt=(self._state.tilt + turn) % 360)

    def shearfactor(self, shear: float | None = None) -> float | None:
        """Shears the turtle's shape across its direction, or returns the factor: the tangent of the
        angle."""
        if shear is None:
            return self._state.shear
        self._change(shear=number(shear, "shear"), resizemode="user")
        return None

    def shapetransform(
        self,
        t11: float | None = None,
        t12: float | None = None,
        t21: float | None = None,
        t22: float | None = None,
    ) -> Matrix | None:
        """Sets numbers of the matrix that transforms the turtle's shape, or returns the matrix
        (t11, t12, t21, t22). It is the product of tilt, stretch and shear.

        Raises TurtleGraphicsError if the matrix is singular."""
        state = self._state
        before = matrix(state.stretch, state.shear, state.tilt)
        given = t11, t12, t21, t22
        if given == (None,) * 4:
            return before
        m11, m12, m21, m22 = (
            old if new is None else number(new, "a number of the matrix")
            for old, new in zip(before, given, strict=True)
        )
        if m11 * m22 == m12 * m21:
            raise TurtleGraphicsError("the matrix of a shape must not be singular")
        turn = atan2(-m21, m11)
        down, across = sin(turn), cos(turn)
        long = down * m12 + across * m22
        self._change(
            stretch=(across * m11 - down * m21, long),
            shear=(across * m12 - down * m22) / long,
            tilt=degrees(-turn) % 360,
            resizemode="user",
        )
        return None

    def get_shapepoly(self) -> tuple[tuple[float, float], ...] | None:
        """Returns the corners of the turtle's shape, transformed, or None if the shape is not a
        polygon."""
        state = self._state
        polygon = self.screen.shape_of(state.shape).polygon
        t11, t12, t21, t22 = matrix(*form(state), state.tilt)
        found = tuple((t11 * x + t12 * y, t21 * x + t22 * y) for x, y in polygon)
        return found or None


def matrix(stretch: tuple[float, float], shear: float, tilt: float) -> Matrix:
    """What tilt, in degrees, stretch and shear make of a point whose y axis is the direction."""
    wide, long = stretch
    down, across = sin(radians(-tilt)), cos(radians(tilt))
    return (
        wide * across,
        long * (shear * across + down),
        0.0 - wide * down,
        long * (across - shear * down),
    )

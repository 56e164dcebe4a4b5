"""Vectors and directions. Pure: works without a browser."""

import math
from typing import Self


class Vec2D(tuple[float, float]):
    """A point or a vector, as `pos()` returns it.

    `+` and `-` take a vector; `*` takes a number, or a vector for the scalar product."""

    __slots__ = ()

    def __new__(cls, x: float, y: float) -> Self:
        return super().__new__(cls, (x, y))

    def __add__(self, other: tuple[float, float]) -> "Vec2D":  # type: ignore[override]
        return Vec2D(self[0] + other[0], self[1] + other[1])

    def __sub__(self, other: tuple[float, float]) -> "Vec2D":
        return Vec2D(self[0] - other[0], self[1] - other[1])

    def __mul__(self, other: "float | Vec2D") -> "float | Vec2D":  # type: ignore[override]
        if isinstance(other, Vec2D):
            return self[0] * other[0] + self[1] * other[1]
        return Vec2D(self[0] * other, self[1] * other)

    def __rmul__(self, other: float) -> "Vec2D":  # type: ignore[override]
        return Vec2D(self[0] * other, self[1] * other)

    def __neg__(self) -> "Vec2D":
        return Vec2D(-self[0], -self[1])

    def __abs__(self) -> float:
        return math.hypot(*self)

    def rotate(self, angle: float) -> "Vec2D":
        """The vector, turned counterclockwise by an angle in degrees."""
        x, y = direction(angle)
        return Vec2D(self[0] * x - self[1] * y, self[0] * y + self[1] * x)

    def __repr__(self) -> str:
        x, y = (round(part, 2) + 0.0 for part in self)  # no -0.00
        return f"({x:.2f},{y:.2f})"

    def __getnewargs__(self) -> tuple[float, float]:
        return self[0], self[1]


def direction(angle: float) -> tuple[float, float]:
    """The unit vector at an angle in degrees, from east, counterclockwise. Exact for quarters, so
    that a square ends where it began."""
    quarters, rest = divmod(angle, 90)
    if rest == 0:
        return ((1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0))[int(quarters) % 4]
    radians = math.radians(angle)
    return math.cos(radians), math.sin(radians)


def number(value: object, what: str) -> float:
    """Returns `value`. Raises TypeError if it is not a number."""
    if isinstance(value, (int, float)):
        return value
    raise TypeError(f"{what} must be a number, not {type(value).__name__}")


def point(x: object, y: object, what: str) -> Vec2D:
    """A point from two numbers, a pair, or something with `pos()`, such as a turtle."""
    if y is None:
        if hasattr(x, "pos"):
            x = x.pos()
        if not isinstance(x, (tuple, list)) or len(x) != 2:
            raise TypeError(f"{what} takes x and y, or a pair of numbers, not {x!r}")
        x, y = x
    return Vec2D(number(x, "x"), number(y, "y"))

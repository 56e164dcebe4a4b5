"""The pen of a turtle."""

from typing import Any, overload

from turtle._color import Color, TurtleGraphicsError
from turtle._state import Base
from turtle._vector import number

SPEEDS = {"fastest": 0, "fast": 10, "normal": 6, "slow": 3, "slowest": 1}


class Pen(Base):
    def pendown(self) -> None:
        """Moves draw lines from now on."""
        self._change(down=True)

    pd = pendown
    down = pendown

    def penup(self) -> None:
        """Moves draw no lines from now on."""
        self._change(down=False)

    pu = penup
    up = penup

    def isdown(self) -> bool:
        """Whether moves draw lines."""
        return self._state.down

    def pensize(self, width: float | None = None) -> float | None:
        """Sets the width of lines in px, or returns it."""
        if width is None:
            return self._state.size
        self._change(size=number(width, "width"))
        return None

    width = pensize

    def speed(self, speed: str | float | None = None) -> int | None:
        """Sets the speed from 1, slow, to 10, fast; 0 is without animation. Or returns it.

        Also "slowest", "slow", "normal", "fast", "fastest"."""
        if speed is None:
            return self._state.speed
        self._change(speed=speed_of(speed))
        return None

    @overload
    def pencolor(self) -> Color: ...
    @overload
    def pencolor(self, color: Color, /) -> None: ...
    @overload
    def pencolor(self, red: float, green: float, blue: float, /) -> None: ...
    def pencolor(self, *color: object) -> Color | None:
        """Sets the color of lines, or returns it."""
        if not color:
            return self.screen.shown_color(self._state.pencolor)
        self._change(pencolor=self.screen.color_of(color))
        return None

    @overload
    def fillcolor(self) -> Color: ...
    @overload
    def fillcolor(self, color: Color, /) -> None: ...
    @overload
    def fillcolor(self, red: float, green: float, blue: float, /) -> None: ...
    def fillcolor(self, *color: object) -> Color | None:
        """Sets the color of filled shapes and of the turtle, or returns it."""
        if not color:
            return self.screen.shown_color(self._state.fillcolor)
        self._change(fillcolor=self.screen.color_of(color))
        return None

    @overload
    def color(self) -> tuple[Color, Color]: ...
    @overload
    def color(self, color: Color, /) -> None: ...
    @overload
    def color(self, pencolor: Color, fillcolor: Color, /) -> None: ...
    @overload
    def color(self, red: float, green: float, blue: float, /) -> None: ...
    def color(self, *colors: object) -> tuple[Color, Color] | None:
        """Sets both colors: one for both, two, or the three numbers of one. Or returns both."""
        if not colors:
            return self.pencolor(), self.fillcolor()
        screen = self.screen
        if len(colors) == 2:
            pen, fill = (screen.color_of((one,)) for one in colors)
        else:
            pen = fill = screen.color_of(colors)
        self._change(pencolor=pen, fillcolor=fill)
        return None

    def pen(self, pen: dict[str, Any] | None = None, **pendict: Any) -> dict[str, Any] | None:
        """Sets several attributes of the pen, or returns all: shown, pendown, pencolor, fillcolor,
        pensize, speed, resizemode, stretchfactor, shearfactor, outline, tilt."""
        state = self._state
        changes = {**(pen or {}), **pendict}
        if not changes:
            return {
                "shown": state.shown,
                "pendown": state.down,
                "pencolor": self.pencolor(),
                "fillcolor": self.fillcolor(),
                "pensize": state.size,
                "speed": state.speed,
                "resizemode": state.resizemode,
                "stretchfactor": state.stretch,
                "shearfactor": state.shear,
                "outline": state.outline,
                "tilt": state.tilt,
            }
        fields = {
            "pendown": "down",
            "pensize": "size",
            "stretchfactor": "stretch",
            "shearfactor": "shear",
        }
        known = self.pen() or {}
        found: dict[str, Any] = {}
        for name, value in changes.items():
            if name not in known:
                raise TurtleGraphicsError(f"a pen has no {name!r}; it has {', '.join(known)}")
            if name.endswith("color"):
                value = self.screen.color_of((value,))
            elif name == "speed":
                value = speed_of(value)
            found[fields.get(name, name)] = value
        self._change(**found)
        return None


def speed_of(speed: object) -> int:
    """A number from 0 to 10. Raises TurtleGraphicsError for an unknown name."""
    if isinstance(speed, str):
        if speed not in SPEEDS:
            raise TurtleGraphicsError(f"speed must be a number or one of {[*SPEEDS]}: {speed!r}")
        return SPEEDS[speed]
    found = number(speed, "speed")
    return round(found) if 0.5 < found < 10.5 else 0

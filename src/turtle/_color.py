"""Colors: names, "#rrggbb", or three numbers."""

import re

from browser import _window

type Color = str | tuple[float, float, float]

_GRAY = re.compile(r"gr[ae]y(\d{1,3})")
_HEX = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)
_known: dict[str, bool] = {"": True}


class TurtleGraphicsError(Exception):
    """A wrong argument: a color, a shape or a mode that does not exist."""


def css_color(color: object, mode: float) -> str:
    """The color for CSS. `mode` is the largest value of a number: 1.0 or 255.

    Raises TurtleGraphicsError if there is no such color."""
    if isinstance(color, str):
        gray = _GRAY.fullmatch(color)
        if gray and int(gray[1]) <= 100:  # as in Tk
            return _hex([round(int(gray[1]) * 2.55)] * 3)
        if not _is_known(color):
            raise TurtleGraphicsError(f"bad color string: {color!r}")
        return color
    if not isinstance(color, (tuple, list)) or len(color) != 3:
        raise TurtleGraphicsError(f"bad color arguments: {color!r}")
    if not all(isinstance(part, (int, float)) and 0 <= part <= mode for part in color):
        advice = f"each number must be from 0 to {mode:g}; colormode() changes that"
        raise TurtleGraphicsError(f"bad color sequence: {color!r}: {advice}")
    return _hex([round(part * 255 / mode) for part in color])


def shown_color(color: str, mode: float) -> Color:
    """What `pencolor()` returns: a name, or three numbers for "#rrggbb"."""
    if not _HEX.fullmatch(color):
        return color
    red, green, blue = bytes.fromhex(color[1:])
    return (red, green, blue) if mode == 255 else (red / 255, green / 255, blue / 255)


def one_color(arguments: tuple[object, ...]) -> object:
    """`f("red")`, `f((1, 0, 0))` and `f(1, 0, 0)` mean the same."""
    return arguments[0] if len(arguments) == 1 else arguments


def _is_known(color: str) -> bool:
    if color not in _known:
        _known[color] = bool(_window.window().CSS.supports("color", color))
    return _known[color]


def _hex(parts: list[int]) -> str:
    return "#" + bytes(parts).hex()

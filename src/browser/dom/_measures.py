"""The sizes and places of an element in px, and its style from a dict."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from browser._bridge import bridge, names

if TYPE_CHECKING:
    from browser.dom._declared import Position, Settable


def measure(side: str) -> "Settable[int, float]":
    """A property: an int in px. Assigning to it sets the style."""

    def get(node: Any) -> int:
        return int(bridge.dimension(node._id, names[side]))

    def set_(node: Any, value: float) -> None:
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            what = f"{side} must be a number of pixels, not {type(value).__name__}"
            raise ValueError(f"{what}: for other units set elt.style.{side}")
        bridge.setDimension(node._id, names[side], value)

    return property(get, set_)  # type: ignore[return-value]


def position(side: str, scrolled: bool) -> "Position":
    """A property: an int in px, from the corner of the document or, scrolled, of its visible
    part."""
    get = property(lambda node: int(bridge.position(node._id, names[side], scrolled)))
    return get  # type: ignore[return-value]


def style_settings(style: Mapping[str, Any]) -> list[int | str]:
    """Names with values, for JavaScript. A number gets the unit px where CSS needs a length."""
    if not hasattr(style, "items"):
        raise TypeError(f"style must be a dict or a str, not {type(style).__name__}")
    settings: list[int | str] = []
    for name, value in style.items():
        if name in _LENGTHS and isinstance(value, (int, float)) and not isinstance(value, bool):
            value = f"{value}px"
        settings += (names[f":{name}"], str(value))
    return settings


_LENGTHS = frozenset({"left", "top", "width", "height", "borderWidth", "border-width"})

"""Measures of an element in pixels, and its style from a dict."""

from typing import Any

from browser._js import door


def measure(side: str) -> Any:
    """A measure of the element: an int, in px; setting it sets the style."""

    def get(node: Any) -> int:
        return int(door.dimension(node._js, side))

    def set_(node: Any, value: float) -> None:
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            what = f"{side} is a number of pixels, not {type(value).__name__}"
            raise ValueError(f"{what}: for other units set elt.style.{side}")
        door.setDimension(node._js, side, value)

    return property(get, set_)


def position(side: str, scrolled: bool) -> Any:
    """Where the element is in the document, or (scrolled) in its visible part: an int, in px."""
    return property(lambda node: int(door.position(node._js, side, scrolled)))


def style_settings(style: Any) -> list[str]:
    """For JavaScript: names with values; a bare number where CSS wants a length gets px."""
    if not hasattr(style, "items"):
        raise TypeError(f"style is a dict or a str, not {type(style).__name__}")
    settings = []
    for name, value in style.items():
        if name in _LENGTHS and isinstance(value, (int, float)) and not isinstance(value, bool):
            value = f"{value}px"
        settings += [f":{name}", str(value)]
    return settings


_LENGTHS = frozenset({"left", "top", "width", "height", "borderWidth", "border-width"})

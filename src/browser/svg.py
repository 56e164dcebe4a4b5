"""The elements of SVG, a class each: ``svg.circle(cx=70, cy=120, r=40, stroke_width=2)``."""

from typing import Any

from browser.dom.tags import Tag

_TEXT = """
    a altGlyph altGlyphDef altGlyphItem animate animateColor animateMotion animateTransform
    circle clipPath color_profile cursor defs desc ellipse feBlend feColorMatrix
    feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap
    feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage
    feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight
    feTile feTurbulence filter foreignObject g image line linearGradient marker mask metadata
    mpath path pattern polygon polyline radialGradient rect set stop style svg switch symbol
    text textPath title tref tspan use view
"""
_NAMES = _TEXT.split()

__all__ = [*_NAMES]


def _attribute(name: str) -> str:
    """`xlink_href`, `xml_space` have a colon, others a hyphen; `Class` is class."""
    if name == "Class":
        return "class"
    prefix, _, rest = name.partition("_")
    return f"{prefix}:{rest}" if prefix in ("xlink", "xml") else name.replace("_", "-")


class _SVGTag(Tag):
    __slots__ = ()

    _tag = "svg"
    _svg = True

    @staticmethod
    def _mapper() -> Any:
        return _attribute


def __getattr__(name: str) -> Any:
    if name not in _NAMES:
        raise AttributeError(f"there is no SVG element {name}", name=name)
    members = {"__slots__": (), "__module__": __name__, "_tag": name.replace("_", "-")}
    made = globals()[name] = type(name, (_SVGTag,), members)
    return made

"""The tags of HTML, a class each: ``html.UL(html.LI(name) for name in names)``."""

from typing import Any

from browser.dom.tags import Tag, hyphens

_TEXT = """
    A ABBR ACRONYM ADDRESS APPLET AREA ARTICLE ASIDE AUDIO B BASE BASEFONT BDI BDO BIG
    BLOCKQUOTE BODY BR BUTTON CANVAS CAPTION CENTER CITE CODE COL COLGROUP COMMAND DATA
    DATALIST DD DEL DETAILS DFN DIALOG DIR DIV DL DT EM EMBED FIELDSET FIGCAPTION FIGURE FONT
    FOOTER FORM FRAME FRAMESET H1 H2 H3 H4 H5 H6 HEAD HEADER HGROUP HR HTML I IFRAME IMG INPUT
    INS ISINDEX KBD KEYGEN LABEL LEGEND LI LINK MAIN MAP MARK MATH MENU MENUITEM META METER
    NAV NOFRAMES NOSCRIPT OBJECT OL OPTGROUP OPTION OUTPUT P PARAM PICTURE PRE PROGRESS Q RB
    RP RT RTC RUBY S SAMP SCRIPT SEARCH SECTION SELECT SLOT SMALL SOURCE SPAN STRIKE STRONG
    STYLE SUB SUMMARY SUP SVG TABLE TBODY TD TEMPLATE TEXTAREA TFOOT TH THEAD TIME TITLE TR
    TRACK TT U UL VAR VIDEO WBR
"""
_NAMES = _TEXT.split()

__all__ = [*_NAMES, "attribute_mapper", "maketag", "tags"]  # noqa: F822

_classes: dict[str, type[Tag]] = {}

attribute_mapper: Any = hyphens
"""Turns a keyword of html.TAG(...) into the attribute's name; assign another function to change
how."""


class _HTMLTag(Tag):
    __slots__ = ()

    _tag = "div"

    @staticmethod
    def _mapper() -> Any:
        return attribute_mapper


def maketag(name: str) -> type[Tag]:
    """A class for a tag of another name, from then on `html.NAME` too."""
    if not isinstance(name, str):
        raise TypeError(f"the name of a tag is a str, not {type(name).__name__}")
    if name in _classes or name in _NAMES:
        raise ValueError(f"cannot reset class for {name}")
    return _make(name)


def _make(name: str) -> type[Tag]:
    tag = name.lower() if name in _NAMES else name
    members = {"__slots__": (), "__module__": __name__, "_tag": tag}
    made = _classes[name] = globals()[name] = type(name, (_HTMLTag,), members)
    return made


def __getattr__(name: str) -> Any:
    if name == "tags":
        for each in _NAMES:
            if each not in _classes:
                _make(each)
        return _classes
    if name in _NAMES:
        return _make(name)
    raise AttributeError(
        f"there is no tag {name}: tags are in capitals, and html.maketag({name!r}) makes others",
        name=name,
    )

"""Markdown as HTML: ``html, scripts = mark("*text*")``. Not in the wheel.

The library mistune converts it: CommonMark, with tables, ~~deleted~~ text, task lists, footnotes,
definition lists and links of plain URLs.
"""

import re
from typing import Any

__all__ = ["mark"]

_SCRIPT = re.compile(
    r"^<script\b[^>]*\btype=[\"']?text/python3?\b[^>]*>(.*?)</script>[ \t]*\n?",
    re.IGNORECASE | re.DOTALL | re.MULTILINE,
)
_PLUGINS = ("def_list", "footnotes", "strikethrough", "table", "task_lists", "url")
_converters: dict[bool, Any] = {}


def mark(src: str, *, escape: bool = False) -> tuple[str, list[str]]:
    """Returns the HTML, and the sources of the Python scripts in the text. The HTML lacks them.

    HTML in the text stays HTML, so use only text that you trust. escape: whether HTML in the text,
    also a script, becomes text; links with harmful addresses, such as ``javascript:``, lose them.
    Raises TypeError if src is not a str."""
    if not isinstance(src, str):
        raise TypeError(f"mark takes a str, not {type(src).__name__}")
    scripts: list[str] = []
    if not escape:
        scripts = [found[1] for found in _SCRIPT.finditer(src)]
        src = _SCRIPT.sub("", src)
    return str(_converter(escape)(src)), scripts


def _converter(escape: bool) -> Any:
    if escape not in _converters:
        import mistune

        _converters[escape] = mistune.create_markdown(escape=escape, plugins=_PLUGINS)
    return _converters[escape]

"""Shows Python source in colours: ``document <= highlight(source)``."""

import builtins
import keyword
import re

from browser import html
from browser.dom._node import DOMNode

__all__ = ["highlight"]

_TOKEN = re.compile(
    r"""
    (?P<string>(?i:[rbuft]{0,2})(?:'''(?:[^\\]|\\.)*?(?:'''|\Z)|\"\"\"(?:[^\\]|\\.)*?(?:\"\"\"|\Z)
        |'(?:[^'\\\n]|\\.)*'?|"(?:[^"\\\n]|\\.)*"?))
    |(?P<comment>\#[^\n]*)
    |(?P<name>[^\W\d]\w*)
    """,
    re.VERBOSE | re.DOTALL,
)
_BUILTINS = frozenset(name for name in dir(builtins) if name[0].islower())


def highlight(txt: str) -> DOMNode:
    """Returns a PRE element with the source.

    Classes for styles: `python-string`, `python-comment`, `python-keyword`, `python-builtin`."""
    shown = html.PRE()
    at = 0
    for token in _TOKEN.finditer(txt):
        kind = token.lastgroup
        if kind == "name":
            kind = _kind_of(token[0])
        if kind:
            span = html.SPAN(Class=f"python-{kind}")
            span.text = token[0]
            shown.attach([txt[at : token.start()], span])
            at = token.end()
    shown.attach(txt[at:])
    return shown


def _kind_of(name: str) -> str:
    if keyword.iskeyword(name):
        return "keyword"
    return "builtin" if name in _BUILTINS else ""

"""A row of the table of differences."""

from dataclasses import dataclass, field
from typing import Any

ABSENT = "(nothing)"
"""The value if a script recorded nothing under a name."""
REQUESTS, CONSOLE, END = "(requests)", "(console)", "(end)"

PAGE = "[Brython's page]"
"""The current documentation of `browser.ajax`; table.py has its URL."""
DOM_PAGE = "[Brython's page on nodes]"
"""The documentation of `document` and DOMNode; table.py has its URL."""
TEMPLATE_PAGE = "[Brython's page on templates]"
JS_PAGE = "[Brython's page on JavaScript]"
COMPONENT_PAGE = "[Brython's page on components]"
MENU_PAGE = "[Brython's page on menus]"
SPEC_SEED = "S12: `doc['upload_file'].elt.files[0]`"
DOM_STANDARD = "[HTML: value](https://html.spec.whatwg.org/#dom-input-value)"
HTML_STANDARD = "[HTML: elements](https://html.spec.whatwg.org/#elements-3)"
JS_STANDARD = "[ECMAScript: Number](https://tc39.es/ecma262/#sec-number.max_safe_integer)"
DECIDED = "own decision"
"""The documents say nothing about it, or contradict each other."""


def xhr(section: str, text: str = "XMLHttpRequest") -> str:
    """A link to a section of the XMLHttpRequest standard."""
    return f"[{text}](https://xhr.spec.whatwg.org/#{section})"


def fetch(section: str, text: str) -> str:
    """A link to a section of the Fetch standard."""
    return f"[{text}](https://fetch.spec.whatwg.org/#{section})"


type Shows = dict[str, dict[str, tuple[Any, Any]]]


@dataclass(frozen=True)
class Row:
    """What Brython does, what this package does, and why; in Markdown.

    `shows`: case → name of an observation → Brython's value and ours; the test compares them.
    `agrees`: the cases without a difference. `unseen`: what a page cannot observe.
    """

    topic: str
    brython: str
    here: str
    rule: str
    test: str
    """The test of our behavior: "file::name", relative to tests/."""
    shows: Shows = field(default_factory=dict)
    agrees: tuple[str, ...] = ()
    unseen: str = ""
    code: tuple[str, ...] = ()
    """How scripts show it, for `pyodide-browser migrate`: patterns of its module marks.py."""

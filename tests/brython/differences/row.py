"""A row of the table of differences."""

from dataclasses import dataclass, field
from typing import Any

ABSENT = "(nothing)"
"""What is observed where a script noted nothing under a name."""
REQUESTS, CONSOLE, END = "(requests)", "(console)", "(end)"

PAGE = "[Brython's page]"
"""The documentation of `browser.ajax` today; table.py says where it is."""
DOM_PAGE = "[Brython's page on nodes]"
"""The documentation of `document` and DOMNode; table.py says where it is."""
TEMPLATE_PAGE = "[Brython's page on templates]"
SPEC_SEED = "S12: `doc['upload_file'].elt.files[0]`"
DOM_STANDARD = "[HTML: value](https://html.spec.whatwg.org/#dom-input-value)"
HTML_STANDARD = "[HTML: elements](https://html.spec.whatwg.org/#elements-3)"
JS_STANDARD = "[ECMAScript: Number](https://tc39.es/ecma262/#sec-number.max_safe_integer)"
DECIDED = "decided here"
"""Where the documents are silent or contradict themselves."""


def xhr(section: str, text: str = "XMLHttpRequest") -> str:
    """A link into the standard of XMLHttpRequest."""
    return f"[{text}](https://xhr.spec.whatwg.org/#{section})"


def fetch(section: str, text: str) -> str:
    """A link into the standard of fetch."""
    return f"[{text}](https://fetch.spec.whatwg.org/#{section})"


type Shows = dict[str, dict[str, tuple[Any, Any]]]


@dataclass(frozen=True)
class Row:
    """What Brython does, what is done here, and why; in Markdown.

    `shows` pins it: of each case, by the observation's name, Brython's value and ours. `agrees`
    names cases in which there is no difference. `unseen` names what a page cannot show.
    """

    topic: str
    brython: str
    here: str
    rule: str
    test: str
    """The test that pins ours: "file::name", from tests/."""
    shows: Shows = field(default_factory=dict)
    agrees: tuple[str, ...] = ()
    unseen: str = ""

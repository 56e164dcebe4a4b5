"""The tags of an HTML page, with their places in the text. Pure functions."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

PYTHON_TYPES = ("text/python", "text/python3")
PAGE_SCRIPT = "pyodide-browser.js"
OFFLINE_SCRIPT = "pyodide-browser-offline.js"
"""Registers the service worker of `pyodide-browser build --offline`."""


@dataclass
class Tag:
    """A start tag. A script also has its content and its end tag."""

    name: str
    attributes: dict[str, str]
    line: int
    """The line of its "<", from 1."""

    start: int
    """The offset of its "<"."""

    content_start: int
    """The offset after the start tag."""

    end: int = 0
    """The offset after the end tag of a script; that after the start tag for other tags."""

    content: str = ""
    content_line: int = 0
    """The line on which the content of a script begins."""

    @property
    def is_python(self) -> bool:
        """Whether it is a Python script, of the page or of a worker."""
        return self.name == "script" and self.attributes.get("type", "").lower() in PYTHON_TYPES

    @property
    def file(self) -> str:
        """The file name in `src`, without folder, query and fragment."""
        url = self.attributes.get("src", "").partition("?")[0].partition("#")[0]
        return url.rpartition("/")[2]


@dataclass
class _Reader(HTMLParser):
    text: str
    tags: list[Tag] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self._lines = [0]
        for line in self.text.split("\n"):
            self._lines.append(self._lines[-1] + len(line) + 1)
        self._open: Tag | None = None
        self.feed(self.text)
        self.close()
        if self._open is not None:
            self._open.end = len(self.text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line, column = self.getpos()
        start = self._lines[line - 1] + column
        raw = self.get_starttag_text() or ""
        after = start + len(raw)
        values = {name: value or "" for name, value in reversed(attrs)}
        found = Tag(tag, values, line, start, after, after, "", line + raw.count("\n"))
        self.tags.append(found)
        if tag == "script":
            self._open = found

    def handle_data(self, data: str) -> None:
        if self._open is not None:
            self._open.content += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self._open is not None:
            line, column = self.getpos()
            end = self.text.find(">", self._lines[line - 1] + column)
            self._open.end = end + 1 if end >= 0 else len(self.text)
            self._open = None


def tags_of(html: str) -> list[Tag]:
    """Returns the start tags of a page, in order.

    >>> [script] = tags_of('<script src="lib/a.js?2">x</script>')
    >>> script.file, script.content, script.line
    ('a.js', 'x', 1)
    """
    return _Reader(html).tags


def has_worker(tags: list[Tag]) -> bool:
    """Whether the page starts a worker: for a script of class `webworker`, or to work offline."""
    scripts = [tag for tag in tags if tag.name == "script"]
    classes = [tag.attributes.get("class", "").split() for tag in scripts]
    return any("webworker" in names for names in classes) or any(
        tag.file == OFFLINE_SCRIPT for tag in scripts
    )


def page_script(tags: list[Tag]) -> Tag | None:
    """Returns the tag that includes the page script."""
    return next((tag for tag in tags if tag.name == "script" and tag.file == PAGE_SCRIPT), None)

"""The script tags of a Brython page."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pyodide_browser_testing.pages.rewriting import with_src, without_attributes, without_element
from pyodide_browser_testing.pages.tags import PAGE_SCRIPT, Tag, tags_of

BRYTHON = re.compile(r"brython(_dist)?(\.min|\.slim)?\.js")
LIBRARY = re.compile(r"brython_(stdlib|modules)(\.min)?\.js|.+\.brython\.js")
"""The standard library, and modules that `brython --modules` or `--make_package` has packed."""

OF_BRYTHON_ONLY = ("integrity", "crossorigin")
"""Attributes that belong to the file of Brython."""


@dataclass(frozen=True)
class Migrated:
    """A page with changed tags. `changes` has line → what was changed."""

    html: str
    changes: dict[int, str]


def migrated(html: str) -> Migrated | None:
    """Returns the page with the page script instead of Brython; None if it has no Brython.

    >>> migrated('<script src="brython.min.js"></script>').html
    '<script src="pyodide-browser.js"></script>'
    """
    scripts = [tag for tag in tags_of(html) if tag.name == "script"]
    first = next((tag for tag in scripts if BRYTHON.fullmatch(tag.file)), None)
    if first is None:
        return None
    changes = {}
    for tag in reversed(scripts):  # from the end, so that offsets stay right
        shown = f'<script src="{tag.attributes.get("src", "")}">'
        if tag is first:
            html = without_attributes(html, tag, OF_BRYTHON_ONLY)
            html = with_src(html, _same(html, tag), PAGE_SCRIPT)
            changes[tag.line] = f'{shown} is now <script src="{PAGE_SCRIPT}">'
        elif BRYTHON.fullmatch(tag.file) or LIBRARY.fullmatch(tag.file):
            html = without_element(html, tag)
            changes[tag.line] = f"{shown} is removed: it is not necessary"
    return Migrated(html, dict(sorted(changes.items())))


def _same(html: str, tag: Tag) -> Tag:
    """Returns the tag with its offsets in a page that was changed in this tag."""
    return next(one for one in tags_of(html) if one.start == tag.start)

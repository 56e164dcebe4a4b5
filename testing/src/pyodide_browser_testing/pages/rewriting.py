"""Changes tags of an HTML page and leaves the rest as it is. Pure functions."""

import html as escaping
import re

from pyodide_browser_testing.pages.tags import Tag

ATTRIBUTE = r"""(\s+){name}(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+))?(?=[\s>/])"""


def with_src(html: str, tag: Tag, src: str) -> str:
    """Returns the page with another `src` of a tag.

    >>> from pyodide_browser_testing.pages.tags import tags_of
    >>> page = '<script defer src=a.js></script>'
    >>> with_src(page, tags_of(page)[0], "b.js")
    '<script defer src="b.js"></script>'
    """
    start = html[tag.start : tag.content_start]
    pattern = re.compile(ATTRIBUTE.format(name="src"), re.IGNORECASE)
    changed = pattern.sub(lambda found: f'{found[1]}src="{escaping.escape(src)}"', start, count=1)
    return html[: tag.start] + changed + html[tag.content_start :]


def without_attributes(html: str, tag: Tag, names: tuple[str, ...]) -> str:
    """Returns the page without some attributes of a tag."""
    start = html[tag.start : tag.content_start]
    for name in names:
        start = re.sub(ATTRIBUTE.format(name=name), "", start, flags=re.IGNORECASE)
    return html[: tag.start] + start + html[tag.content_start :]


def without_element(html: str, tag: Tag) -> str:
    """Returns the page without an element, and without its line if nothing else is there.

    >>> from pyodide_browser_testing.pages.tags import tags_of
    >>> page = '<p>\\n  <script src="a.js"></script>\\n</p>'
    >>> without_element(page, tags_of(page)[1])
    '<p>\\n</p>'
    """
    before, after = html[: tag.start], html[tag.end :]
    line_start = before.rpartition("\n")[2]
    line_end, newline, rest = after.partition("\n")
    if not line_start.strip() and not line_end.strip() and newline:
        return before[: len(before) - len(line_start)] + rest
    return before + after

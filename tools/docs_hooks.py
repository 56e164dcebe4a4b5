"""Hooks of mkdocs.yml: patterns in the nav, "Run" links, and no links to files outside the site."""

import base64
import re
from pathlib import Path, PurePosixPath
from typing import Any

FENCE = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"(?<!!)\[([^\]]+)\]\(([^)#\s:]+)(#[^)\s]*)?\)")
URL = re.compile(r"""["']/(?!api/)\w""")
"""A URL that the server of the examples does not know; it responds under /api/."""

ABSOLUTE = re.compile(r"""((?:href|src|"base"|"search")(?:=|:\s*)")/""")
NOT_FOUND = "<h1>404 - Not found</h1>"
ADVICE = '<p>Search for the page, or go to <a href="/index.html">the start</a>.</p>'
NEEDS = ("choosefiles", '"result"', "def test_")
"""Code that needs elements of the tests' page, or a test suite."""


def on_config(config: Any) -> Any:
    """Expands patterns such as `- Testing: [testing*.md]`; each page has its own title."""
    for section in config.nav:
        for name, pages in section.items():
            if isinstance(pages, list):
                section[name] = [page for entry in pages for page in matching(config, entry)]
    return config


def matching(config: Any, entry: Any) -> list[Any]:
    if not isinstance(entry, str) or "*" not in entry:
        return [entry]
    return [path.name for path in sorted(Path(config.docs_dir).glob(entry), key=lambda p: p.stem)]


def on_page_markdown(markdown: str, *, page: Any, config: Any, files: Any) -> str:
    """MkDocs calls it with the text of each page."""
    if "\n## " not in markdown:
        page.meta.setdefault("hide", ["toc"])  # it would be an empty column beside wide tables
    text = without_outside(markdown, page.file.src_uri)
    editor = config.extra.get("editor")
    return with_run_links(text, "../" * page.url.count("/") + editor) if editor else text


def on_post_template(output_content: str, *, template_name: str, config: Any) -> str:
    """MkDocs calls it with 404.html, which a server sends for any path: its links are absolute."""
    if template_name != "404.html":
        return output_content
    served_at = config.extra["served_at"]
    text = output_content.replace(NOT_FOUND, f"{NOT_FOUND}\n{ADVICE}")
    return ABSOLUTE.sub(rf"\1{served_at}/", text)


def with_run_links(markdown: str, editor: str) -> str:
    """Adds a link to the editor after each example that runs on its own."""

    def linked(fence: re.Match[str]) -> str:
        code = fence[1]
        if URL.search(code) or any(needed in code for needed in NEEDS):
            return fence[0]
        href = f"{editor}#code={encoded(code)}"
        return f'{fence[0]}\n\n<p class="run"><a href="{href}">Run</a></p>'

    return FENCE.sub(linked, markdown)


def encoded(code: str) -> str:
    """Encodes code for the editor's `#code=`: base64url of UTF-8, without padding.

    >>> encoded("print('é')")
    'cHJpbnQoJ8OpJyk'
    """
    return base64.urlsafe_b64encode(code.encode()).decode().rstrip("=")


def without_outside(markdown: str, page: str) -> str:
    """Replaces links that leave docs/ (`../tests/…`) by their text: the site has no such files.

    >>> without_outside("[a](../../tests/a.py), [b](../page.md)", "reference/x.md")
    'a, [b](../page.md)'
    """

    def inside(link: re.Match[str]) -> str:
        depth = len(PurePosixPath(page).parent.parts)
        return link[1] if link[2].startswith("../" * (depth + 1)) else link[0]

    return LINK.sub(inside, markdown)

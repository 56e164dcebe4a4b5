"""What the widgets share: their styles, and content that is text."""

from browser import _window
from browser.dom._content import Content
from browser.dom._node import DOMNode


def add_styles(widget: str, style: str) -> None:
    """Adds to the document's list of sheets, which a Content Security Policy for styles allows."""
    document, name = _window.document(), f"_pyodideBrowser{widget}"
    if not hasattr(document, name):
        sheet = _window.window().CSSStyleSheet.new()
        sheet.replaceSync(style)
        document.adoptedStyleSheets = [sheet, *document.adoptedStyleSheets]
        setattr(document, name, True)


def filled[Node: DOMNode](node: Node, content: Content | None) -> Node:
    """Appends the content. A str is text, never HTML."""
    if content is not None:
        node.attach(content)
    return node

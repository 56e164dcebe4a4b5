"""The default styles of consoles."""

from browser import _window

_STYLE = """
@layer brython-interpreter {
.brython-interpreter {
  background-color: #111;
  box-sizing: border-box;
  color: #eee;
  font: 0.9rem/1.4 ui-monospace, Consolas, monospace;
  overflow: auto;
  padding: 0.5em;
}
.brython-interpreter-output { white-space: pre-wrap; overflow-wrap: anywhere; }
.brython-interpreter-input { color: #9cd; }
.brython-interpreter-error { color: #f99; }
.brython-interpreter-line { display: flex; }
.brython-interpreter-line span { white-space: pre; }
.brython-interpreter-line textarea {
  background: transparent;
  border: 0;
  color: inherit;
  flex: 1;
  font: inherit;
  min-width: 0;
  outline: 0;
  padding: 0;
  resize: none;
}
}
"""


def add_styles() -> None:
    """Adds the styles in a layer, so that those of the page win. A Content Security Policy for
    styles allows it."""
    document, window = _window.document(), _window.window()
    if not hasattr(document, "_pyodideBrowserInterpreter"):
        sheet = window.CSSStyleSheet.new()
        sheet.replaceSync(_STYLE)
        document.adoptedStyleSheets = [*document.adoptedStyleSheets, sheet]
        document._pyodideBrowserInterpreter = True

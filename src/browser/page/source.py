"""The text of a script element → Python source: pure functions on str."""

import re

_FIRST_LINE = re.compile(r"[ \t\r]*\n")


def inline(text: str) -> str:
    """The source of an inline script: its line 1 is the first after the tag, and code that is
    indented like the HTML around it is un-indented.

    >>> inline("\\n  if x:\\n    y()\\n")
    'if x:\\n  y()\\n'
    """
    text = text.replace("\r\n", "\n")
    return unindent(_FIRST_LINE.sub("", text, count=1) if _FIRST_LINE.match(text) else text)


def unindent(source: str) -> str:
    """Takes the first statement's indentation from every line that has it; what is less indented
    (inside a string, say) stays."""
    margin = ""
    lines = source.split("\n")
    for line in lines:
        if line.strip() and not line.lstrip().startswith("#"):
            margin = line[: len(line) - len(line.lstrip(" \t"))]
            break
    if not margin:
        return source
    return "\n".join(
        line[len(margin) :] if line.startswith(margin) else line if line.strip() else ""
        for line in lines
    )

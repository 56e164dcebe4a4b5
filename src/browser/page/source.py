"""The text of a script element or a module → Python source → code."""

import ast
import linecache
import re
from types import CodeType

_ASYNC_KEYWORD = re.compile(r"\basync\s*=(?!=)")
_FIRST_LINE = re.compile(r"[ \t\r]*\n")


def compiled(source: str, filename: str) -> CodeType:
    """Code whose tracebacks show the source's lines; `await` is allowed at its top level."""
    linecache.cache[filename] = (len(source), None, source.splitlines(keepends=True), filename)
    flags = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
    code: CodeType = compile(rename_async(source), filename, "exec", flags, dont_inherit=True)
    return code


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


def rename_async(source: str) -> str:
    """`f(async=True)`, legal until Python 3.6, as `f(async_=True)`; strings, comments and the
    count of lines stay.

    >>> rename_async("get(url, async=False)  # async=")
    'get(url, async_=False)  # async='
    """
    if not _ASYNC_KEYWORD.search(source):
        return source
    from io import StringIO
    from tokenize import NL, OP, TokenError, generate_tokens

    lines = source.splitlines(keepends=True)
    ends = []
    before = ["", ""]
    end = (0, 0)
    try:
        for token in generate_tokens(StringIO(source).readline):
            if token.type == OP and token.string == "=" and before[1] == "async":
                if before[0] in ("(", ","):
                    ends.append(end)
            elif token.type == NL or token.string.startswith("#"):
                continue
            before = [before[1], token.string]
            end = token.end
    except (TokenError, SyntaxError):  # compiling it says what is wrong
        return source
    for row, column in reversed(ends):
        line = lines[row - 1]
        lines[row - 1] = f"{line[:column]}_{line[column:]}"
    return "".join(lines)

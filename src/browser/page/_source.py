"""Makes Python source, then code, from the text of a script element or a module."""

import linecache
import re
from _ast import PyCF_ALLOW_TOP_LEVEL_AWAIT
from types import CodeType

_ASYNC_KEYWORD = re.compile(r"\basync\s*=(?!=)")
_COOKIE = r"(?:[ \t\f]*(?:#.*)?\r?\n)?[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)"
_FIRST_LINE = re.compile(r"[ \t\r]*\n")


def compiled(source: str, filename: str) -> CodeType:
    """Compiles a module that may use `await` at its top level; tracebacks show its lines."""
    linecache.cache[filename] = (len(source), None, source.splitlines(keepends=True), filename)
    flags = PyCF_ALLOW_TOP_LEVEL_AWAIT
    code: CodeType = compile(rename_async(source), filename, "exec", flags, dont_inherit=True)
    return code


def declared_encoding(source: str) -> str:
    """The encoding that a comment in the first two lines declares (PEP 263); "" for UTF-8.

    >>> declared_encoding("# -*- coding: latin-1 -*-")
    'latin-1'
    """
    found = re.match(_COOKIE, source)  # compiled late: few pages need it
    encoding = found[1] if found else ""
    return "" if encoding.lower().replace("_", "-") in ("utf-8", "utf8", "utf-8-sig") else encoding


def inline(text: str) -> str:
    """The source of an inline script. Line 1 is the first after the tag. The indentation of the
    HTML around it is removed.

    >>> inline("\\n  if x:\\n    y()\\n")
    'if x:\\n  y()\\n'
    """
    text = text.replace("\r\n", "\n")
    return unindent(_FIRST_LINE.sub("", text, count=1) if _FIRST_LINE.match(text) else text)


def unindent(source: str) -> str:
    """Removes the indentation of the first statement from each line. Lines with less indentation,
    for example in a string, stay."""
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
    """Replaces `f(async=True)`, legal until Python 3.6, by `f(async_=True)`. Strings, comments and
    the number of lines stay.

    >>> rename_async("get(url, async=False)  # async=")
    'get(url, async_=False)  # async='
    """
    if not _ASYNC_KEYWORD.search(source):
        return source
    from io import StringIO
    from tokenize import NL, TokenError, generate_tokens

    lines = source.splitlines(keepends=True)
    ends = []
    before = ["", ""]
    end = (0, 0)
    try:
        for token in generate_tokens(StringIO(source).readline):
            if token.string == "=" and before[1] == "async":
                if before[0] in ("(", ","):
                    ends.append(end)
            elif token.type == NL or token.string.startswith("#"):
                continue
            before = [before[1], token.string]
            end = token.end
    except (TokenError, SyntaxError):  # `compile` reports it
        return source
    for row, column in reversed(ends):
        line = lines[row - 1]
        lines[row - 1] = f"{line[:column]}_{line[column:]}"
    return "".join(lines)

"""What a Python script does, as short marks with lines. Pure functions.

| mark | |
|---|---|
| `import browser.ajax` | `import browser.ajax`, or `from browser import ajax` |
| `browser.ajax.get()` | a call of an imported name |
| `browser.ajax.get(timeout=)`, `(timeout=)` | with a keyword |
| `browser.ajax.get(mode='json')`, `(mode='json')` | with this text or bool; `?`: no constant |
| `browser.ajax.get(,)` | with several positional arguments |
| `.open(,,False)` | so, as the third argument |
| `.abort()`, `.bind('load')` | a call of a method of anything else, also with this first argument |
| `.json`, `javascript.NULL` | an attribute of anything else, or of an imported name |
| `.width =`, `browser.window.* =` | an assignment to an attribute |
| `open()` | a call of a built-in function |
| `loop` | `for` or `while` |
"""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator, Mapping

from pyodide_browser_testing.pages import runtime
from pyodide_browser_testing.pages.needs import imports_of

type Marks = Mapping[str, list[int]]


def marks_of(tree: ast.Module) -> Marks:
    """Returns mark → lines.

    >>> marks_of(ast.parse("from browser import ajax as a\\na.get('/', timeout=1)"))["(timeout=)"]
    [2]
    """
    names = _imported(tree)
    found: dict[str, list[int]] = defaultdict(list)
    for name, line in _imports(tree, names):
        found[f"import {name}"].append(line)
    for node in ast.walk(tree):
        for mark in _marks(node, names):
            found[mark].append(getattr(node, "lineno", 1))
    return found


def lines_of(pattern: str, marks: Marks) -> list[int]:
    """Returns the lines of the last mark of `a & b`, if all marks are there."""
    *others, last = pattern.split(" & ")
    return sorted(set(marks.get(last, []))) if all(other in marks for other in others) else []


def _imports(tree: ast.Module, names: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    """Returns the names that are imported, or used as `browser.ajax` after `import browser`, or
    used after `from browser import *`, and the lines."""
    for name, line, _ in imports_of(tree):
        yield name, line
    starred = set(_starred(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            if names.get(node.value.id) == node.value.id:
                yield f"{node.value.id}.{node.attr}", node.lineno
        elif isinstance(node, ast.Name) and node.id in starred:
            yield names[node.id], node.lineno


def _imported(tree: ast.Module) -> dict[str, str]:
    """Returns name in the script → full name, for each import."""
    found = _starred(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                top = alias.name.partition(".")[0]
                found[alias.asname or top] = alias.name if alias.asname else top
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                found[alias.asname or alias.name] = f"{node.module}.{alias.name}"
    return found


def _starred(tree: ast.Module) -> dict[str, str]:
    """Returns name → full name, for the names of `from browser import *` that the script uses."""
    modules = {
        node.module
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.names[0].name == "*" and node.module
    }
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    return {
        name: f"{module}.{name}"
        for module in modules.intersection(runtime.CHECKED)
        for name in used
        if runtime.has_name(module, name)
    }


def _marks(node: ast.AST, names: Mapping[str, str]) -> Iterator[str]:
    if isinstance(node, ast.Call):
        yield from _call_marks(node, names)
    elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load):
        yield _full_name(node, names) or f".{node.attr}"
    elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
        owner = _full_name(node.value, names)
        yield f"{owner}.* =" if owner else f".{node.attr} ="
    elif isinstance(node, (ast.For, ast.While)):
        yield "loop"


def _call_marks(node: ast.Call, names: Mapping[str, str]) -> Iterator[str]:
    function = node.func
    called = _full_name(function, names)
    if not called and isinstance(function, ast.Attribute):
        called = f".{function.attr}"
    elif not called and isinstance(function, ast.Name):
        called = function.id
    yield f"{called}()"
    if len(node.args) > 1:
        yield f"{called}(,)"
    for commas, argument in enumerate(node.args):
        if text := _text(argument):
            yield f"{called}({',' * commas}{text})"
    for keyword in node.keywords:
        for start in (called, ""):
            yield f"{start}({keyword.arg}=)"
            if text := _text(keyword.value):
                yield f"{start}({keyword.arg}={text})"


def _text(node: ast.expr) -> str:
    if not isinstance(node, ast.Constant):
        return "?"
    return repr(node.value) if isinstance(node.value, (str, bool)) else ""


def _full_name(node: ast.expr, names: Mapping[str, str]) -> str:
    """Returns `browser.ajax.get` for `ajax.get`; "" if it does not start with an imported name."""
    attributes: list[str] = []
    while isinstance(node, ast.Attribute):
        attributes.append(node.attr)
        node = node.value
    if not isinstance(node, ast.Name) or node.id not in names:
        return ""
    return ".".join([names[node.id], *reversed(attributes)])

"""What the reference in docs/reference/ shows of src/ (an extension of griffe, which reads it)."""

import ast
import re
from typing import Any

import griffe

SOURCE = re.compile(r" \(seed S[^)]*\)")
"""By which tests name what Brython's documents say: nothing for a reader."""


class Reference(griffe.Extension):
    def on_object(self, *, obj: griffe.Object, **_: Any) -> None:
        if obj.docstring:
            obj.docstring.value = fenced(SOURCE.sub("", obj.docstring.value))

    def on_package(self, *, pkg: griffe.Module, **_: Any) -> None:
        """`browser.alert` is imported when it is asked for: griffe sees it in `_window` only."""
        if "_OBJECTS" not in pkg.members:
            return
        places = ast.literal_eval(str(pkg["_OBJECTS"].value))
        for name, (module, attribute) in places.items():
            target = pkg[f"{module}.{attribute}".removeprefix("browser.")]
            pkg.set_member(name, griffe.Alias(name, target))


def fenced(docstring: str) -> str:
    """Its examples as blocks of code, to be copied.

    >>> print(fenced("Adds.\\n\\n>>> for x in y:\\n...     print(x)\\n1\\n\\nMore."))
    Adds.
    <BLANKLINE>
    ```python
    for x in y:
        print(x)
    # 1
    ```
    <BLANKLINE>
    More.
    """
    lines: list[str] = []
    inside = False
    for line in docstring.splitlines():
        if line.startswith(">>> ") and not inside:
            inside = True
            lines.append("```python")
        elif inside and not line:
            inside = False
            lines.append("```")
        if inside:
            is_code = line.startswith((">>>", "..."))
            line = line[4:] if is_code else f"# {line}"
        lines.append(line)
    return "\n".join([*lines, "```"] if inside else lines)

"""An extension of griffe, which reads src/ for docs/reference/."""

import ast
import re
from typing import Any

import griffe

SOURCE = re.compile(r" \(seed S[^)]*\)")
"""How tests refer to Brython's documentation; not for readers."""


class Reference(griffe.Extension):
    def on_object(self, *, obj: griffe.Object, **_: Any) -> None:
        if obj.docstring:
            obj.docstring.value = fenced(SOURCE.sub("", obj.docstring.value))

    def on_package(self, *, pkg: griffe.Module, **_: Any) -> None:
        """Adds lazily imported names such as `browser.alert`, which griffe does not see."""
        if "_OBJECTS" not in pkg.members:
            return
        places = ast.literal_eval(str(pkg["_OBJECTS"].value))
        for name, module in places.items():
            target = pkg[f"{module}.{name}".removeprefix("browser.")]
            pkg.set_member(name, griffe.Alias(name, target))


def fenced(docstring: str) -> str:
    """Makes blocks of code of its examples, to be copied.

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

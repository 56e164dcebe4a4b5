"""What goes into an element: elements, text, numbers, sums and iterables of those."""

from collections.abc import Iterable, Iterator
from typing import Any

from browser._js import Wrapper
from browser._objects import JSArray


class Nodes(list[Any]):
    """Elements in a list that also answers as a JavaScript collection."""

    @property
    def length(self) -> int:
        return len(self)

    def item(self, index: int) -> Any:
        return self[index] if 0 <= index < len(self) else None


class TagSum:
    """Elements and text side by side: ``html.B("a") + " and " + html.I("b")``."""

    __slots__ = ("children",)

    def __init__(self, *items: Any) -> None:
        self.children = [part for item in items for part in parts(item)]

    def __add__(self, other: Any) -> "TagSum":
        return TagSum(self, other)

    def __radd__(self, other: Any) -> "TagSum":
        if isinstance(other, int) and other == 0:  # what sum() starts with
            return self
        return TagSum(other, self)

    def __iter__(self) -> Iterator[Any]:
        return iter(self.children)

    def __len__(self) -> int:
        return len(self.children)

    def appendChild(self, child: Any) -> None:
        self.children += parts(child)

    def clone(self) -> "TagSum":
        return TagSum(
            *(child if isinstance(child, str) else child.clone() for child in self.children)
        )

    def __repr__(self) -> str:
        return f"<TagSum {self.children}>"


def parts(content: Any) -> list[Any]:
    """The elements and str in `content`, whatever it is; TypeError for what shows as nothing."""
    if isinstance(content, str):
        return [content]
    if isinstance(content, (int, float)):
        return [str(content)]
    if isinstance(content, TagSum):
        return list(content.children)
    if isinstance(content, Wrapper) and not isinstance(content, JSArray):
        return [content]
    if isinstance(content, Iterable):
        return [part for item in content for part in parts(item)]
    raise TypeError(
        f"cannot add {type(content).__name__} to an element: "
        "give an element, a str, a number, or an iterable of those"
    )


def raw_parts(content: Any) -> list[Any]:
    """The same for JavaScript, which makes text of str."""
    return [part if isinstance(part, str) else part._js for part in parts(content)]

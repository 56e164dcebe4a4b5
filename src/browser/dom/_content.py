"""The content of an element: elements, text, numbers, sums, and iterables of those."""

from collections.abc import Iterable, Iterator, MutableSequence
from typing import Any

from browser._bridge import Wrapper

type Content = str | float | Wrapper | TagSum | Iterable[Content]
"""A wrapper is an element."""


class TagSum:
    """Elements and text side by side: ``html.B("a") + " and " + html.I("b")``."""

    __slots__ = ("children",)

    children: list[Any]

    def __init__(self, *items: Content) -> None:
        self.children = [part for item in items for part in parts(item)]

    def __add__(self, other: Content) -> "TagSum":
        return TagSum(self, other)

    def __radd__(self, other: Content) -> "TagSum":
        if isinstance(other, int) and other == 0:  # what sum() starts with
            return self
        return TagSum(other, self)

    def __iter__(self) -> Iterator[Any]:
        return iter(self.children)

    def __len__(self) -> int:
        return len(self.children)

    def appendChild(self, child: Content) -> None:
        self.children += parts(child)

    def clone(self) -> "TagSum":
        return TagSum(
            *(child if isinstance(child, str) else child.clone() for child in self.children)
        )

    def __repr__(self) -> str:
        return f"<TagSum {self.children}>"


def parts(content: Content) -> list[Any]:
    """The elements and str in `content`, flat. Raises TypeError for anything else."""
    if isinstance(content, str):
        return [content]
    if isinstance(content, (int, float)):
        return [str(content)]
    if isinstance(content, TagSum):
        return list(content.children)
    if isinstance(content, Wrapper) and not isinstance(content, MutableSequence):
        return [content]
    if isinstance(content, Iterable):
        return [part for item in content for part in parts(item)]
    raise TypeError(
        f"cannot add {type(content).__name__} to an element: "
        "use an element, a str, a number, or an iterable of those"
    )


def handles(parts: list[Any]) -> list[Any]:
    """`parts` for JavaScript, which makes text nodes of str. The caller keeps the parts until
    JavaScript has the handles."""
    return [part if isinstance(part, str) else part._id for part in parts]

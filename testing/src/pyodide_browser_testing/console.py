"""What a page's console says of errors. Pure functions."""

from collections.abc import Iterable
from dataclasses import dataclass

HEAD = "Traceback (most recent call last):"


@dataclass(frozen=True)
class Line:
    """One call of `console.log`, `.warn`, …; the level `uncaught` is an error of JavaScript."""

    level: str
    text: str

    @property
    def is_error(self) -> bool:
        return self.level in ("error", "uncaught")


@dataclass(frozen=True)
class Request:
    """What the page asked; the status is None while it is under way, 0 when it has failed."""

    method: str
    url: str
    status: int | None


def errors(lines: Iterable[Line], told: Iterable[str] = ()) -> list[str]:
    """The errors that nobody caught: those that `pyodideBrowser.ready` told, the tracebacks on the
    console, and JavaScript's.

    >>> errors([Line("log", "hello"), Line("uncaught", "ReferenceError: x")])
    ['ReferenceError: x']
    """
    known = set(told)
    found = []
    for text, level in _joined(lines):
        if level == "uncaught" or (level == "error" and (HEAD in text or text in known)):
            found.append(text)
    return found + [text for text in told if text not in found]


def _joined(lines: Iterable[Line]) -> list[tuple[str, str]]:
    """Python's stderr comes line by line: a traceback in it, up to the line that tells the error,
    is one text."""
    joined: list[tuple[str, str]] = []
    unfinished = False
    for line in lines:
        if unfinished and line.level == "error":
            text, level = joined[-1]
            joined[-1] = (f"{text}\n{line.text}", level)
            unfinished = line.text.startswith(" ")
        else:
            joined.append((line.text, line.level))
            unfinished = line.level == "error" and line.text == HEAD
    return joined

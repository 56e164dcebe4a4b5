"""The lines of a page's console, and the errors among them. Pure functions."""

from collections.abc import Iterable
from dataclasses import dataclass

from browser._secrets import redact

HEAD = "Traceback (most recent call last):"


@dataclass(frozen=True)
class Line:
    """One call of `console.log`, `console.warn`, … or an uncaught JavaScript error."""

    level: str
    """`debug`, `log`, `info`, `warn` or `error`; `uncaught` for an uncaught JavaScript error."""

    text: str

    @property
    def is_error(self) -> bool:
        """Whether the level is `error` or `uncaught`."""
        return self.level in ("error", "uncaught")


@dataclass(frozen=True, repr=False)
class Request:
    """A request of the page."""

    method: str
    url: str
    """The absolute URL, without user name and password."""

    status: int | None
    """The HTTP status; None while the request is pending, 0 if it failed."""

    @property
    def shown_url(self) -> str:
        """`url` without secrets, for reports."""
        return redact(self.url)

    def __repr__(self) -> str:
        return f"Request({self.method!r}, {self.shown_url!r}, {self.status})"


def errors(lines: Iterable[Line], reported: Iterable[str] = ()) -> list[str]:
    """Returns the uncaught errors: tracebacks and JavaScript errors on the console, and those of
    `pyodideBrowser.errors` (`reported`).

    >>> errors([Line("log", "hello"), Line("uncaught", "ReferenceError: x")])
    ['ReferenceError: x']
    """
    known = set(reported)
    found: list[str] = []
    for text, level in _joined(lines):
        if level == "uncaught" or (level == "error" and (HEAD in text or text in known)):
            found.append(text)
    return found + [text for text in reported if text not in found]


def _joined(lines: Iterable[Line]) -> list[tuple[str, str]]:
    """Joins the lines of a traceback, which Python writes to stderr one by one."""
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

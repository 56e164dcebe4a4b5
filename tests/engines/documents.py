"""Documents that tests make: a table with notes. WRITE_DOCS=1 writes them again."""

import os
from pathlib import Path

DOCS = Path(__file__).resolve().parent.parent.parent / "docs"


class Notes:
    """Numbered notes below a table."""

    def __init__(self) -> None:
        self._notes: list[str] = []

    def mark(self, note: str) -> str:
        """The number of the note, for the table."""
        if note not in self._notes:
            self._notes.append(note)
        return f"[{self._notes.index(note) + 1}]"

    def lines(self) -> list[str]:
        return [f"{number}. {note}" for number, note in enumerate(self._notes, 1)]


def table(head: list[str], rows: list[list[str]]) -> list[str]:
    """The lines of a table in Markdown."""
    rule = "| --- " * len(head) + "|"
    return [line(head), rule, *map(line, rows)]


def line(cells: list[str]) -> str:
    return "|" + "|".join(f" {cell} " if cell else " " for cell in cells) + "|"


def check(name: str, lines: list[str]) -> None:
    """Fails if the document in docs/ has other lines."""
    text = "\n".join([*lines, ""])
    if os.environ.get("WRITE_DOCS"):
        (DOCS / name).write_text(text)
    assert text == (DOCS / name).read_text()

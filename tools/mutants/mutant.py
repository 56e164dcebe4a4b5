"""One change of the code in one place."""

import subprocess
import time
from abc import ABC, abstractmethod
from enum import Enum
from pathlib import Path


class Outcome(Enum):
    KILLED = "a test failed"
    ENDLESS = "the tests ran longer than the limit"
    SURVIVED = "no test noticed it"


class Mutant(ABC):
    """`change` says what happens in line `line` (from 1) of the file `path`."""

    path: Path
    line: int
    column: int
    change: str

    @property
    def text(self) -> str:
        """The line before the change."""
        return self.path.read_text().splitlines()[self.line - 1].strip()

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.change}: {self.text}"

    @abstractmethod
    def test(self, seconds: float) -> Outcome:
        """Runs the unit tests with this change, at most that long."""

    @abstractmethod
    def diff(self) -> str: ...


def limit(command: list[str]) -> float:
    """Seconds for a mutant: many times what the tests take without one, on this machine."""
    started = time.monotonic()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return 20 + 5 * (time.monotonic() - started)

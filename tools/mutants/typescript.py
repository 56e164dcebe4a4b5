"""The mutants of js_shim/, made by Stryker: of each MODULE.ts with tests/js/MODULE.test.ts."""

import difflib
import json
import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tools.mutants import mutant
from tools.mutants.mutant import Outcome

INSTRUMENT = Path(__file__).parent / "instrument.mjs"
INSTRUMENTED = Path("instrumented")
"""A copy of the tests and of js_shim/, whose modules contain all mutants."""

ACTIVE = "__STRYKER_ACTIVE_MUTANT__"
"""The environment variable that chooses one."""

TESTS = ["node", "tests/js/run.mjs"]


class Mutant(mutant.Mutant):
    def __init__(self, found: dict[str, Any]) -> None:
        self._id: str = found["id"]
        self._start, self._end = found["location"]["start"], found["location"]["end"]
        self._replacement: str = found["replacement"]
        self.path = Path(found["fileName"])
        self.line, self.column = self._start["line"] + 1, self._start["column"]
        shown = " ".join(self._replacement.split())
        self.change = f"{found['mutatorName']} {shown:.60}"

    def test(self, seconds: float) -> Outcome:
        environment = {**os.environ, ACTIVE: self._id}
        with subprocess.Popen(
            [*TESTS, f"{self.path.stem}.test.ts"],
            cwd=INSTRUMENTED,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        ) as process:
            try:
                return Outcome.KILLED if process.wait(seconds) else Outcome.SURVIVED
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                return Outcome.ENDLESS

    def diff(self) -> str:
        lines = self.path.read_text().splitlines()
        first, last = self._start["line"], self._end["line"]
        before, after = lines[first][: self._start["column"]], lines[last][self._end["column"] :]
        changed = f"{before}{self._replacement}{after}".splitlines()
        return "\n".join(difflib.ndiff(lines[first : last + 1], changed))


def mutants() -> Iterator[Mutant]:
    tested = {path.name.removesuffix(".test.ts") for path in Path("tests/js").glob("*.test.ts")}
    modules = [path for path in sorted(Path("js_shim").rglob("*.ts")) if path.stem in tested]
    command = ["node", str(INSTRUMENT), str(INSTRUMENTED), *map(str, modules)]
    found = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    yield from map(Mutant, json.loads(found.stdout))


def limit() -> float:
    """Seconds for a mutant."""
    os.chdir(INSTRUMENTED)
    try:
        return mutant.limit([*TESTS, ".test.ts"])
    finally:
        os.chdir("..")

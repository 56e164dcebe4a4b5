"""The mutants of src/browser, made by Cosmic Ray."""

import ast
import os
import shlex
import shutil
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from cosmic_ray.commands import init
from cosmic_ray.mutating import mutate_and_test
from cosmic_ray.work_db import WorkDB, use_db
from cosmic_ray.work_item import MutationSpec, TestOutcome

from tools.mutants import mutant
from tools.mutants.left_out import UNREACHED
from tools.mutants.mutant import Outcome

CHANGED = ("ajax", "aio", "page", "_report.py", "_bridge.py", "_given.py")
"""Folders and modules of src/browser."""

FOR_TYPE_CHECKERS = ("_keywords", "_types")
"""Modules that nothing imports at run time."""

TESTS = (
    *("ajax", "aio", "page", "test_report.py", "test_bridge.py", "test_given.py"),
    "testing/test_agreement.py",
)
"""Of tests/unit: those that are about these modules."""

SLOW = "tests/unit/ajax/test_response.py::test_any_json_comes_back_exactly"


class Mutant(mutant.Mutant):
    def __init__(self, found: MutationSpec) -> None:
        self._found, self._diff = found, ""
        self.path = found.module_path
        self.line, self.column = found.start_pos
        self.change = found.operator_name.removeprefix("core/")

    def test(self, seconds: float) -> Outcome:
        result = mutate_and_test([self._found], shlex.join(command(self.path)), seconds)
        self._diff = result.diff
        if result.test_outcome == TestOutcome.INCOMPETENT:
            raise RuntimeError(f"{self}: {result.output}")
        if result.output == "timeout":
            return Outcome.ENDLESS
        survived = result.test_outcome == TestOutcome.SURVIVED
        return Outcome.SURVIVED if survived else Outcome.KILLED

    def diff(self) -> str:
        return self._diff


def mutants() -> Iterator[Mutant]:
    package = Path("src/browser")
    modules = [
        module
        for name in CHANGED
        for module in sorted((package / name).glob("*.py")) or [package / name]
        if module.stem not in FOR_TYPE_CHECKERS
    ]
    with use_db("mutants.sqlite", WorkDB.Mode.create) as database:
        init(modules, database, {})
        for item in database.work_items:
            (found,) = item.mutations
            if not is_left_out(found):
                yield Mutant(found)


def is_left_out(found: MutationSpec) -> bool:
    """Whether it is in a function that needs a browser, or for type checkers."""
    return f"{found.module_path.stem}.{found.definition_name}" in UNREACHED or any(
        starts <= found.start_pos < ends for starts, ends in types_of(found.module_path)
    )


@cache
def types_of(module: Path) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Where annotations are, and code that is for type checkers only."""
    found = []
    for node in ast.walk(ast.parse(module.read_text())):
        parts: list[ast.AST | None] = []
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            parts = [node.returns]
        elif isinstance(node, ast.arg | ast.AnnAssign):
            parts = [node.annotation]
        elif (
            isinstance(node, ast.ClassDef)
            and any(isinstance(base, ast.Name) and base.id == "Protocol" for base in node.bases)
        ) or (isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"):
            parts = [node]
        elif isinstance(node, ast.TypeAlias):
            parts = [node.value]
        for part in parts:
            if part is not None:
                found.append(span(part))
    return found


def span(node: ast.AST) -> tuple[tuple[int, int], tuple[int, int]]:
    starts = (getattr(node, "lineno", 0), getattr(node, "col_offset", 0))
    return starts, (getattr(node, "end_lineno", 0), getattr(node, "end_col_offset", 0))


def command(module: Path | None = None) -> list[str]:
    """Runs the tests of the module first. Most mutants fail there: the others are not loaded."""
    options = ["-x", "-q", "--tb=no", "-o", "addopts=", "--import-mode=importlib"]
    options += ["-p", "no:cacheprovider", "-p", "_hypothesis_pytestplugin", "--hypothesis-seed=0"]
    pytest = [sys.executable, "-m", "pytest", *options, "--deselect", SLOW]
    own = [name for name in TESTS if module and name in (module.parent.name, f"test{module.name}")]
    others = [name for name in TESTS if name not in own]
    runs = [
        [*pytest, *(f"tests/unit/{name}" for name in names)] for names in (own, others) if names
    ]
    return ["sh", "-c", " && ".join(map(shlex.join, runs))]


def limit() -> float:
    """Seconds for a mutant."""
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    seconds = mutant.limit(command())
    for cached in Path("src").rglob("__pycache__"):
        shutil.rmtree(cached)  # of the same size and time as a mutant's
    return seconds

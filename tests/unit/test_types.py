"""The samples of tests/types and the examples, checked by mypy and pyright.

A line with a mistake ends with `# reject: FRAGMENT`: both checkers report errors there, and nowhere
else, and one of these messages contains the fragment, or its code does. With `# reject: A | B`
mypy's contains A, pyright's B.
"""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from browser.ajax import _events, _functions, _keywords

ROOT = Path(__file__).parents[2]
SAMPLES = sorted((ROOT / "tests" / "types").glob("*.py"))
EXAMPLES = ROOT / "examples"
PYRIGHT = ROOT / "node_modules" / ".bin" / "pyright"
MARKER = "# reject: "

Errors = Mapping[str, list[tuple[int, str]]]
"""By file name: line and message."""


def run(*command, cwd=ROOT, **environment):
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src")} | environment
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True)
    assert done.returncode in (0, 1), done.stdout + done.stderr
    return done.stdout


def by_mypy() -> Errors:
    found = {}
    for line in run(sys.executable, "-m", "mypy", "--output=json", *map(str, SAMPLES)).splitlines():
        error = json.loads(line)
        if error["severity"] == "error":
            name = Path(error["file"]).name
            found.setdefault(name, []).append(
                (error["line"], f"{error['message']} [{error['code']}]")
            )
    return found


def by_pyright() -> Errors:
    found = {}
    report = json.loads(run(PYRIGHT, "--project", ".", "--outputjson"))
    assert report["summary"]["filesAnalyzed"] > len(SAMPLES)
    for error in report["generalDiagnostics"]:
        line = error["range"]["start"]["line"] + 1
        message = f"{error['message']} [{error.get('rule')}]"
        found.setdefault(Path(error["file"]).name, []).append((line, message))
    return found


@pytest.fixture(scope="module")
def errors() -> dict[str, Errors]:
    return {"mypy": by_mypy(), "pyright": by_pyright()}


@pytest.mark.parametrize("checker", ["mypy", "pyright"])
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_mistakes_are_rejected_and_nothing_else(errors, checker, sample):
    found = errors[checker].get(sample.name, [])
    marked = {
        number: line.partition(MARKER)[2].partition("  #")[0]
        for number, line in enumerate(sample.read_text().splitlines(), 1)
        if MARKER in line
    }
    assert sorted({line for line, _ in found}) == sorted(marked), found
    for number, fragments in marked.items():
        fragment = fragments.split(" | ")[-1 if checker == "pyright" else 0].split(" # noqa")[0]
        messages = [message for line, message in found if line == number]
        assert any(fragment in message for message in messages), messages


def test_there_are_samples_of_both_kinds():
    rejected = [path for path in SAMPLES if MARKER in path.read_text()]
    assert 0 < len(rejected) < len(SAMPLES)


def test_the_examples_have_no_errors(errors):
    """The examples have no annotations. Two programs await at their top level, which checkers
    reject."""
    samples = {path.name for path in SAMPLES}
    assert {name: found for name, found in errors["pyright"].items() if name not in samples} == {}
    paths = [*EXAMPLES.rglob("pages/**/*.py"), *EXAMPLES.rglob("testing/app/*.py")]
    paths = [path for path in paths if path.stem not in ("stream", "together")]
    mypy = (sys.executable, "-m", "mypy", "--config-file=", "--check-untyped-defs")
    options = ("--ignore-missing-imports", "--explicit-package-bases", *map(str, paths))
    folders = ("../../src", ".", "../testing/app")
    text = run(*mypy, *options, cwd=EXAMPLES / "pages", MYPYPATH=os.pathsep.join(folders))
    assert text.startswith("Success"), text


@pytest.mark.parametrize("module", ["browser", "interpreter", "javascript"])
def test_all_public_types_are_known(module):
    text = run(PYRIGHT, "--verifytypes", module, "--ignoreexternal", "--outputjson")
    assert json.loads(text)["typeCompleteness"]["completenessScore"] == 1


def test_checkers_know_the_keywords_that_the_functions_take():
    callbacks = {f"on{name}" for name in _events.NAMES}
    settings = _functions._KEYWORDS - {"url", "blocking", "async_"}
    assert _keywords.Keywords.__optional_keys__ == callbacks | settings
    assert _keywords.Keywords.__required_keys__ == frozenset()

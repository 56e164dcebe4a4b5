"""docs/testing.md: its files and commands run in one folder. tests/pages runs the Playwright
test."""

import re
import shlex

import pytest

from pyodide_browser_testing.cli import EXIT_CODES
from tests import drivers
from tests.testing.commands import EXAMPLE, ROOT, pytest_in, run

GUIDE = (ROOT / "docs" / "testing.md").read_text()
FENCE = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
FENCES = [(match[1], match[2]) for match in FENCE.finditer(GUIDE)]


@pytest.fixture(scope="module")
def guide(tmp_path_factory):
    """The folder of a reader who has saved all files."""
    drivers.require("chrome")
    folder = tmp_path_factory.mktemp("guide")
    for language, text in FENCES:
        if language == "python":
            (folder / text.splitlines()[0].removeprefix("# ")).write_text(text)
        elif language == "html":
            (folder / "hello.html").write_text(text)
    return folder


def test_the_tests_pass(guide):
    ended = pytest_in(guide, "-q")
    assert ended.returncode == 0, ended.stdout
    assert "4 passed" in ended.stdout


def commands(program):
    for language, text in FENCES:
        if language == "console":
            for line in text.splitlines():
                if line.startswith(f"$ {program} "):
                    yield line.removeprefix(f"$ {program} ")


@pytest.mark.parametrize("line", commands("pyodide-browser"))
def test_a_command_runs(guide, line):
    if "firefox" in line:
        drivers.require("firefox")
    ended = run(*shlex.split(line), cwd=guide)
    assert (ended.returncode, ended.stderr) == (0, "")


def test_the_playwright_test_is_the_one_that_is_run():
    (code,) = (text for language, text in FENCES if language == "ts")
    assert code == (EXAMPLE / "notes.spec.ts").read_text()


def test_the_exit_codes_are_those_of_the_command():
    documented = re.findall(r"^\| (\d+) \|", GUIDE, re.MULTILINE)
    assert documented == [*re.findall(r"^  (\d+)  ", EXIT_CODES, re.MULTILINE), "130"]

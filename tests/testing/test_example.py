"""examples/testing: its tests pass in three engines, and fail if the app is broken."""

import shutil

import pytest

from pyodide_browser_testing import programs
from tests import drivers
from tests.testing.commands import EXAMPLE, pytest_in

COUNT = 10
BROKEN = {
    'note["text"]': (
        'note["txt"]',
        "test_the_login_shows_the_notes",
        'in item_of\n    item <= note["txt"] + " "\n            ~~~~^^^^^^^\nKeyError: \'txt\'',
    ),
    "size /= 1000": (
        "size /= 1024",
        "test_sizes_are_readable",
        "assert '1.46 kB' == '1.5 kB'",
    ),
}


@pytest.mark.parametrize("engine", programs.ENGINES)
def test_the_tests_pass(engine):
    drivers.require(engine)
    ended = pytest_in(EXAMPLE, "-q", f"--page-engine={engine}")
    assert ended.returncode == 0, ended.stdout
    assert f"{COUNT} passed" in ended.stdout


@pytest.mark.parametrize("right", BROKEN)
def test_a_broken_app_fails_readably(tmp_path, right):
    drivers.require("chrome")
    wrong, test, message = BROKEN[right]
    broken = tmp_path / "testing"
    shutil.copytree(EXAMPLE, broken, ignore=shutil.ignore_patterns("__pycache__"))
    (file,) = (path for path in broken.glob("app/*.py") if right in path.read_text())
    file.write_text(file.read_text().replace(right, wrong))
    ended = pytest_in(broken, "-k", test)
    assert ended.returncode == 1
    assert message in ended.stdout
    assert len(ended.stdout.splitlines()) < 50
    assert "Stacktrace" not in ended.stdout

"""`make test`: what is told of a test that fails, and of one that passes when it runs again."""

import pytest

from tools import test

ONCE = """
from pathlib import Path

def test_fails_once():
    mark = Path(__file__).with_suffix(".ran")
    has_run = mark.exists()
    mark.touch()
    assert has_run

def test_passes():
    pass
"""


@pytest.fixture
def made(tmp_path, monkeypatch, capfd):
    """A function that runs a step with these tests; returns its exit code and last lines."""

    def make(tests):
        (tmp_path / "test_it.py").write_text(tests)
        monkeypatch.setattr(test, "STEPS", {"it": [test.pytest(str(tmp_path))]})
        monkeypatch.setattr(test, "SLOW", ("it",))
        monkeypatch.setattr("sys.argv", ["test"])
        return test.main(), capfd.readouterr().out

    return make


def test_a_test_that_passes_when_run_again_is_told_and_does_not_count(made):
    code, said = made(ONCE)
    assert code == 0
    assert "1 failed, 1 passed" in said
    assert "\n1 passed in" in said  # what has failed, and no others
    assert "UNSTEADY, passed when run again, alone: python" in said
    assert said.endswith("All passed: it\n")


def test_a_test_that_fails_again_has_failed(made):
    code, said = made("def test_fails():\n    assert 1 == 2\n")
    assert code == 1
    assert said.count("assert 1 == 2") > 1
    assert "UNSTEADY" not in said
    assert "FAILED: python" in said.splitlines()[-1]

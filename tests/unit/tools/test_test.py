"""tools/test.py: tests in browsers that fail beside others run again, alone."""

import sys

import pytest

from tools import test

ALONE = (sys.executable, "-c", "import sys; sys.exit('--last-failed' not in sys.argv)")
NEVER = (sys.executable, "-c", "import sys; sys.exit(1)")


@pytest.mark.parametrize(
    ("step", "command", "code", "end"),
    [
        ("engines", ALONE, 0, ["PASSED ONLY WHEN RUN ALONE, find out why", "All passed"]),
        ("engines", NEVER, 1, ["FAILED"]),
        ("unit", ALONE, 1, ["FAILED"]),
    ],
)
def test_what_fails_in_a_browser_runs_again(monkeypatch, capsys, step, command, code, end):
    monkeypatch.setattr(test, "STEPS", {step: [command]})
    monkeypatch.setattr(sys, "argv", ["tools.test"])
    assert test.main() == code
    last = capsys.readouterr().out.splitlines()[-len(end) :]
    assert [line.partition(":")[0] for line in last] == end


def test_each_step_of_pytest_remembers_its_own_failures():
    commands = [command for (command, *_) in test.STEPS.values() if "pytest" in command]
    caches = [option for command in commands for option in command if "cache_dir" in option]
    assert len(set(caches)) == len(commands) > 1

"""The command and the plugin as a user has them: as processes of their own."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
EXAMPLE = ROOT / "examples" / "testing"
COMMAND = Path(sys.executable).with_name("pyodide-browser")


def pytest_in(folder, *arguments, **environment):
    """What a pytest in this folder says; none of this project's options apply."""
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider"]
    if not (folder / "pytest.ini").exists():
        (folder / "pytest.ini").touch()
    return ended([*command, *arguments], folder, environment)


def run(*arguments, cwd, **environment):
    return ended([str(COMMAND), *arguments], cwd, environment)


def ended(command, cwd, environment=None):
    return subprocess.run(
        command,
        cwd=cwd,
        env=os.environ | (environment or {}),
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )

"""Runs the command and the plugin as a user does: as processes."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
EXAMPLE = ROOT / "examples" / "testing"
PATIENT = "300"
"""Seconds for a page that ends by itself: enough on the slowest machine."""

COMMAND = Path(sys.executable).with_name("pyodide-browser")


def pytest_in(folder, *arguments, **environment):
    """Runs pytest in a folder, without the options of this project."""
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider"]
    command += ["-o", f"python_page_timeout={PATIENT}"]
    if not (folder / "pytest.ini").exists():
        (folder / "pytest.ini").touch()
    return ended([*command, *arguments], folder, environment)


def run(*arguments, cwd, **environment):
    return ended([str(COMMAND), *arguments], cwd, environment)


def run_page(*arguments, cwd, **environment):
    return run("run", *arguments, f"--timeout={PATIENT}", cwd=cwd, **environment)


def ended(command, cwd, environment=None):
    done = subprocess.run(
        command,
        cwd=cwd,
        env=os.environ | (environment or {}),
        capture_output=True,
        text=True,
        timeout=900,
        check=False,
    )
    print(done.stdout, done.stderr)  # pytest shows it if the test fails
    return done

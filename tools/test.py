"""Runs every check and test, and says at the end which of them failed.

python -m tools.test [--only STEP]...        one or more of STEPS
"""

import argparse
import os
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tools.format import BIN, NODE_BIN, ROOT, Command, formatters

ENGINES = "--rt=chrome,firefox,safari"
"""The names that pytest-pyodide uses; "safari" is WebKitGTK here (tests/drivers.py)."""

PAGE_ENGINES = "--page-engine=chromium,firefox,webkit"
"""The same with our names."""

STEPS: dict[str, list[Command]] = {
    "lint": [
        *formatters(write=False),
        (str(BIN / "mypy"),),
        (str(NODE_BIN / "tsc"), "--project", "."),
        ("env", "PYTHONPATH=src", str(BIN / "lint-imports")),
        (str(BIN / "codespell"),),
        (str(BIN / "pre-commit"), "validate-config"),
    ],
    "unit": [(sys.executable, "-m", "pytest", "-q", "tests/unit", "tests/server")],
    "js": [("node", "tests/js/run.mjs")],
    "browser": [(sys.executable, "-m", "pytest", "-q", "tests/browser", ENGINES)],
    "engines": [(sys.executable, "-m", "pytest", "-q", "tests/engines", ENGINES)],
    "testing": [(sys.executable, "-m", "pytest", "-q", "-n", "2", "tests/testing")],
    "notebooks": [(sys.executable, "-m", "pytest", "-q", "tests/notebooks")],
    "brython": [(sys.executable, "-m", "pytest", "-q", "tests/brython")],
    "packages": [(sys.executable, "-m", "pytest", "-q", "tests/packages")],
    "pages": [(str(NODE_BIN / "playwright"), "test")],
    "examples": [(sys.executable, "-m", "pytest", "-q", "tests/pages", PAGE_ENGINES)],
}

END_LINES = 80

LANES = 2
"""How many steps run side by side: each waits for its browser half of the time."""

ALONE = "brython"
"""Runs before the others, and alone: it checks what happens within fractions of a second."""

SLOW = (
    "browser",
    "pages",
    "engines",
    "testing",
    "examples",
    "packages",
    "notebooks",
    "unit",
    "lint",
    "js",
)
"""The other steps, those that take longest first."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tools.test", description=__doc__)
    parser.add_argument("--only", choices=STEPS, action="append", default=[])
    chosen = parser.parse_args().only or list(STEPS)
    failed = failures(ALONE) if ALONE in chosen else []
    beside = [step for step in SLOW if step in chosen]
    with ThreadPoolExecutor(LANES) as lanes:
        failed += [failure for found in lanes.map(failures, beside) for failure in found]
    print()
    for failure in failed:
        print(f"FAILED: {failure.command}; its output ends with:\n\n{failure.end}\n")
    for failure in failed:
        print("FAILED:", failure.command)
    if not failed:
        print("All passed:", ", ".join(chosen))
    return 1 if failed else 0


@dataclass(frozen=True)
class Failure:
    command: str
    end: str
    """The last lines of its output: who reads the end of a long log sees what failed."""


def failures(step: str) -> list[Failure]:
    return [failure for command in STEPS[step] if (failure := failure_of(step, command))]


def failure_of(step: str, command: Command) -> Failure | None:
    """Runs the command, then prints its output, so that outputs are not mixed."""
    if step == "pages" and not shutil.which("chromium") and not os.environ.get("CI"):
        print("tests/pages: NOT RUN, there is no chromium (Debian: apt-get install chromium)")
        return None
    started = time.monotonic()
    done = subprocess.run(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    took = time.monotonic() - started
    print(f"$ {shown(command)}\n{done.stdout}({took:.0f} s)\n", end="", flush=True)
    if done.returncode == 0:
        return None
    return Failure(shown(command), "\n".join(done.stdout.splitlines()[-END_LINES:]))


def shown(command: Command) -> str:
    return " ".join([Path(command[0]).name, *command[1:]])


if __name__ == "__main__":
    sys.exit(main())

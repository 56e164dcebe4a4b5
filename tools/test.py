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
        failed += [command for found in lanes.map(failures, beside) for command in found]
    print()
    for command in failed:
        print("FAILED:", shown(command))
    if not failed:
        print("All passed:", ", ".join(chosen))
    return 1 if failed else 0


def failures(step: str) -> list[Command]:
    return [command for command in STEPS[step] if not passes(step, command)]


def passes(step: str, command: Command) -> bool:
    """Runs the command, then prints its output, so that outputs are not mixed."""
    if step == "pages" and not shutil.which("chromium") and not os.environ.get("CI"):
        print("tests/pages: NOT RUN, there is no chromium (Debian: apt-get install chromium)")
        return True
    started = time.monotonic()
    done = subprocess.run(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    took = time.monotonic() - started
    print(f"$ {shown(command)}\n{done.stdout}({took:.0f} s)\n", end="", flush=True)
    return done.returncode == 0


def shown(command: Command) -> str:
    return " ".join([Path(command[0]).name, *command[1:]])


if __name__ == "__main__":
    sys.exit(main())

"""Runs every check and test, and says at the end which of them failed.

python -m tools.test [--only STEP]...

with the steps of STEPS. Steps run side by side, on whatever else the machine has to do: a test that
fails runs once more, alone. Where it passes then it is told as unsteady, and does not count.
"""

import argparse
import os
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
NODE_BIN = ROOT / "node_modules" / ".bin"

ENGINES = "--rt=chrome,firefox,safari"
"""In pytest-pyodide's words; "safari" is WebKitGTK here (tests/drivers.py)."""

Command = tuple[str, ...]


def pytest(*arguments: str) -> Command:
    """What has failed is noted for each step by itself."""
    notes = f"--override-ini=cache_dir=.build/pytest/{arguments[0].replace('/', '-')}"
    return (sys.executable, "-m", "pytest", "-q", notes, *arguments)


PLAYWRIGHT = (str(NODE_BIN / "playwright"), "test")

STEPS: dict[str, list[Command]] = {
    "lint": [
        (str(BIN / "ruff"), "format", "--check", "--quiet", "."),
        (str(BIN / "ruff"), "check", "--quiet", "."),
        (str(BIN / "mypy"),),
        (str(NODE_BIN / "tsc"), "--project", "."),
        (str(NODE_BIN / "biome"), "check", "--error-on-warnings", "--log-level=warn"),
    ],
    "unit": [pytest("tests/unit", "tests/peer")],
    "browser": [pytest("tests/browser", ENGINES)],
    "engines": [pytest("tests/engines", ENGINES)],
    "testing": [pytest("tests/testing", "-n", "2")],
    "notebooks": [pytest("tests/notebooks")],
    "brython": [pytest("tests/brython")],
    "packages": [pytest("tests/packages")],
    "pages": [PLAYWRIGHT],
    "examples": [pytest("tests/pages", "--page-engine=chromium,firefox,webkit")],
}

LANES = 2
"""How many steps run side by side: each waits for its browser half of the time."""

ALONE = "brython"
"""Runs before the others and beside none: it pins what happens within fractions of a second."""

SLOW = (
    "pages",
    "browser",
    "testing",
    "engines",
    "examples",
    "packages",
    "notebooks",
    "unit",
    "lint",
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
    unsteady = [command for command in failed if passes_again(command)]
    failed = [command for command in failed if command not in unsteady]
    print()
    for command in unsteady:
        print("UNSTEADY, passed when run again, alone:", shown(command))
    for command in failed:
        print("FAILED:", shown(command))
    if not failed:
        print("All passed:", ", ".join(chosen))
    return 1 if failed else 0


def failures(step: str) -> list[Command]:
    return [command for command in STEPS[step] if not passes(step, command)]


def passes(step: str, command: Command) -> bool:
    """Runs it; prints at its end what it printed, so that nothing is mixed up."""
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


def passes_again(command: Command) -> bool:
    """Those of its tests that have failed; a check that is no test is not asked again."""
    if command == PLAYWRIGHT:
        return passes("pages", (*command, "--last-failed"))
    return "pytest" in command and passes("", (*command, "--last-failed"))


def shown(command: Command) -> str:
    return " ".join([Path(command[0]).name, *command[1:]])


if __name__ == "__main__":
    sys.exit(main())

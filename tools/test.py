"""Runs every check and test, and says at the end which of them failed.

python -m tools.test [--only lint|unit|browser|notebooks|brython|pages]
"""

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
NODE_BIN = ROOT / "node_modules" / ".bin"

ENGINES = "--rt=chrome,firefox,safari"
"""In pytest-pyodide's words; "safari" is WebKitGTK here (tests/drivers.py)."""

Command = tuple[str, ...]

STEPS: dict[str, list[Command]] = {
    "lint": [
        (str(BIN / "ruff"), "format", "--check", "--quiet", "."),
        (str(BIN / "ruff"), "check", "--quiet", "."),
        (str(BIN / "mypy"),),
        (str(NODE_BIN / "tsc"), "--project", "."),
        (str(NODE_BIN / "biome"), "check", "--error-on-warnings", "--log-level=warn"),
    ],
    "unit": [(sys.executable, "-m", "pytest", "-q", "tests/unit", "tests/peer")],
    "browser": [
        (sys.executable, "-m", "pytest", "-q", *("tests/browser", "tests/engines"), ENGINES),
    ],
    "notebooks": [(sys.executable, "-m", "pytest", "-q", "tests/notebooks")],
    "brython": [(sys.executable, "-m", "pytest", "-q", "tests/brython")],
    "pages": [(sys.executable, "-m", "tools.docs"), (str(NODE_BIN / "playwright"), "test")],
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tools.test", description=__doc__)
    parser.add_argument("--only", choices=STEPS, action="append", default=[])
    chosen = parser.parse_args().only or list(STEPS)
    failed = [command for step in chosen for command in STEPS[step] if not passes(step, command)]
    print()
    for command in failed:
        print("FAILED:", shown(command))
    if not failed:
        print("All passed:", ", ".join(chosen))
    return 1 if failed else 0


def passes(step: str, command: Command) -> bool:
    if step == "pages" and not shutil.which("chromium") and not os.environ.get("CI"):
        print("tests/pages: NOT RUN, there is no chromium (Debian: apt-get install chromium)")
        return True
    print("$", shown(command), flush=True)
    return subprocess.run(command, cwd=ROOT, check=False).returncode == 0


def shown(command: Command) -> str:
    return " ".join([Path(command[0]).name, *command[1:]])


if __name__ == "__main__":
    sys.exit(main())

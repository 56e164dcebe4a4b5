"""Formats the sources and fixes what the linters can fix: python -m tools.format.

`make lint` checks with the same commands: see tools/test.py.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
NODE_BIN = ROOT / "node_modules" / ".bin"

Command = tuple[str, ...]


def formatters(*, write: bool) -> list[Command]:
    """The commands that change files, or the same commands as checks that change none."""
    ruff, biome = str(BIN / "ruff"), str(NODE_BIN / "biome")
    # Fixes come first: ruff formats what they leave.
    return [
        (ruff, "check", "--quiet", *(["--fix"] if write else []), "."),
        (ruff, "format", "--quiet", *([] if write else ["--check"]), "."),
        (
            biome,
            "check",
            *(["--write"] if write else []),
            "--error-on-warnings",
            "--log-level=warn",
        ),
    ]


def main() -> int:
    """Runs all of them; returns 1 if one reports what it cannot fix."""
    commands = formatters(write=True)
    codes = [subprocess.run(command, cwd=ROOT, check=False).returncode for command in commands]
    return 1 if any(codes) else 0


if __name__ == "__main__":
    sys.exit(main())

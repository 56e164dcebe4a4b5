"""Makes the documentation's site in .build/docs: `python -m tools.docs`. Warnings are errors."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SITE = Path(".build") / "docs"


def main() -> int:
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    command = (sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet")
    code = subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
    if code == 0:
        print(f"{SITE / 'index.html'}: the documentation (`make demo` serves it, too)")
    return code


if __name__ == "__main__":
    sys.exit(main())

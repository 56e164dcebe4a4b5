"""Runs random programs on `Ajax` and on raw XMLHttpRequest in one page, until they differ.

python -m tools.fuzz [--programs 2000] [--minutes 10] [--seed 1] [--engine firefox]...
"""

import argparse
import os
import random
import subprocess
import sys

from tools.format import ROOT

ENGINES = {"chromium": "chrome", "firefox": "firefox", "webkit": "safari"}
"""Our names, and pytest-pyodide's."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tools.fuzz", description=__doc__)
    parser.add_argument("--programs", type=int, default=2000, help="programs for each engine")
    parser.add_argument("--minutes", type=float, default=0, help="go on for so long in each engine")
    parser.add_argument("--seed", type=int, help="as an earlier run has printed it")
    parser.add_argument("--engine", choices=ENGINES, action="append")
    options = parser.parse_args()
    engines = ",".join(ENGINES[name] for name in options.engine or ENGINES)
    seed = random.randrange(10**9) if options.seed is None else options.seed
    wanted = {
        "FUZZ_PROGRAMS": str(options.programs),
        "FUZZ_MINUTES": str(options.minutes),
        "FUZZ_SEED": str(seed),
    }
    command = [sys.executable, "-m", "pytest", "-q", "tests/browser/test_programs.py"]
    return subprocess.run(
        [*command, f"--rt={engines}"], cwd=ROOT, env=os.environ | wanted, check=False
    ).returncode


if __name__ == "__main__":
    sys.exit(main())

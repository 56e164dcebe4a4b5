"""Changes the code in one place at a time, and counts how many changes the unit tests notice.

python -m tools.mutants [--number 90] [--seed 1] [--all] [--only python|typescript]

Each changed copy of the code is a mutant (https://en.wikipedia.org/wiki/Mutation_testing). Cosmic
Ray (https://cosmic-ray.readthedocs.io/) makes those of the package, Stryker
(https://stryker-mutator.io/) those of js_shim/. A sample is drawn: at most one mutant for each
place in the code. They live in a temporary folder; the tree itself is never changed.
"""

import argparse
import os
import random
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tools.mutants import python, typescript
from tools.mutants.left_out import EQUIVALENT
from tools.mutants.mutant import Mutant, Outcome

ROOT = Path(__file__).resolve().parent.parent.parent
COPIED = ("src", "js_shim", "tests", "tools", "examples", "docs", "pyproject.toml")
LANGUAGES = {"python": python, "typescript": typescript}
AIM = 0.92


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tools.mutants", description=__doc__)
    parser.add_argument("--number", type=int, default=90, help="how many mutants (default 90)")
    parser.add_argument("--seed", type=int, default=1, help="which sample (default 1)")
    parser.add_argument("--all", action="store_true", help="every mutant: takes hours")
    parser.add_argument("--only", choices=LANGUAGES, help="the mutants of one language")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        copy_to(Path(folder))
        os.chdir(folder)
        chosen = [options.only] if options.only else LANGUAGES
        candidates = [
            mutant for name in chosen for mutant in one_for_each_place(LANGUAGES[name].mutants())
        ]
        count = len(candidates) if options.all else min(options.number, len(candidates))
        sample = random.Random(options.seed).sample(candidates, count)
        return report(sample, len(candidates))


def copy_to(folder: Path) -> None:
    for name in COPIED:
        if (ROOT / name).is_dir():
            ignored = shutil.ignore_patterns("__pycache__", "_shim.js", "pages")
            shutil.copytree(ROOT / name, folder / name, ignore=ignored)
        else:
            shutil.copy(ROOT / name, folder / name)
    (folder / "node_modules").symlink_to(ROOT / "node_modules")


def one_for_each_place(mutants: Iterator[Mutant]) -> Iterator[Mutant]:
    places: dict[tuple[Path, int, int], list[Mutant]] = {}
    for mutant in mutants:
        if not is_equivalent(mutant):
            places.setdefault((mutant.path, mutant.line, mutant.column), []).append(mutant)
    draw = random.Random(0)
    for place in sorted(places):
        yield draw.choice(sorted(places[place], key=lambda mutant: mutant.change))


def is_equivalent(mutant: Mutant) -> bool:
    return any(
        mutant.change.startswith(change) and mutant.text == text for change, text in EQUIVALENT
    )


def report(sample: list[Mutant], known: int) -> int:
    survivors = []
    endless = 0
    limits = {
        language.Mutant: language.limit()
        for language in LANGUAGES.values()
        if any(isinstance(mutant, language.Mutant) for mutant in sample)
    }
    for number, mutant in enumerate(sample, 1):
        outcome = mutant.test(limits[type(mutant)])
        endless += outcome is Outcome.ENDLESS
        if outcome is Outcome.SURVIVED:
            survivors.append(mutant)
            print(f"\nSURVIVED: {mutant}\n{mutant.diff()}", flush=True)
        else:
            print(f"\r{number} of {len(sample)}", end="", flush=True)
    killed = len(sample) - len(survivors)
    print(
        f"\n{killed} of {len(sample)} killed ({killed / len(sample):.0%}), aim {AIM:.0%}; ", end=""
    )
    print(f"{endless} of them ran too long; {known} places in all. Survivors:")
    for mutant in survivors:
        print(f"  {mutant}")
    return 0 if killed >= AIM * len(sample) else 1


if __name__ == "__main__":
    sys.exit(main())

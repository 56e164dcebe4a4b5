"""What makes the page start quickly: a memory snapshot, pyodide/snapshot.bin, a leaner core, and
the WebAssembly file in two halves."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

TOOLS = Path(__file__).resolve().parent
NAME = "snapshot.bin"
MADE_OF = (
    *("pyodide.lean.mjs", "pyodide.asm.wasm"),
    *("python_stdlib.zip", "pyodide_browser.zip"),
)
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
MADE_BY = ("snapshot.mjs", "snapshot_imports.py", "wasm.mjs")

CORE = "pyodide.lean.mjs"
HALVES = ("pyodide.first.wasm", "pyodide.rest.wasm")
NOT_MADE_FOR_IT = 3


def make_lean(pyodide: Path, runtime: Path) -> None:
    """Puts it into `runtime`; not where Pyodide is another one than it was written for."""
    command = ["node", str(TOOLS / "lean.mjs"), str(pyodide), str(runtime / CORE)]
    code = subprocess.run(command, check=False).returncode
    if code not in (0, NOT_MADE_FOR_IT):
        sys.exit(f"{CORE} could not be made")


def build_snapshot(runtime: Path, cache: Path) -> str:
    """Puts it into `runtime`, from `cache` if it was made of the same files; returns its id, ""
    where it could not be made."""
    if not (runtime / CORE).exists():
        return ""
    chromium = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    made = cache / "snapshot" / f"{_digest(runtime)}.bin"
    if not made.exists():
        if not chromium:
            print(f"{NAME}: NOT BUILT, pages start more slowly: there is no Chromium here")
            print("(Debian: apt-get install chromium; elsewhere: CHROMIUM=/path/to/it)")
            return ""
        shutil.rmtree(made.parent, ignore_errors=True)
        made.parent.mkdir(parents=True)
        unfinished = made.with_suffix(".unfinished")
        paths = (TOOLS / MADE_BY[0], runtime, TOOLS / MADE_BY[1], unfinished, chromium)
        if subprocess.run(["node", *map(str, paths)], check=False).returncode:
            sys.exit(f"{NAME} could not be made")
        unfinished.rename(made)
    shutil.copy2(made, runtime / NAME)
    return id_of_snapshot(runtime)


def id_of_snapshot(runtime: Path) -> str:
    with (runtime / NAME).open("rb") as file:
        return file.read(24)[8:].decode()


def split_wasm(runtime: Path) -> str:
    """Puts the halves of the WebAssembly file into `runtime`; returns their id, "" where
    tools/used.json is for another file."""
    whole, *halves = (str(runtime / name) for name in ("pyodide.asm.wasm", *HALVES))
    command = ["node", str(TOOLS / "split.mjs"), whole, str(TOOLS / "used.json"), *halves]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        sys.exit(f"{HALVES[0]} could not be made")
    if not done.stdout:
        print(f"{HALVES[0]}: NOT BUILT, pages start more slowly: tools/used.json is of another")
        print("Pyodide (python -m tools.used makes it)")
    return done.stdout.strip()


def _digest(runtime: Path) -> str:
    digest = hashlib.sha256()
    for path in [*(TOOLS / name for name in MADE_BY), *(runtime / name for name in MADE_OF)]:
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]

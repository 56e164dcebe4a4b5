"""What makes the page start quickly: a memory snapshot, pyodide/snapshot.bin, and a leaner core."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

TOOLS = Path(__file__).resolve().parent
NAME = "snapshot.bin"
MADE_OF = (
    *("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm"),
    *("python_stdlib.zip", "pyodide_browser.zip"),
)
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
MADE_BY = ("snapshot.mjs", "snapshot_imports.py")

CORE = "pyodide.asm.mjs"
GOT_OF_ALL = "updateGOT(origExports)"
GOT_OF_IMPORTED = (
    "updateGOT(Object.fromEntries(Object.entries(origExports).filter(([name])=>name in GOT)))"
)
"""Emscripten gives each of 8 800 exports a slot in the table of functions, which takes time at each
start and goes differently in WebKit. Those that the main module points to are enough: a binary
module that points to another one makes Emscripten give it a slot then."""


def make_lean(runtime: Path) -> None:
    path = runtime / CORE
    core = path.read_text("utf-8")
    if core.count(GOT_OF_ALL) == 1:
        path.write_text(core.replace(GOT_OF_ALL, GOT_OF_IMPORTED), "utf-8")
    else:
        print(f"{CORE}: left as it is, this Pyodide sets up its table of functions in another way")


def build_snapshot(runtime: Path, cache: Path) -> str:
    """Puts it into `runtime`, from `cache` if it was made of the same files; returns its id, ""
    where it could not be made."""
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
    with made.open("rb") as file:
        return file.read(24)[8:].decode()


def _digest(runtime: Path) -> str:
    digest = hashlib.sha256()
    for path in [*(TOOLS / name for name in MADE_BY), *(runtime / name for name in MADE_OF)]:
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]

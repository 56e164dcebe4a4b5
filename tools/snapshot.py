"""The memory snapshot that makes the page start quickly: pyodide/snapshot.bin."""

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

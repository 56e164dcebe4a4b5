"""Makes the files by which pages start faster: the core in two parts, the WebAssembly file in
three, and snapshot.bin. If one cannot be made, the build prints why and goes on: pages then start
without it."""

import hashlib
import json
import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from tools.quickstart.groups import names
from tools.quickstart.library import PACKAGE, STDLIB, TABLES, write_library

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PATCHED = "pyodide.patched.mjs"
DEFERRED_CORE = "pyodide.deferred.mjs"
SNAPSHOT = "snapshot.bin"
WHOLE_WASM = "pyodide.asm.wasm"
INITIAL_WASM = "pyodide.initial.wasm"
NEXT_WASM, DEFERRED_WASM = "pyodide.next.wasm", "pyodide.deferred.wasm"
TIMEOUT = 300
"""Seconds. With another Pyodide, a page may wait forever for its WebAssembly file."""

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
NO_CHROMIUM = """\
there is no Chromium
(Debian: apt-get install chromium; other systems: CHROMIUM=/path/to/chromium)"""

SNAPSHOT_INPUTS = (PATCHED, WHOLE_WASM, "pyodide_browser.zip")
LIBRARY_TOOLS = (HERE / "python_patches.py", HERE / "groups.py", ROOT / "tools" / "compile_zip.py")
SNAPSHOT_TOOLS = (
    *(HERE / name for name in ("snapshot.mjs", "snapshot_file.mjs", "snapshot_imports.py")),
    *(HERE / name for name in ("clearing.mjs", "instructions.mjs", "packing.mjs", "wasm.mjs")),
    ROOT / "tools" / "typescript.mjs",
    ROOT / "js_shim" / "quickstart" / "checksum.ts",
)


def patch_pyodide(pyodide: Path, runtime: Path) -> None:
    """Writes pyodide.patched.mjs and pyodide.deferred.mjs to `runtime`, made from npm's files in
    `pyodide`."""
    targets = (runtime / PATCHED, runtime / DEFERRED_CORE)
    if _node(PATCHED, HERE / "patch.mjs", pyodide, *targets) is None:
        for target in targets:
            target.unlink(missing_ok=True)


def build_library(pyodide: Path, runtime: Path, cache: Path) -> Path | None:
    """Makes the files of tools/quickstart/library.py in a folder of `cache`. Returns the folder,
    None if they could not be made."""
    stdlib = pyodide / STDLIB
    inputs = (*LIBRARY_TOOLS, stdlib, runtime / PACKAGE)
    folder = cache / "library" / _digest(inputs)
    if not folder.exists():
        shutil.rmtree(folder.parent, ignore_errors=True)
        unfinished = folder.with_suffix(".unfinished")
        unfinished.mkdir(parents=True)
        script = ROOT / "tools" / "compile_in_pyodide.mjs"
        if _node(SNAPSHOT, script, "compile_library", stdlib, unfinished / STDLIB) is None:
            return None
        write_library(unfinished, runtime / PACKAGE)
        unfinished.rename(folder)
    return folder


def build_snapshot(runtime: Path, library: Path, cache: Path) -> bool:
    """Writes snapshot.bin and the files of the library to `runtime`, from `cache` if its inputs are
    the same. Returns whether they could be made."""
    if not (runtime / PATCHED).exists():
        _not_built(SNAPSHOT, f"there is no {PATCHED}")
        return False
    inputs = [*SNAPSHOT_TOOLS, *(runtime / name for name in SNAPSHOT_INPUTS), *library.iterdir()]
    cached = cache / "snapshot" / f"{_digest(inputs)}.bin"
    if not cached.exists() and not _take_snapshot(runtime, library, cached):
        return False
    shutil.copy2(cached, runtime / SNAPSHOT)
    for path in library.glob("library.*.bin"):
        shutil.copy2(path, runtime)
    return True


def groups_of(cache: Path) -> dict[str, str]:
    """Group → the names by which scripts import from it, for the last snapshot."""
    (modules,) = (cache / "snapshot").glob("*.txt")
    (tables_file,) = (cache / "library").glob(f"*/{TABLES}")
    tables = json.loads(tables_file.read_text())
    return names(tables.values(), modules.read_text().split())


def _take_snapshot(runtime: Path, library: Path, target: Path) -> bool:
    chromium = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if not chromium:
        _not_built(SNAPSHOT, NO_CHROMIUM)
        return False
    shutil.rmtree(target.parent, ignore_errors=True)
    target.parent.mkdir(parents=True)
    unfinished = target.with_suffix(".unfinished")
    arguments = (runtime, library, HERE / "snapshot_imports.py", unfinished, chromium)
    modules = _node(SNAPSHOT, HERE / "snapshot.mjs", *arguments)
    if modules is None:
        return False
    target.with_suffix(".txt").write_text(modules)
    unfinished.rename(target)
    return True


def whole_snapshot(cache: Path) -> Path:
    """The last snapshot as it was taken, with what `split_wasm` moves to the deferred file."""
    (snapshot,) = (cache / "snapshot").glob("*.bin")
    return snapshot


def id_of_snapshot(runtime: Path) -> str:
    with (runtime / SNAPSHOT).open("rb") as file:
        return file.read(24)[8:].decode()


def split_wasm(runtime: Path) -> str:
    """Writes the three WebAssembly files to `runtime`, and to snapshot.bin which data the initial
    one has. Returns the id of the three, "" if they could not be made."""
    profile = HERE / "wasm_profile.json"
    names = (PATCHED, SNAPSHOT, INITIAL_WASM, NEXT_WASM, DEFERRED_WASM)
    files = (runtime / name for name in names)
    return _node(INITIAL_WASM, HERE / "split.mjs", runtime / WHOLE_WASM, profile, *files) or ""


def _node(name: str, *command: Path | str) -> str | None:
    """Runs a script that makes the file `name`. Returns what it prints; if it fails, prints the
    reason and returns None."""
    arguments = ("node", *map(str, command))
    try:
        done = subprocess.run(
            arguments, capture_output=True, text=True, check=False, timeout=TIMEOUT
        )
    except subprocess.TimeoutExpired:
        _not_built(name, f"{Path(command[0]).name} does not end within {TIMEOUT} s")
        return None
    if done.returncode:
        _not_built(name, done.stderr.strip() or f"exit code {done.returncode}")
        return None
    print(done.stderr, end="")
    return done.stdout.strip()


def _not_built(name: str, reason: str) -> None:
    first, *details = reason.splitlines()
    print(f"{name}: NOT BUILT: {first}; pages start without it (slower)")
    for line in details:
        print(f"    {line}")


def _digest(files: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(path.name.encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]

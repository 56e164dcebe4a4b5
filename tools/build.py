"""Builds dist/: the page script, the shim as a module, the wheel and the runtime.

    python -m tools.build

CONTRIBUTING.md describes the files. Parts whose inputs have not changed come from .build/.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest_pyodide

from tools.quickstart.build import (
    DEFERRED_CORE,
    DEFERRED_WASM,
    INITIAL_WASM,
    NEXT_WASM,
    PATCHED,
    SNAPSHOT,
    WHOLE_WASM,
    build_library,
    build_snapshot,
    groups_of,
    id_of_snapshot,
    patch_pyodide,
    split_wasm,
)
from tools.quickstart.library import PACKAGE, STDLIB
from tools.sizes import report

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / ".build"
DIST = ROOT / "dist"
RUNTIME = DIST / "pyodide"
TEST_RUNTIME = CACHE / "test-pyodide"
NPM_PYODIDE = ROOT / "node_modules" / "pyodide"
RUNTIME_FILES = ("pyodide.mjs", "pyodide.js", "pyodide.asm.mjs", WHOLE_WASM, "ffi.d.ts")
TYPES = ("pyodide.d.ts",)
SHIM = "pyodide-browser.mjs"
SHIM_OF_PAGES = "pyodide_browser_shim.mjs"
"""A copy of it in pyodide/: a page needs only the page script and that folder."""

WORKER = "pyodide_browser_worker.mjs"
GROUPS = "library.json"
"""The groups of modules, for `pyodide-browser build`; no page loads it."""

QUICK_START_FILES = (
    *(WHOLE_WASM, INITIAL_WASM, NEXT_WASM, DEFERRED_WASM),
    *(PATCHED, DEFERRED_CORE, SNAPSHOT),
)


def main() -> None:
    DIST.mkdir(exist_ok=True)
    CACHE.mkdir(exist_ok=True)
    bundle_shim()
    wheel = build_wheel()
    build_runtime(wheel)
    library = build_library(NPM_PYODIDE, RUNTIME, CACHE)
    snapshot = split = ""
    groups: dict[str, str] = {}
    if library and build_snapshot(RUNTIME, library, CACHE):
        groups = groups_of(CACHE)
        split = split_wasm(RUNTIME)
        snapshot = id_of_snapshot(RUNTIME)
    bundle_page(snapshot, split, groups)
    build_test_runtime(wheel)
    report(DIST, CACHE / "compressed")


def bundle_shim() -> None:
    """Bundles js_shim/ as the module for hosts and as the script in the wheel."""
    bundle("index", DIST / SHIM, "--format=esm")
    name = "__pyodideBrowserShim"
    # The wheel evaluates the script; the footer makes the shim its value.
    value = ("--format=iife", f"--global-name={name}", f"--footer:js={name}.shim;")
    bundle("wheel", ROOT / "src" / "browser" / "_shim.js", *value)


def bundle_page(snapshot: str, split: str, groups: dict[str, str], dist: Path = DIST) -> None:
    """Bundles js_shim/ as the page script and as the worker, with the ids of the files that they
    load."""
    runtime = dist / "pyodide"
    worker = ("workers/worker", runtime / WORKER, "--format=esm")
    defined = {"SNAPSHOT": snapshot, "SPLIT": split, "BUILD": ""}
    ids = [f'--define:__{name}__="{value}"' for name, value in defined.items()]
    ids.append(f"--define:__GROUPS__={json.dumps(groups)}")
    bundle(*worker, *ids)  # without the id of the build, which depends on it
    suffixes = (".mjs", ".wasm", ".bin", ".zip")
    build = id_of(*sorted(path for path in runtime.iterdir() if path.suffix in suffixes))
    ids.append(f'--define:__BUILD__="{build}"')
    bundle(*worker, *ids)
    bundle("page/main", dist / "pyodide-browser.js", "--format=iife", *ids)
    (runtime / GROUPS).write_text(json.dumps(groups, indent=2) + "\n", encoding="utf-8")
    for name in ("register", "worker"):  # for `pyodide-browser build --offline`
        bundle(f"offline/{name}", runtime / f"offline.{name}.js", "--format=iife")


def id_of(*files: Path) -> str:
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:16]


def bundle(entry: str, target: Path, *options: str) -> None:
    run(
        "node_modules/.bin/esbuild",
        f"js_shim/{entry}.ts",
        f"--outfile={target}",
        "--bundle",
        "--minify",
        "--target=es2022",
        "--charset=utf8",
        "--log-level=warning",
        *options,
    )


def build_wheel() -> Path:
    for old in DIST.glob("*.whl"):
        old.unlink()
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1577836800"}
    options = ("--wheel", "--no-isolation", "--outdir", str(DIST))
    run(sys.executable, "-m", "build", *options, quiet=True, environment=environment)
    return next(DIST.glob("*.whl"))


def build_runtime(wheel: Path) -> None:
    """Copies npm's Pyodide, with compiled sources: they start five times as fast."""
    shutil.rmtree(RUNTIME, ignore_errors=True)
    RUNTIME.mkdir()
    for name in (*RUNTIME_FILES, *TYPES):
        shutil.copy2(NPM_PYODIDE / name, RUNTIME / name)
    shutil.copy2(DIST / SHIM, RUNTIME / SHIM_OF_PAGES)
    patch_pyodide(NPM_PYODIDE, RUNTIME)
    source = NPM_PYODIDE / STDLIB
    shutil.copy2(compiled(STDLIB, [source], "compile_zip", source), RUNTIME / STDLIB)
    sources = sorted(p for p in (ROOT / "src").rglob("*.py") if "testing" not in p.parts)
    wheels = [wheel, *sorted((CACHE / "page-wheels").glob("*.whl"))]
    package = compiled(PACKAGE, [*sources, *wheels], "compile_folder", ROOT / "src", *wheels)
    shutil.copy2(package, RUNTIME / PACKAGE)
    shutil.copy2(wheel, RUNTIME)
    lock = RUNTIME / "pyodide-lock.json"
    write_lock(lock, json.loads((NPM_PYODIDE / lock.name).read_text()), [RUNTIME / wheel.name])


def compiled(name: str, inputs: list[Path], function: str, source: Path, *others: Path) -> Path:
    """Returns a zip of .pyc files, from .build/ if its inputs are the same."""
    tools = [ROOT / "tools" / "compile_zip.py", NPM_PYODIDE / "package.json"]
    digest = hashlib.sha256()
    for path in [*tools, *inputs]:
        digest.update(path.name.encode() + path.read_bytes())
    target = CACHE / "compiled" / digest.hexdigest()[:16] / name
    if not target.exists():
        for old in (CACHE / "compiled").glob(f"*/{name}"):
            shutil.rmtree(old.parent)
        target.parent.mkdir(parents=True)
        unfinished = target.parent / f"unfinished-{name}"
        script = ("node", "tools/compile_in_pyodide.mjs", function)
        run(*script, str(source), str(target), *map(str, others))
        unfinished.unlink(missing_ok=True)
    return target


def build_test_runtime(wheel: Path) -> None:
    """Makes the runtime of tests/browser: with pytest and what it needs as packages."""
    shutil.rmtree(TEST_RUNTIME, ignore_errors=True)
    shutil.copytree(RUNTIME, TEST_RUNTIME, copy_function=os.link)
    wheels = [TEST_RUNTIME / wheel.name]
    for page in (Path(pytest_pyodide.__file__).parent / "_templates").iterdir():
        shutil.copy2(page, TEST_RUNTIME)
    for guest in sorted((CACHE / "guest-wheels").glob("*.whl")):
        wheels.append(Path(shutil.copy2(guest, TEST_RUNTIME)))
    lock = TEST_RUNTIME / "pyodide-lock.json"
    original = json.loads((NPM_PYODIDE / lock.name).read_text())
    lock.unlink()
    write_lock(lock, original | {"packages": {}}, wheels)


def write_lock(path: Path, lock: object, wheels: list[Path]) -> None:
    """Adds our wheels to the lock file, by the command `pyodide`."""
    unfinished = CACHE / "lock.json"
    unfinished.write_text(json.dumps(lock))
    options = ("--input", str(unfinished), "--output", str(path), "--base-path", str(path.parent))
    pyodide = Path(sys.executable).with_name("pyodide")
    run(str(pyodide), "lockfile", "add-wheels", *options, *map(str, wheels), quiet=True)


def run(*command: str, quiet: bool = False, environment: dict[str, str] | None = None) -> None:
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=quiet, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"{' '.join(command)} failed\n{done.stdout or ''}{done.stderr or ''}")


if __name__ == "__main__":
    main()

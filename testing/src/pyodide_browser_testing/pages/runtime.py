"""What pyodide/ contains: modules, groups of modules, packages."""

from __future__ import annotations

import importlib
import importlib.util
import json
import sys
import zipfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from pyodide_browser_testing import bundle

FOLDER = "pyodide"
GROUPS = "library.json"
"""Group → the names of its modules; the build writes it, no page loads it."""

LOCK = "pyodide-lock.json"
CHECKED = ("browser", "browser.aio", "browser.ajax", "browser.timer")
"""Modules whose names are known without a browser."""

ZIPS = ("python_stdlib.zip", "pyodide_browser.zip")
FROM_JAVASCRIPT = frozenset({"js", "pyodide_js"})
"""Modules that Pyodide makes in the page."""

FIRST = (
    "pyodide_browser_shim.mjs",
    "pyodide.patched.mjs",
    "pyodide.initial.wasm",
    "snapshot.bin",
)
WITHOUT_QUICK_START = (
    "pyodide_browser_shim.mjs",
    "pyodide.mjs",
    "pyodide.asm.mjs",
    "pyodide.asm.wasm",
    *ZIPS,
)


def files() -> list[str]:
    """Returns the files that pages load, relative to the folder of the page script."""
    folder = bundle.folder()
    beside = sorted(path for path in (folder / FOLDER).iterdir() if path.is_file())
    names = [f"{FOLDER}/{path.name}" for path in beside if _is_loaded(path.name)]
    return ["pyodide-browser.js", *names]


def first() -> list[str]:
    """Returns the files that every page loads before its first statement."""
    names = FIRST if groups() else WITHOUT_QUICK_START
    return ["pyodide-browser.js", *(f"{FOLDER}/{name}" for name in names)]


def _is_loaded(name: str) -> bool:
    unused = name.endswith((".br", ".gz", ".ts", ".whl")) or name.startswith("offline.")
    return not unused and name not in (GROUPS, "pyodide.js")


@cache
def groups() -> Mapping[str, str]:
    """Returns group → names of packages and modules, as js_shim/quickstart/imports.ts has them.
    Empty if the bundle was built without the quick start."""
    file = bundle.folder() / FOLDER / GROUPS
    found: dict[str, str] = json.loads(file.read_text()) if file.is_file() else {}
    return found


def group_of(name: str) -> str:
    """Returns the group of a module, "" if Python starts with it. The group of `a.b` is that of
    `a`, unless another one names it."""
    while name:
        for group, names in groups().items():
            if name in names.split():
                return group
        name = name.rpartition(".")[0]
    return ""


@cache
def modules() -> frozenset[str]:
    """Returns the modules and packages of the standard library and of this package in pages."""
    found = set(FROM_JAVASCRIPT)
    for archive in ZIPS:
        with zipfile.ZipFile(bundle.folder() / FOLDER / archive) as content:
            for file in content.namelist():
                stem = file.removesuffix(".pyc").removesuffix("/__init__")
                if file.endswith(".pyc"):
                    found.add(stem.replace("/", "."))
    return frozenset(found)


@cache
def has_module(name: str) -> bool:
    """Returns whether a page can import a module, without packages and files of its own.

    >>> has_module("json"), has_module("math"), has_module("tkinter")
    (True, True, False)
    """
    if name in modules():
        return True
    return name in sys.stdlib_module_names and _is_compiled(name)


def _is_compiled(name: str) -> bool:
    """Whether the module is written in C, in this Python: Pyodide has it without a file."""
    try:
        spec = importlib.util.find_spec(name)
    except (ImportError, ValueError):
        return False
    return spec is not None and not (spec.origin or "").endswith((".py", "frozen"))


def has_name(module: str, name: str) -> bool:
    """Returns whether `from module import name` works. Returns True for modules whose names are
    not checked.

    >>> has_name("browser", "document"), has_name("browser.timer", "gone")
    (True, False)
    """
    if module not in CHECKED or name == "*":
        return True
    names = importlib.import_module(module).__all__
    return name in names or f"{module}.{name}" in modules()


@cache
def packages() -> Mapping[str, Mapping[str, Any]]:
    """Returns the packages of the lock file, by name."""
    lock = json.loads((bundle.folder() / FOLDER / LOCK).read_text(encoding="utf-8"))
    found: Mapping[str, Mapping[str, Any]] = lock["packages"]
    return found


@cache
def package_of(module: str) -> str:
    """Returns the package of the lock file that contains a top-level module; "" if none does."""
    top = module.partition(".")[0]
    return next((name for name, entry in packages().items() if top in entry["imports"]), "")


def wheels_of(package: str) -> list[str]:
    """Returns the file names of a package of the lock file and of its dependencies."""
    found: dict[str, None] = {}
    waiting = [package]
    while waiting:
        entry = packages()[waiting.pop(0)]
        if entry["file_name"] not in found:
            found[entry["file_name"]] = None
            waiting += entry["depends"]
    return list(found)


def size(name: str) -> int:
    """Returns the bytes of a file of the bundle, compressed by brotli if it is."""
    file = bundle.folder() / name
    brotli = Path(f"{file}.br")
    return (brotli if brotli.is_file() else file).stat().st_size

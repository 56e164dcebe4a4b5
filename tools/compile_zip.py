"""Makes zips of compiled Python, inside Pyodide: a desktop Python cannot write its bytecode.

tools/compile_in_pyodide.mjs runs it. Time stamps are fixed, so that the same sources give the same
zip.
"""

import ast
import marshal
import zipfile
from importlib._bootstrap_external import MAGIC_NUMBER
from pathlib import Path

from quickstart.python_patches import patched  # type: ignore[import-not-found]

_UNCHECKED_HASH = (0b01).to_bytes(4, "little") + bytes(8)
"""The rest of the .pyc header: there is no source to compare time stamps or hashes with."""
_TIME = (2020, 1, 1, 0, 0, 0)
UNTYPED = ("browser/", "pyodide/", "_pyodide/")
"""Modules whose functions have no annotations in pages: each would be a function of its own, a
twelfth of the snapshot. Editors and type checkers read the wheel."""

NOT_NEEDED = (
    "mistune/__main__",
    "mistune/directives/",
    "mistune/renderers/markdown",
    "mistune/renderers/rst",
)
"""Modules of other projects that `browser.markdown` does not use."""


def compile_zip(source: str, target: str) -> None:
    """Makes a zip of .pyc from a zip of sources. Tracebacks show the paths in /lib/TARGET."""
    with zipfile.ZipFile(source) as sources:
        files = {name: sources.read(name) for name in sources.namelist() if name[-1] != "/"}
    write(files, target, f"/lib/{Path(target).name}")


def compile_library(source: str, target: str) -> None:
    """Makes the standard library of the quick start: patched, and without compression."""
    with zipfile.ZipFile(source) as sources:
        files = {name: sources.read(name) for name in sources.namelist() if name[-1] != "/"}
    write(files | patched(files), target, f"/lib/{Path(target).name}")


def compile_folder(source: str, target: str, metadata: str, *wheels: str) -> None:
    """Makes a zip of .pyc from src/, without `browser.testing`, and from `wheels`. Adds METADATA
    from the wheel `metadata`, so that importlib.metadata and micropip find the package."""
    root = Path(source)
    paths = [path for path in sorted(root.rglob("*")) if path.is_file()]
    files = {
        str(path.relative_to(root)): path.read_bytes()
        for path in paths
        if path.suffix == ".py"
        and not {"__pycache__", "testing"} & set(path.relative_to(root).parts)
    }
    with zipfile.ZipFile(metadata) as wheel:
        files |= {name: wheel.read(name) for name in wheel.namelist() if name.endswith("/METADATA")}
    for path in wheels:
        with zipfile.ZipFile(path) as wheel:
            names = [name for name in wheel.namelist() if is_needed(name)]
            files |= {name: wheel.read(name) for name in names}
    write(files, target, f"/lib/{Path(target).name}")


def is_needed(name: str) -> bool:
    """Whether pages need this file of another project's wheel: modules, METADATA, licenses."""
    if ".dist-info/" in name:
        return name.endswith("/METADATA") or "/licenses/" in name
    return name.endswith(".py") and not any(part in name for part in NOT_NEEDED)


def write(files: dict[str, bytes], target: str, shown: str) -> None:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in sorted(files.items()):
            if name.endswith(".py"):
                tree = ast.parse(content)
                if name.startswith(UNTYPED):
                    remove_annotations(tree)
                code = compile(tree, f"{shown}/{name}", "exec", dont_inherit=True, optimize=0)
                name, content = f"{name}c", MAGIC_NUMBER + _UNCHECKED_HASH + marshal.dumps(code)
            archive.writestr(zipfile.ZipInfo(name, _TIME), content, zipfile.ZIP_DEFLATED, 9)


def remove_annotations(tree: ast.Module) -> None:
    """Removes the annotations of parameters and results. Those of variables may have a meaning."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            node.returns = None
        elif isinstance(node, ast.arg):
            node.annotation = None

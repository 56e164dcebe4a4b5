"""Zips of compiled Python, made inside Pyodide (whose bytecode a desktop Python cannot write).

Run by tools/compile_in_pyodide.mjs. The time stamps are fixed, so that the same sources give the
same zip.
"""

import marshal
import zipfile
from importlib._bootstrap_external import MAGIC_NUMBER
from pathlib import Path

_UNCHECKED_HASH = (0b01).to_bytes(4, "little") + bytes(8)
"""The .pyc header's rest: no time stamp, and the source (which is not there) is not asked for."""
_TIME = (2020, 1, 1, 0, 0, 0)


def compile_zip(source: str, target: str) -> None:
    """From a zip of sources to a zip of .pyc, each under the path that tracebacks show."""
    with zipfile.ZipFile(source) as sources:
        files = {name: sources.read(name) for name in sources.namelist() if name[-1] != "/"}
    write(files, target, f"/lib/{Path(target).name}")


def compile_folder(source: str, target: str, metadata: str) -> None:
    """From src/, but for `browser.testing`, to a zip of .pyc, with the .dist-info of the wheel
    `metadata` (so that importlib.metadata and micropip know that the package is there)."""
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
    write(files, target, f"/lib/{Path(target).name}")


def write(files: dict[str, bytes], target: str, shown: str) -> None:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in sorted(files.items()):
            if name.endswith(".py"):
                code = compile(content, f"{shown}/{name}", "exec", dont_inherit=True, optimize=0)
                name, content = f"{name}c", MAGIC_NUMBER + _UNCHECKED_HASH + marshal.dumps(code)
            archive.writestr(zipfile.ZipInfo(name, _TIME), content, zipfile.ZIP_DEFLATED, 9)

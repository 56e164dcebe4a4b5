"""Compresses the files in dist/, prints their sizes, and fails if one is over budget."""

import json
import subprocess
import sys
from pathlib import Path

TOOLS = Path(__file__).resolve().parent
PAGE_SCRIPT = "pyodide-browser.js"
INITIAL_FILES = (
    PAGE_SCRIPT,
    "pyodide_browser_shim.mjs",
    "pyodide.patched.mjs",
    "pyodide.initial.wasm",
    "snapshot.bin",
)
"""What a page loads before its first statement, with the quick start."""

SUFFIXES = (".js", ".mjs", ".wasm", ".bin", ".json")
"""The files to compress; zips are compressed already."""

PAGE_SCRIPT_GZIP = 10_650
WHEEL = 126_500
INITIAL_BROTLI = 1_590_000
"""Two builds differ by up to 5,000 bytes."""


def report(dist: Path, cache: Path) -> None:
    files = sorted(path for path in dist.rglob("*") if path.suffix in SUFFIXES)
    command = ["node", str(TOOLS / "compress.mjs"), str(cache), *map(str, files)]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True)
    sizes = {Path(name).name: counts for name, *counts in json.loads(done.stdout)}
    for path in sorted([*dist.rglob("*.zip"), *dist.glob("*.whl")]):
        sizes[path.name] = [path.stat().st_size] * 3
    print(f"{'bytes':44}{'raw':>11}{'gzip':>11}{'brotli':>11}")
    for name, counts in sizes.items():
        print(f"{name:44}" + "".join(f"{count:11,}" for count in counts))
    wheel = next(name for name in sizes if name.endswith(".whl"))
    within = [
        within_budget(f"{PAGE_SCRIPT}, gzip", sizes[PAGE_SCRIPT][1], PAGE_SCRIPT_GZIP),
        within_budget("wheel", sizes[wheel][0], WHEEL),
    ]
    what = "before the first statement, brotli"
    if all(name in sizes for name in INITIAL_FILES):
        initial = sum(sizes[name][2] for name in INITIAL_FILES)
        within.append(within_budget(what, initial, INITIAL_BROTLI))
    else:
        print(f"{what}: no budget without the quick start")
    if not all(within):
        sys.exit("over budget: make it smaller")


def within_budget(name: str, size: int, budget: int) -> bool:
    print(f"{name}: {size:,} bytes of {budget:,}{'' if size <= budget else ', TOO MUCH'}")
    return size <= budget

"""Compresses what is in dist/, prints how large all that is, and fails over budget."""

import json
import subprocess
import sys
from pathlib import Path

TOOLS = Path(__file__).resolve().parent
PAGE_SCRIPT = "pyodide-browser.js"
FIRST = (PAGE_SCRIPT, "pyodide_browser_shim.mjs", "pyodide.lean.mjs", "snapshot.bin")
"""What a page loads before its first statement, with the WebAssembly file or its first half."""

SUFFIXES = (".js", ".mjs", ".wasm", ".bin", ".json")
"""Zips are compressed already."""

PAGE_SCRIPT_GZIP = 10_000
WHEEL = 80_000
FIRST_BROTLI = {"pyodide.first.wasm": 4_300_000, "pyodide.asm.wasm": 5_300_000}


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
    wasm, budget = next(item for item in FIRST_BROTLI.items() if item[0] in sizes)
    first = sum(sizes[name][2] for name in (wasm, *FIRST) if name in sizes)
    within = [
        told(f"{PAGE_SCRIPT}, gzip", sizes[PAGE_SCRIPT][1], PAGE_SCRIPT_GZIP),
        told("wheel", sizes[wheel][0], WHEEL),
        told("before the first statement, brotli", first, budget),
    ]
    if not all(within):
        sys.exit("over budget: make it smaller")


def told(name: str, size: int, budget: int) -> bool:
    print(f"{name}: {size:,} bytes of {budget:,}{'' if size <= budget else ', TOO MUCH'}")
    return size <= budget

"""Checks that no function of the initial WebAssembly file reads data of the deferred one.

    make build && .venv/bin/python -m tools.quickstart.profile.check

Visits the pages of the profile in Chromium, with an initial file that records what it reads
(tools/quickstart/watch.mjs). Takes some minutes.
"""

import json
import subprocess
from itertools import pairwise
from pathlib import Path
from typing import Any

from tools.build import CACHE, bundle_page
from tools.quickstart.build import (
    INITIAL_WASM,
    SNAPSHOT,
    WHOLE_WASM,
    groups_of,
    id_of_snapshot,
    split_wasm,
    whole_snapshot,
)
from tools.quickstart.profile.__main__ import HERE, copy_of_dist, visited

WATCH = HERE.parent / "watch.mjs"


def main() -> None:
    tables = [(at, at + length) for at, length in header(whole_snapshot(CACHE))["lineTables"]]
    dist, documentation = watched(max(end for _, end in tables))
    ranges = deferred_data(dist / "pyodide" / SNAPSHOT) + tables
    print(f"{len(ranges)} ranges of data are deferred: {sum(end - at for at, end in ranges)} bytes")
    wrong = 0
    script = f"return readersOf({json.dumps(ranges)}, {documentation})"
    for name, readers in visited(dist, script):
        wrong += len(readers)
        print(f"{name}: {len(readers)} reads of deferred data", flush=True)
        for address, function in readers[:10]:
            print(f"    address {address} is read by function {function}")
    raise SystemExit(1 if wrong else 0)


def watched(end: int) -> tuple[Path, str]:
    """Copies dist/, with an initial WebAssembly file that records what it reads before `end`.
    Returns the copy and where documentation is, as JSON."""
    dist = copy_of_dist()
    runtime = dist / "pyodide"
    split = split_wasm(runtime)
    wasm = str(runtime / INITIAL_WASM)
    command = ["node", str(WATCH), wasm, wasm, str(end), str(runtime / WHOLE_WASM)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    bundle_page(id_of_snapshot(runtime), split, groups_of(CACHE), dist)
    return dist, done.stdout


def header(snapshot: Path) -> dict[str, Any]:
    content = snapshot.read_bytes()
    return dict(json.loads(content[24 : 24 + int.from_bytes(content[4:8], "little")]))


def deferred_data(snapshot: Path) -> list[tuple[int, int]]:
    found = header(snapshot)
    parts = [*found["dataParts"], [found["dataEnd"], 0]]
    return [
        (at + length, after) for (at, length), (after, _) in pairwise(parts) if at + length < after
    ]


if __name__ == "__main__":
    main()

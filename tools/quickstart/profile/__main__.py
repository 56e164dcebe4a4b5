"""Writes tools/quickstart/wasm_profile.json: the functions of the WebAssembly file that pages call.
split.mjs puts those that a start or several pages call into the initial file, the others into the
next one. Each version of Pyodide needs its own profile.

    make build && .venv/bin/python -m tools.quickstart.profile

Runs an instrumented Python in Chromium: the pages in site/, pages of tests/pages, the cases of
tests/brython. Takes two minutes. (Firefox and WebKitGTK call the same functions.)
"""

import base64
import hashlib
import json
import shutil
import subprocess
import textwrap
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pyodide_browser_testing import browsers
from tests.brython import runtimes
from tests.server import TestServer
from tools.build import CACHE, DIST, ROOT, bundle_page
from tools.quickstart.build import SNAPSHOT, groups_of, id_of_snapshot, whole_snapshot

HERE = Path(__file__).parent
SPLIT = HERE.parent / "split.mjs"
TARGET = HERE.parent / "wasm_profile.json"
WORK = CACHE / "wasm-profile"
WASM = Path("pyodide") / "pyodide.asm.wasm"
SITES = {"profile": HERE / "site", "pages": ROOT / "tests" / "pages" / "site"}
HOOK = (HERE / "hook.js").read_text(encoding="utf-8")
DONE = "pyodideBrowser.ready.then(() => globalThis.workload).then(arguments[0], arguments[0])"

CLOCKS = (
    *(f"2027-{month:02}-01T00:30" for month in range(1, 13)),
    *("2027-01-31T23:59", "2027-03-31T12:00", "2027-12-31T23:59", "2028-02-28T01:00"),
    *("2028-02-29T23:59", "2028-03-01T00:00", "2027-05-05T05:05", "2027-10-10T22:22"),
)
"""Which functions first.py calls depends on the date, the time, and on random numbers."""

INITIAL = (
    *["profile/start.html"] * 5,
    *(f"profile/first.html?clock={clock}&draws=2000" for clock in CLOCKS),
)
"""What these pages call is in the initial file."""

PAGES = "async errors imports later options order packages shadow strict suspend trace"
"""Of tests/pages, without those for workers, hosts and broken files."""

OTHERS = ("profile/workload.html", *(f"pages/{name}.html" for name in PAGES.split()))
OFTEN = 3
"""What so many of the other pages and cases call is in the initial file, too."""

Functions = set[int]


def main() -> None:
    pages: Counter[int] = Counter()
    initial: Functions = set()
    for name, numbers in visited(instrumented(), "return calledFunctions()"):
        found = set(numbers)
        print(f"{name}: {len(found)} functions, {len(found - set(pages))} new", flush=True)
        if name in INITIAL:
            initial |= found
        pages.update(found)
    initial |= {number for number, count in pages.items() if count >= OFTEN}
    write(initial, set(pages) - initial)
    print(f"{TARGET.relative_to(ROOT)}: {len(initial)} of {len(pages)} functions are initial")


def instrumented() -> Path:
    """Copies dist/, with one WebAssembly file that records which functions are called."""
    dist = copy_of_dist()
    subprocess.run(["node", str(SPLIT), str(DIST / WASM), str(dist / WASM)], check=True)
    bundle_page(id_of_snapshot(dist / "pyodide"), "", groups_of(CACHE), dist)
    return dist


def copy_of_dist() -> Path:
    if not (DIST / "pyodide" / SNAPSHOT).exists():
        raise SystemExit("dist/ has no memory snapshot: run `make build`")
    shutil.rmtree(WORK, ignore_errors=True)
    dist = Path(shutil.copytree(DIST, WORK / "dist"))
    shutil.copy2(whole_snapshot(CACHE), dist / "pyodide" / SNAPSHOT)
    return dist


def visited(dist: Path, script: str) -> Iterator[tuple[str, Any]]:
    """Yields the name of each page, and the result of a script that runs in the page at its end."""
    folders = {f"/{name}": path for name, path in SITES.items()} | {
        "/dist": dist,
        "/npm": ROOT / "node_modules",
        "/brython": ROOT / "tests" / "brython" / "site",
        "/wheels": CACHE / "guest-wheels",
    }
    with TestServer(static=folders) as server, browsers.start() as browser:
        browser.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": HOOK})
        for name in (*INITIAL, *OTHERS):
            browser.get(f"{server.origin}/{name}")
            browser.execute_async_script(DONE)
            yield name, browser.execute_script(script)
        page = runtimes.Page(browser, server, "ours")
        for case, path in runtimes.CASES.items():
            page.observe(case, path.read_text(encoding="utf-8"))
            yield f"tests/brython/{case}", browser.execute_script(script)


def write(initial: Functions, others: Functions) -> None:
    checksum = hashlib.sha256((DIST / WASM).read_bytes()).hexdigest()
    profile = {"wasm_sha256": checksum, "initial": bits(initial), "next": bits(others)}
    TARGET.write_text(json.dumps(profile, indent=2) + "\n", encoding="utf-8")


def bits(functions: Functions) -> list[str]:
    """The functions as a set of bits, in lines of base64."""
    found = bytearray(max(functions) // 8 + 1)
    for index in functions:
        found[index >> 3] |= 1 << (index & 7)
    return textwrap.wrap(base64.b64encode(found).decode(), 96)


if __name__ == "__main__":
    main()

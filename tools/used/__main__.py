"""Writes tools/used.json anew, which another Pyodide needs: which functions of the WebAssembly file
pages usually call, so that tools/split.mjs puts them into the half that is loaded first.

    make build && .venv/bin/python -m tools.used

Runs an instrumented Python in Chromium: the pages in site/, pages of tests/pages, the cases of
tests/brython. Takes a minute. (Firefox and WebKitGTK were seen to call the same functions.)
"""

import base64
import hashlib
import json
import shutil
import subprocess
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pyodide_browser_testing import browsers
from tests.brython import runtimes
from tests.peer import Peer
from tools.build import CACHE, DIST, ROOT, bundle_page, version
from tools.snapshot import id_of_snapshot

HERE = Path(__file__).parent
SPLIT = HERE.parent / "split.mjs"
TARGET = HERE.parent / "used.json"
USED = CACHE / "used"
WASM = Path("pyodide") / "pyodide.asm.wasm"
SITES = {"used": HERE / "site", "pages": ROOT / "tests" / "pages" / "site"}
PAGES = {
    "used": "start workload",
    # Not those for workers, hosts and broken files.
    "pages": "async errors imports later options order packages shadow strict suspend trace",
}
HOOK = (HERE / "hook.js").read_text(encoding="utf-8")
DONE = "pyodideBrowser.ready.then(() => globalThis.workload).then(arguments[0], arguments[0])"

Functions = set[int]


def main() -> None:
    if not (DIST / "pyodide" / "snapshot.bin").exists():
        raise SystemExit("dist/ has no memory snapshot: run `make build`")
    folders = {f"/{name}": path for name, path in SITES.items()} | {
        "/dist": instrumented(),
        "/npm": ROOT / "node_modules",
        "/brython": ROOT / "tests" / "brython" / "site",
        "/wheels": CACHE / "guest-wheels",
    }
    used: Functions = set()
    with Peer(static=folders) as peer:
        for name, found in visited(peer):
            print(f"{name}: {len(found)} functions, {len(found - used)} new", flush=True)
            used |= found
    write(used)
    print(f"{TARGET.relative_to(ROOT)}: {len(used)} functions")


def instrumented() -> Path:
    """A copy of dist/ whose Python is whole, and notes which functions are called."""
    shutil.rmtree(USED, ignore_errors=True)
    dist = USED / "dist"
    shutil.copytree(DIST, dist)
    subprocess.run(["node", str(SPLIT), str(DIST / WASM), str(dist / WASM)], check=True)
    bundle_page(version(), id_of_snapshot(dist / "pyodide"), "", dist)
    return dist


def visited(peer: Peer) -> Iterator[tuple[str, Functions]]:
    """Who called what."""
    with browsers.start() as browser:
        browser.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": HOOK})
        for site, names in PAGES.items():
            for name in names.split():
                browser.get(f"{peer.origin}/{site}/{name}.html")
                browser.execute_async_script(DONE)
                yield f"{site}/{name}", functions(browser)
        page = runtimes.Page(browser, peer, "ours")
        found: Functions = set()
        for case, path in runtimes.CASES.items():
            page.observe(case, path.read_text(encoding="utf-8"))
            found |= functions(browser)
        yield "tests/brython", found


def functions(browser: Any) -> Functions:
    return set(browser.execute_script("return usedFunctions()"))


def write(used: Functions) -> None:
    """As a set of bits, and for which file it is."""
    bits = bytearray(max(used) // 8 + 1)
    for index in used:
        bits[index >> 3] |= 1 << (index & 7)
    of = hashlib.sha256((DIST / WASM).read_bytes()).hexdigest()
    lines = textwrap.wrap(base64.b64encode(bits).decode(), 96)
    TARGET.write_text(json.dumps({"of": of, "used": lines}, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

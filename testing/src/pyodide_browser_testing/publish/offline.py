"""The offline mode: a service worker with the list of the site's files."""

import hashlib
import json
from pathlib import Path

from pyodide_browser_testing import bundle
from pyodide_browser_testing.pages import runtime
from pyodide_browser_testing.pages.tags import OFFLINE_SCRIPT

WORKER = "pyodide-browser-service-worker.js"
SOURCES = {OFFLINE_SCRIPT: "offline.register.js", WORKER: "offline.worker.js"}
"""File in the site → file in pyodide/ of the bundle; js_shim/offline/ has their sources."""

PLACEHOLDER = "__SITE__"

ONLY_IF_NEEDED = frozenset(
    f"{runtime.FOLDER}/{name}"
    for name in (
        "pyodide.asm.mjs",
        "pyodide.asm.wasm",
        "pyodide.mjs",
        "pyodide_browser.zip",
        "python_stdlib.zip",
    )
)
"""Files for browsers that cannot use the memory snapshot: stored when a page has loaded them."""


def write(site: Path, is_offline: bool) -> None:
    """Writes the service worker for the files of a site. If the site is no longer offline, the
    worker removes itself from the browsers that have an earlier one."""
    folder = bundle.folder() / runtime.FOLDER
    if is_offline:
        (site / OFFLINE_SCRIPT).write_bytes((folder / SOURCES[OFFLINE_SCRIPT]).read_bytes())
    first, later = listed(site)
    content = json.dumps({"first": first, "later": later}, sort_keys=True) if is_offline else "null"
    worker = (folder / SOURCES[WORKER]).read_text(encoding="utf-8")
    (site / WORKER).write_text(worker.replace(PLACEHOLDER, content, 1), encoding="utf-8")


def listed(site: Path) -> tuple[dict[str, str], dict[str, str]]:
    """Returns path → SHA-256 of the files to store at first, and of those to store when a page
    loads them."""
    first: dict[str, str] = {}
    later: dict[str, str] = {}
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if path.is_file() and path.suffix not in (".br", ".gz") and not is_for_hosts(path):
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
            (later if name in ONLY_IF_NEEDED else first)[name] = digest
    return first, later


def is_for_hosts(path: Path) -> bool:
    """Whether the file is not for pages."""
    return path.name.startswith(".") or path.name in (WORKER, "_headers", "nginx.conf")

"""Checks a folder that will be published."""

from __future__ import annotations

import filecmp
import gzip
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import brotli

from pyodide_browser_testing import bundle
from pyodide_browser_testing.errors import PageNotFound
from pyodide_browser_testing.hosting.findings import Finding
from pyodide_browser_testing.hosting.policy import objections
from pyodide_browser_testing.hosting.server import policies_in
from pyodide_browser_testing.pages import runtime
from pyodide_browser_testing.pages.needs import needs_of
from pyodide_browser_testing.pages.tags import PAGE_SCRIPT, has_worker, page_script, tags_of
from pyodide_browser_testing.publish.compress import compresses

HERE = "https://site/"
"""Stands for the origin of the site, which a folder does not have."""

DECOMPRESS = {".br": brotli.decompress, ".gz": gzip.decompress}


def check_folder(folder: Path) -> list[Finding]:
    """Returns what is wrong with the files of a site. Raises PageNotFound if no page in the folder
    includes the page script."""
    pages = [path for path in sorted(folder.rglob("*.htm*")) if path.suffix in (".html", ".htm")]
    of_python = [page for page in pages if _has_page_script(page)]
    if not of_python:
        what = 'no page with <script src="pyodide-browser.js">'
        raise PageNotFound(f"{folder}: {what}")
    findings: list[Finding] = []
    for page in of_python:
        findings += _page_findings(folder, page)
    findings += _runtime_findings(folder)
    findings += _compression_findings(folder)
    return findings


def _has_page_script(page: Path) -> bool:
    return page_script(tags_of(page.read_text(encoding="utf-8", errors="replace"))) is not None


def _page_findings(folder: Path, page: Path) -> Iterator[Finding]:
    name = page.relative_to(folder).as_posix()
    for problem in needs_of(folder, name).problems:
        yield Finding("page", problem.text, problem.place)
    tags = tags_of(page.read_text(encoding="utf-8", errors="replace"))
    script = page_script(tags)
    source = script.attributes["src"] if script else ""
    if "://" in source:
        return  # the bundle is elsewhere
    if not (page.parent / source.partition("?")[0]).is_file():
        yield Finding("missing", f"{name} includes it, but there is no such file", source)
    for policy in policies_in(tags):
        for text in objections(policy, HERE, HERE, has_worker(tags)):
            yield Finding("CSP", text, name)


def _runtime_findings(folder: Path) -> Iterator[Finding]:
    ours = bundle.folder()
    script = folder / PAGE_SCRIPT
    if not script.is_file():
        return  # reported for the page, or the bundle is elsewhere
    same_build = filecmp.cmp(script, ours / PAGE_SCRIPT, shallow=False)
    for name in runtime.files():
        file = folder / name
        if not file.is_file():
            yield Finding("missing", "no such file", name)
        elif same_build and not filecmp.cmp(file, ours / name, shallow=False):
            yield Finding("build", "damaged, or of another build than pyodide-browser.js", name)


def _compression_findings(folder: Path) -> Iterator[Finding]:
    for file in sorted(folder.rglob("*")):
        name = file.relative_to(folder).as_posix()
        if not file.is_file() or file.name.startswith(".") or not compresses(file):
            continue
        for suffix, decompress in DECOMPRESS.items():
            copy = Path(f"{file}{suffix}")
            if not copy.is_file():
                yield Finding("build", f"no compressed copy {suffix}", name)
            elif _content(copy, decompress) != file.read_bytes():
                yield Finding("build", f"its compressed copy {suffix} has another content", name)


def _content(copy: Path, decompress: Callable[[bytes], bytes]) -> bytes | None:
    """Returns the content of a compressed copy; None if it is damaged."""
    try:
        return decompress(copy.read_bytes())
    except (brotli.error, zlib.error, OSError, EOFError):
        return None

"""Writes a site that any static server can send."""

from __future__ import annotations

import fnmatch
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path, PurePosixPath

from pyodide_browser_testing import bundle
from pyodide_browser_testing.pages import runtime
from pyodide_browser_testing.pages.needs import Needs, Problem, needs_of
from pyodide_browser_testing.pages.rewriting import with_src
from pyodide_browser_testing.pages.tags import OFFLINE_SCRIPT, PAGE_SCRIPT, page_script, tags_of
from pyodide_browser_testing.project import Project
from pyodide_browser_testing.publish import offline
from pyodide_browser_testing.publish.compress import compress, copy_with_compressed
from pyodide_browser_testing.site import with_first

MARKER = ".pyodide-browser-build"
"""Whether a folder was written by this command, which may replace it; and how."""

HOSTS = {"nginx.conf": "nginx.conf", ".htaccess": "htaccess", "_headers": "_headers"}
"""File in the site → file in hosts/."""

NO_JEKYLL = ".nojekyll"
"""GitHub Pages leaves out files such as `__init__.py`, unless there is a file of this name."""

LEFT_OUT = ("__pycache__", "*.pyc", "conftest.py", "test_*.py", "pyproject.toml", "pytest.ini")
"""Files that are no part of a site, besides those whose name starts with a dot."""


@dataclass
class Plan:
    """What will be written: the own files of the site, and the needs of its pages."""

    project: Project
    files: list[PurePosixPath] = field(default_factory=list)
    left_out: list[PurePosixPath] = field(default_factory=list)
    needs: list[Needs] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def planned(project: Project, out: Path) -> Plan:
    """Looks at the files of a project. `out` is the folder that will be written."""
    plan = Plan(project)
    for path in _paths(project.pages, out):
        skipped = any(fnmatch.fnmatch(part, pattern) for part in path.parts for pattern in LEFT_OUT)
        is_back_end = project.app and (project.pages / path) == _file_of(project)
        (plan.left_out if skipped or is_back_end else plan.files).append(path)
    own = set(runtime.files())
    plan.files = [path for path in plan.files if str(path) not in own]
    for path in plan.files:
        if path.suffix in (".html", ".htm"):
            needs = needs_of(project.pages, str(path))
            if needs.scripts:
                plan.needs.append(needs)
                plan.problems += [*needs.problems, *_without_page_script(project.pages, path)]
    if not plan.needs:
        what = 'no page has a <script type="text/python">: add one, or choose another folder'
        plan.problems.append(Problem(str(project.pages), what))
    return plan


def _paths(pages: Path, out: Path) -> Iterator[PurePosixPath]:
    for path in sorted(pages.rglob("*")):
        relative = PurePosixPath(path.relative_to(pages).as_posix())
        hidden = any(part.startswith(".") and part != ".well-known" for part in relative.parts)
        if path.is_file() and not hidden and not path.resolve().is_relative_to(out.resolve()):
            yield relative


def _file_of(project: Project) -> Path:
    module = project.app.partition(":")[0].replace(".", "/")
    return project.folder / f"{module}.py"


def _without_page_script(pages: Path, path: PurePosixPath) -> list[Problem]:
    tags = tags_of((pages / path).read_text(encoding="utf-8", errors="replace"))
    if page_script(tags):
        return []
    what = 'a Python script, but no <script src="pyodide-browser.js">'
    return [Problem(f"{path}:{next(tag.line for tag in tags if tag.is_python)}", what)]


def write(plan: Plan, out: Path, is_offline: bool) -> list[Path]:
    """Writes the site to `out`, in place of an earlier one. Returns its files, without compressed
    copies."""
    was_offline = (out / MARKER).is_file() and (out / MARKER).read_text() != ""
    unfinished = out.with_name(f"{out.name}.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(parents=True)
    for name in runtime.files():
        copy_with_compressed(bundle.folder() / name, unfinished / name)
    for path in plan.files:
        target = unfinished / path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(plan.project.pages / path, target)
    for page in (PurePosixPath(needs.page) for needs in plan.needs):
        _adapt(unfinished / page, page, is_offline)
    if is_offline or was_offline:
        offline.write(unfinished, is_offline)
    written = [path for path in sorted(unfinished.rglob("*")) if path.suffix not in (".br", ".gz")]
    written = [path for path in written if path.is_file()]
    compress(written)
    hosts = files("pyodide_browser_testing") / "publish" / "hosts"
    for name, source in HOSTS.items():
        (unfinished / name).write_text((hosts / source).read_text())
    (unfinished / NO_JEKYLL).touch()
    (unfinished / MARKER).write_text("offline" if is_offline or was_offline else "")
    shutil.rmtree(out, ignore_errors=True)
    unfinished.rename(out)
    return [out / path.relative_to(unfinished) for path in written]


def _adapt(file: Path, page: PurePosixPath, is_offline: bool) -> None:
    """Makes a page load the one page script of the site, and register the service worker."""
    html = file.read_text(encoding="utf-8", errors="surrogateescape")
    up = "../" * (len(page.parts) - 1)
    tag = page_script(tags_of(html))
    if tag is not None and "://" not in tag.attributes["src"]:
        html = with_src(html, tag, f"{up}{PAGE_SCRIPT}")
    content = html.encode("utf-8", errors="surrogateescape")
    if is_offline:
        content = with_first(f'<script src="{up}{OFFLINE_SCRIPT}"></script>\n'.encode(), content)
    file.write_bytes(content)


def is_replaceable(out: Path) -> bool:
    """Whether nothing but an earlier site is in the folder."""
    return not out.exists() or (out / MARKER).is_file() or (out.is_dir() and not any(out.iterdir()))

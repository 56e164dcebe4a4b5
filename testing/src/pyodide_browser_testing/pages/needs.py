"""What a page needs: scripts, modules of its own, groups of the library, packages."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from browser.page._source import rename_async, unindent
from pyodide_browser_testing.pages import runtime
from pyodide_browser_testing.pages.tags import Tag, tags_of


@dataclass(frozen=True)
class Problem:
    """Something that is wrong, with its place: `file:line`."""

    place: str
    text: str

    def __str__(self) -> str:
        return f"{self.place}: {self.text}"


@dataclass(frozen=True)
class Script:
    """A Python script or module. `tree` is None if it has a syntax error."""

    file: str
    tree: ast.Module | None
    folder: PurePosixPath
    """The folder of its page, where imports search."""

    first_line: int = 1


@dataclass
class Needs:
    """The needs of one page."""

    page: str
    scripts: list[Script] = field(default_factory=list)
    groups: set[str] = field(default_factory=set)
    packages: set[str] = field(default_factory=set)
    """Names of packages in the lock file, and URLs of wheels."""

    problems: list[Problem] = field(default_factory=list)


def needs_of(root: Path, page: str) -> Needs:
    """Returns the needs of a page: `page` is its path in the folder `root`."""
    return _Search(root, page).found


class _Search:
    def __init__(self, root: Path, page: str) -> None:
        self._root = root
        self._folder = PurePosixPath(page).parent
        self.found = Needs(page)
        tags = tags_of((root / page).read_text(encoding="utf-8", errors="replace"))
        self._path = [self._folder, *(self._folder / name for name in _python_path(tags))]
        self._known = {tag.attributes.get("id", "") for tag in tags if tag.is_python} - {""}
        scripts = [tag for tag in tags if tag.is_python]
        for tag in scripts:
            self._add_packages(tag)
        for tag in scripts:
            self._add_script(tag)

    def _add_packages(self, tag: Tag) -> None:
        place = f"{self.found.page}:{tag.line}"
        for name in tag.attributes.get("data-packages", "").split():
            self.found.packages.add(name)
            if name.endswith(".whl"):
                if self._file_of(name) is None:
                    self._problem(place, f"data-packages: no such file: {name}")
            elif name not in runtime.packages():
                self._problem(place, f"data-packages: {name} is not in pyodide-lock.json")
            else:
                self._check_wheels(place, name)

    def _check_wheels(self, place: str, name: str) -> None:
        for wheel in runtime.wheels_of(name):
            if not (self._root / runtime.FOLDER / wheel).is_file():
                what = f"data-packages: {name} needs pyodide/{wheel}"
                self._problem(place, f"{what}: download it from the release of Pyodide")

    def _add_script(self, tag: Tag) -> None:
        place = f"{self.found.page}:{tag.line}"
        url = tag.attributes.get("src", "")
        if not url:
            source = unindent(tag.content.replace("\r\n", "\n"))
            self._add_source(self.found.page, source, tag.content_line)
        elif "://" not in url and not url.startswith("//"):
            file = self._file_of(url)
            if file is None:
                self._problem(place, f"no such file: {url}")
            else:
                self._add_file(file)

    def _file_of(self, url: str) -> PurePosixPath | None:
        """The path of a file of the folder; None if there is none."""
        path = unquote(url.partition("?")[0].partition("#")[0])
        joined = PurePosixPath(path[1:]) if path.startswith("/") else self._folder / path
        file = (self._root / joined).resolve()
        if not file.is_relative_to(self._root.resolve()) or not file.is_file():
            return None
        return PurePosixPath(file.relative_to(self._root.resolve()).as_posix())

    def _add_file(self, file: PurePosixPath) -> None:
        if not any(script.file == str(file) for script in self.found.scripts):
            source = (self._root / file).read_text(encoding="utf-8", errors="replace")
            self._add_source(str(file), source, 1)

    def _add_source(self, file: str, source: str, first_line: int) -> None:
        tree: ast.Module | None = None
        try:
            tree = ast.parse(rename_async(source))
        except SyntaxError as error:
            line = first_line - 1 + (error.lineno or 1)
            self._problem(f"{file}:{line}", f"SyntaxError: {error.msg}")
        self.found.scripts.append(Script(file, tree, self._folder, first_line))
        if tree is None:
            return
        if any(isinstance(node, (ast.AsyncFunctionDef, ast.Await)) for node in ast.walk(tree)):
            self._add_group("asyncio")
        for name, line, is_tried in imports_of(tree):
            self._add_import(name, f"{file}:{first_line - 1 + line}", is_tried)

    def _add_import(self, name: str, place: str, is_tried: bool) -> None:
        """`name` is a module, or a module and a name in it: `browser.aio`."""
        parent, _, last = name.rpartition(".")
        for module in (name, parent):
            if runtime.has_module(module):
                self._add_group(name)
                if module == parent and not runtime.has_name(parent, last):
                    self._missing(f"{name} does not exist", place, is_tried)
                return
        top = name.partition(".")[0]
        if top in self._known or self._add_own(name):
            return
        if runtime.has_module(top):
            self._missing(f"no module {name}", place, is_tried)
        elif package := runtime.package_of(top):
            if package not in self.found.packages:
                advice = f'add data-packages="{package}" to the script'
                self._missing(f"{top} is in a package: {advice}", place, is_tried)
        elif not any(one == "micropip" or one.endswith(".whl") for one in self.found.packages):
            self._missing(f"no module {top}, and no file {top}.py", place, is_tried)

    def _missing(self, what: str, place: str, is_tried: bool) -> None:
        if not is_tried:
            self._problem(place, what)

    def _add_own(self, name: str) -> bool:
        """Adds a module of the page's folder, with the packages around it."""
        parts = name.split(".")
        for folder in self._path:
            found = False
            for count in range(1, len(parts) + 1):
                stem = folder.joinpath(*parts[:count])
                for file in (stem.with_name(f"{stem.name}.py"), stem / "__init__.py"):
                    if (self._root / file).is_file():
                        self._add_file(file)
                        found = True
            if found:
                return True
        return False

    def _add_group(self, name: str) -> None:
        if group := runtime.group_of(name):
            self.found.groups.add(group)

    def _problem(self, place: str, text: str) -> None:
        problem = Problem(place, text)
        if problem not in self.found.problems:
            self.found.problems.append(problem)


def _python_path(tags: list[Tag]) -> list[str]:
    options = (tag for tag in tags if tag.name == "brython-options")
    return [name for tag in options for name in tag.attributes.get("pythonpath", "").split()]


def imports_of(tree: ast.Module) -> Iterator[tuple[str, int, bool]]:
    """Returns name, line, and whether the import is in a `try`, for each import. The name of
    `from a import b` is `a.b`. Skips relative imports.

    >>> list(imports_of(ast.parse("import os.path\\nfrom browser import ajax")))
    [('os.path', 1, False), ('browser.ajax', 2, False)]
    """
    tried = {
        id(node)
        for outer in ast.walk(tree)
        if isinstance(outer, ast.Try) and outer.handlers
        for node in ast.walk(outer)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, node.lineno, id(node) in tried
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for alias in node.names:
                name = node.module if alias.name == "*" else f"{node.module}.{alias.name}"
                yield name, node.lineno, id(node) in tried

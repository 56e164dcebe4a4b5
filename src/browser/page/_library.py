"""Imports the modules that the memory snapshot lacks, from files with many modules each.

`library.GROUP.bin` has the code of its modules, one after the other. tools/quickstart/groups.py
makes the files. The page script loads those that a script needs before it runs, and the others
later.
"""

import marshal
import sys
import zipimport
from collections.abc import Iterator
from importlib.abc import ExecutionLoader, PathEntryFinder
from importlib.machinery import ModuleSpec
from types import CodeType, ModuleType
from typing import Any, cast

from browser import _host

_FOLDER = "/lib"
_tables: dict[str, str] = {}
"""Path of a zip → after an empty line, a line for each of its modules: "name group offset length
kind"."""

_failed: set[str] = set()
"""The groups that could not be read. Their modules come from the zip."""


def install(tables: dict[str, str]) -> None:
    _tables.update(tables)
    sys.path_hooks.insert(0, cast(Any, LibraryFinder))
    sys.path_importer_cache.clear()


class LibraryFinder(PathEntryFinder):
    """Finds the modules of a zip, or of a folder in it, without reading the zip."""

    def __init__(self, path: str) -> None:
        archive, suffix, folder = path.partition(".zip")
        self._archive, self._folder = archive + suffix, folder.lstrip("/")
        if self._archive not in _tables:
            raise ImportError(f"{path} is not in the library")

    def find_spec(self, fullname: str, target: ModuleType | None = None) -> ModuleSpec | None:
        table = _tables[self._archive]
        start = table.find(f"\n{fullname} ") + 1
        if not start:
            return None
        _, group, offset, length, kind = table[start : table.index("\n", start)].split()
        path = f"{self._archive}/{fullname.replace('.', '/')}"
        file = f"{path}/__init__.pyc" if kind == "package" else f"{path}.pyc"
        loader = LibraryLoader(file, group, int(offset), int(length))
        spec = ModuleSpec(fullname, loader, origin=file, is_package=kind == "package")
        spec.has_location = True
        if kind == "package":
            spec.submodule_search_locations = [path]
        return spec

    def iter_modules(self, prefix: str = "") -> Iterator[tuple[str, bool]]:
        """For `pkgutil.iter_modules`."""
        package = self._folder.replace("/", ".")
        for line in _tables[self._archive].split("\n")[1:-1]:
            name, _, _, _, kind = line.split()
            parent, _, child = name.rpartition(".")
            if parent == package:
                yield prefix + child, kind == "package"


class LibraryLoader(ExecutionLoader):
    def __init__(self, file: str, group: str, offset: int, length: int) -> None:
        self._file, self._group, self._offset, self._length = file, group, offset, length

    def get_code(self, fullname: str) -> CodeType | None:
        if self._group not in _failed:
            try:
                with open(f"{_FOLDER}/library.{self._group}.bin", "rb", buffering=0) as file:
                    file.seek(self._offset)
                    return marshal.loads(file.read(self._length))  # type: ignore[no-any-return]
            except OSError:
                _failed.add(self._group)
                problem = f"library.{self._group}.bin cannot be used; Python loads all modules"
                _host.js_shim().report.warning(f"pyodide-browser: {problem} (slower)")
        try:
            return self._zip().get_code(fullname)
        except (OSError, ImportError) as error:
            message = f"a part of Python, library.{self._group}.bin, could not be loaded"
            advice = "check the connection and reload the page"
            raise ImportError(f"{message}: {advice}", name=fullname) from error

    def get_source(self, fullname: str) -> None:
        return None

    def get_filename(self, fullname: str) -> str:
        return self._file

    def is_package(self, fullname: str) -> bool:
        return self._file.endswith("/__init__.pyc")

    def get_data(self, path: str) -> bytes:
        return self._zip().get_data(path)

    def get_resource_reader(self, fullname: str) -> Any:
        """For importlib.resources."""
        return self._zip().get_resource_reader(fullname)

    def _zip(self) -> zipimport.zipimporter:
        folder = self._file.rpartition("/")[0]
        return zipimport.zipimporter(folder.rpartition("/")[0] if self.is_package("") else folder)

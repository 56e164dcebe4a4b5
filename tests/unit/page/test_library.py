"""Modules come from the file of their group, or from the zip if the file cannot be used."""

import marshal
import pkgutil
import sys
import zipfile
from importlib import import_module
from importlib.util import find_spec
from types import SimpleNamespace

import pytest

from browser import _host
from browser.page import _library

SOURCES = {
    "box/__init__": "from box import inner",
    "box/inner": "x = 1\ndef fail(): 1 / 0",
    "lone": "y = 2",
}


def code(name, source, zip_path):
    return marshal.dumps(compile(source, f"{zip_path}/{name}.py", "exec"))


@pytest.fixture
def library(tmp_path, monkeypatch):
    """Its group `most` has all modules but `lone`, which is in `rest`; the zip is missing."""
    zip_path = str(tmp_path / "library.zip")
    lines, content = ["\n"], bytearray()
    for name in ("box/__init__", "box/inner"):
        part = code(name, SOURCES[name], zip_path)
        module, kind = name.removesuffix("/__init__").replace("/", "."), "module"
        kind = "package" if name.endswith("__init__") else "module"
        lines.append(f"{module} most {len(content)} {len(part)} {kind}\n")
        content += part
    (tmp_path / "library.most.bin").write_bytes(content)
    lone = code("lone", SOURCES["lone"], zip_path)
    (tmp_path / "library.rest.bin").write_bytes(lone)
    lines.append(f"lone rest 0 {len(lone)} module\n")
    warnings = []
    shim = SimpleNamespace(report=SimpleNamespace(warning=warnings.append))
    monkeypatch.setattr(_host, "js_shim", lambda: shim)
    monkeypatch.setattr(_library, "_FOLDER", str(tmp_path))
    monkeypatch.setattr(_library, "_tables", {})
    monkeypatch.setattr(_library, "_failed", set())
    monkeypatch.setattr(sys, "path", [*sys.path, zip_path])
    monkeypatch.setattr(sys, "path_hooks", list(sys.path_hooks))
    monkeypatch.setattr(sys, "modules", dict(sys.modules))
    _library.install({zip_path: "".join(lines)})
    yield SimpleNamespace(folder=tmp_path, zip=zip_path, warnings=warnings)
    sys.path_importer_cache.clear()


def test_a_package_and_its_module(library):
    box = import_module("box")
    assert box.inner.x == 1
    assert box.__file__ == f"{library.zip}/box/__init__.pyc"
    assert list(box.__path__) == [f"{library.zip}/box"]
    assert box.inner.__file__ == f"{library.zip}/box/inner.pyc"
    assert box.inner.__spec__.parent == "box"
    assert not hasattr(box.inner, "__path__")
    assert library.warnings == []


def test_what_is_not_there_is_not_found(library):
    assert find_spec("lon") is None
    assert find_spec("most") is None
    assert find_spec("box.other") is None


def test_pkgutil_lists_the_modules(library):
    found = {name: is_package for _, name, is_package in pkgutil.iter_modules([library.zip])}
    assert found == {"box": True, "lone": False}
    inside = [name for _, name, _ in pkgutil.iter_modules([f"{library.zip}/box"], "box.")]
    assert inside == ["box.inner"]


def test_other_folders_and_zips_are_left_alone(library):
    for path in ("/elsewhere", "/other.zip", library.zip.replace("library", "lib")):
        with pytest.raises(ImportError):
            _library.LibraryFinder(path)


@pytest.mark.parametrize("whole", [True, False])
def test_without_the_group_the_zip_has_the_module(library, whole):
    (library.folder / "library.most.bin").unlink()
    with zipfile.ZipFile(library.zip, "w") as archive:
        for name, source in SOURCES.items():
            archive.writestr(f"{name}.py", source)
    names = ["box", "lone"] if whole else ["box"]
    for name in names:
        import_module(name)
    (warning,) = library.warnings
    assert warning.startswith("pyodide-browser: library.most.bin cannot be used")


def test_without_group_and_zip_the_import_fails_clearly(library):
    (library.folder / "library.rest.bin").unlink()
    with pytest.raises(
        ImportError, match=r"library\.rest\.bin, could not be loaded: check"
    ) as error:
        import_module("lone")
    assert error.value.name == "lone"
    assert "lone" not in sys.modules


def test_a_zip_that_cannot_be_read_fails_as_clearly(library, monkeypatch):
    def unreadable(path):
        raise OSError(f"{path}: I/O error")

    (library.folder / "library.rest.bin").unlink()
    monkeypatch.setattr(_library.zipimport, "zipimporter", unreadable)
    with pytest.raises(ImportError, match=r"library\.rest\.bin, could not be loaded"):
        import_module("lone")


def test_the_zip_is_not_read_if_the_group_is_there(library):
    with zipfile.ZipFile(library.zip, "w") as archive:
        archive.writestr("lone.py", "y = 'from the zip'")
    sys.path_importer_cache.clear()
    assert import_module("lone").y == 2


def test_resources_come_from_the_zip(library):
    with zipfile.ZipFile(library.zip, "w") as archive:
        archive.writestr("box/data.txt", "data")
        archive.writestr("box/__init__.py", "")
    loader = find_spec("box").loader
    assert loader.get_data(f"{library.zip}/box/data.txt") == b"data"
    assert loader.get_resource_reader("box").contents()
    assert loader.get_source("box") is None
    assert loader.is_package("box")

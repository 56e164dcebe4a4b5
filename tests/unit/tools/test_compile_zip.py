"""The compiled modules of pages have no annotations of functions, and are otherwise the same."""

import ast
import types
from pathlib import Path
from typing import Any

import pytest

SOURCE = '''\
from dataclasses import dataclass

@dataclass
class Item:
    name: str
    size: int = 1

    def grown(self, by: int, *more: int, scale: float = 1.0, **others: object) -> "Item":
        total: int = self.size + by
        return Item(self.name, round(total * scale))

async def fetch(url: str, /) -> bytes:
    """Fetches."""
    return 1 / 0
'''


@pytest.fixture
def compile_zip(monkeypatch) -> Any:
    monkeypatch.syspath_prepend(str(Path(__file__).parents[3] / "tools"))
    import compile_zip  # type: ignore[import-not-found]

    return compile_zip


def namespace(tree: ast.Module) -> dict[str, Any]:
    found = types.ModuleType("module").__dict__
    exec(compile(tree, "module.py", "exec", dont_inherit=True), found)
    return found


def test_functions_have_no_annotations(compile_zip):
    tree = ast.parse(SOURCE)
    compile_zip.remove_annotations(tree)
    found = namespace(tree)
    assert found["Item"].grown.__annotations__ == {}
    assert found["fetch"].__annotations__ == {}
    assert found["fetch"].__doc__ == "Fetches."


def test_fields_of_dataclasses_have_theirs(compile_zip):
    tree = ast.parse(SOURCE)
    compile_zip.remove_annotations(tree)
    item = namespace(tree)["Item"]
    assert item.__annotations__ == {"name": str, "size": int}
    assert repr(item("a").grown(2, scale=2.0)) == "Item(name='a', size=6)"


def test_places_in_the_source_are_the_same(compile_zip):
    tree = ast.parse(SOURCE)
    positions = list(namespace(ast.parse(SOURCE))["fetch"].__code__.co_positions())
    compile_zip.remove_annotations(tree)
    assert list(namespace(tree)["fetch"].__code__.co_positions()) == positions


def test_the_package_and_pyodide_are_untyped_and_the_library_is_not(compile_zip):
    for name in ("browser/ajax/__init__.py", "pyodide/http/__init__.py", "_pyodide/_base.py"):
        assert name.startswith(compile_zip.UNTYPED)
    for name in ("asyncio/tasks.py", "typing.py", "mistune/core.py"):
        assert not name.startswith(compile_zip.UNTYPED)

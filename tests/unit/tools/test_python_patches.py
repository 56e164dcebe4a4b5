"""The changes of Pyodide's Python: each matches once, and those that do not are all listed."""

import ast
import re
import zipfile
from pathlib import Path

import pytest

from tools.quickstart import python_patches
from tools.quickstart.python_patches import LATE_IN_ASYNCIO, PATCHES, patched

STDLIB = Path(__file__).resolve().parents[3] / "node_modules" / "pyodide" / "python_stdlib.zip"

pytestmark = pytest.mark.quickstart


@pytest.fixture(scope="module")
def sources() -> dict[str, bytes]:
    with zipfile.ZipFile(STDLIB) as archive:
        return {name: archive.read(name) for name in archive.namelist() if name.endswith(".py")}


def test_every_change_matches_and_leaves_python(sources):
    changed = patched(sources)
    assert changed.keys() == PATCHES.keys()
    for name, source in changed.items():
        assert source != sources[name]
        ast.parse(source, name)


def test_asyncio_has_all_its_names(sources):
    def names(module: str) -> set[str]:
        """Without those that need a system with unix sockets."""
        source = sources[f"asyncio/{module}.py"].decode()
        listed = re.findall(r"^__all__ \+?= \(?([^()]*?)(?:\)|\n\n)", source, re.MULTILINE)
        return {name for names in listed for name in re.findall(r"'(\w+)'", names)}

    late: dict[str, tuple[str, ...]] = {}
    exec(LATE_IN_ASYNCIO.partition("__all__")[0], late)
    assert {module: set(found) for module, found in late["_LATE"].items()} == {
        module: names(module) for module in late["_LATE"]
    }


def test_all_that_does_not_match_is_listed(monkeypatch):
    monkeypatch.setattr(
        python_patches, "PATCHES", {"a.py": [("x", "y"), ("z", "")], "b.py": [("q", "")]}
    )
    with pytest.raises(ValueError, match="does not match") as caught:
        patched({"a.py": b"x = x"})
    assert str(caught.value).splitlines()[1:] == [
        "a.py: 2 matches instead of 1: 'x'",
        "a.py: 0 matches instead of 1: 'z'",
        "b.py: 0 matches instead of 1: 'q'",
    ]

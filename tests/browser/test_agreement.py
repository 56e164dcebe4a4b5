"""The bodies of tests/agreement over the real XMLHttpRequest; tests/unit/testing has them over the
stand-in of `browser.testing`."""

from pathlib import Path

import pytest
from pytest_pyodide import run_in_pyodide

AGREEMENT = Path(__file__).resolve().parent.parent / "agreement"
MODULES = sorted((AGREEMENT / "bodies").glob("[a-z]*.py"))


@run_in_pyodide
async def failures(selenium, sources, name, raw):
    import importlib
    import sys

    for module, source in sources.items():
        with open(f"{module}.py", "w") as file:
            file.write(source)
        sys.modules.pop(module, None)
    importlib.invalidate_caches()
    world = importlib.import_module("world")
    return await world.failures(importlib.import_module(name), world.in_page(raw))


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_the_browser_agrees(selenium, urls, log, module):
    name = f"bodies_{module.stem}"
    sources = {"world": (AGREEMENT / "world.py").read_text(), name: module.read_text()}
    failed = failures(selenium, sources, name, urls["raw"])
    assert not failed, "\n\n".join(failed)
    if module.stem == "bad_input":
        assert log.requests() == []

"""Skips the tests of the quick start if the build could not make it. Hypothesis has no time limit:
machines differ."""

import pytest
from hypothesis import settings

settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")


def pytest_runtest_setup(item: pytest.Item) -> None:
    if not item.get_closest_marker("quickstart"):
        return
    from tools.build import QUICK_START_FILES, RUNTIME

    missing = [name for name in QUICK_START_FILES if not (RUNTIME / name).exists()]
    if missing:
        pytest.skip(f"dist/ has no quick start: `make build` says why ({', '.join(missing)})")

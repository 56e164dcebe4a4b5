"""Fixtures of the pages that every engine opens: `visit` opens one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pyodide_browser_testing.site import STATIC
from tests import drivers
from tests.engines.visit import Visit, visiting
from tests.server import TestServer

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDERS = {
    "/dist": ROOT / "dist",
    "/pages": ROOT / "tests" / "pages" / "site",
    "/engines": ROOT / "tests" / "engines" / "site",
    "/profile": ROOT / "tools" / "quickstart" / "profile" / "site",
    "/wheels": ROOT / ".build" / "guest-wheels",
    "/npm": ROOT / "node_modules",
    "/isolated": ROOT,
    "/recorder": STATIC,
}
drivers.set_up()


@pytest.fixture(scope="session")
def site() -> Iterator[TestServer]:
    with TestServer(static=FOLDERS) as running:
        yield running


@pytest.fixture
def visit(runtime: str, site: TestServer) -> Iterator[Visit]:
    with visiting(runtime, site) as one:
        yield one

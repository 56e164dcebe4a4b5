"""What `make dist-packages` makes, installed into empty projects; `visit` opens what they serve."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from pyodide_browser_testing.site import STATIC
from tests import drivers
from tests.engines.visit import Visit, visiting
from tests.packages.index import serving
from tests.packages.project import Project
from tests.server import TestServer

ROOT = Path(__file__).resolve().parent.parent.parent
drivers.set_up()


@pytest.fixture(scope="session")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the packages, made once."""
    folder = tmp_path_factory.mktemp("packages")
    subprocess.run([sys.executable, "-m", "tools.packages", str(folder)], cwd=ROOT, check=True)
    return folder


@pytest.fixture(scope="session")
def index(packages: Path) -> Iterator[str]:
    """The origin of registries that have them, as when they are published."""
    with serving(packages) as origin:
        yield origin


@pytest.fixture(scope="session")
def vite(index: str, tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A Vite project with nothing but the npm package and what its README says, built."""
    registry = f"{index}/npm/"
    return Project(tmp_path_factory.mktemp("vite"), registry, ROOT / "node_modules" / ".bin")


@pytest.fixture(scope="session")
def site(packages: Path, vite: Project) -> Iterator[TestServer]:
    folders = {
        "/app": vite.folder / "dist",
        "/packages": packages,
        "/site": Path(__file__).parent / "site",
        "/npm": ROOT / "node_modules",
        "/wheels": ROOT / ".build" / "guest-wheels",
        "/recorder": STATIC,
    }
    with TestServer(static=folders) as running:
        yield running


@pytest.fixture
def visit(runtime: str, site: TestServer) -> Iterator[Visit]:
    with visiting(runtime, site) as one:
        yield one

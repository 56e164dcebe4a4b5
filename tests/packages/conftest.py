"""What `make dist-packages` makes, installed into empty projects; `visit` opens what they serve."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests import drivers
from tests.engines.visit import Visit
from tests.packages.project import Project
from tests.peer import Peer

ROOT = Path(__file__).resolve().parent.parent.parent
drivers.set_up()


@pytest.fixture(scope="session")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the packages, made once."""
    folder = tmp_path_factory.mktemp("packages")
    subprocess.run([sys.executable, "-m", "tools.packages", str(folder)], cwd=ROOT, check=True)
    return folder


@pytest.fixture(scope="session")
def vite(packages: Path, tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A Vite project with nothing but the npm package and what its README says, built."""
    (package,) = packages.glob("*.tgz")
    return Project(tmp_path_factory.mktemp("vite"), package, ROOT / "node_modules" / ".bin")


@pytest.fixture(scope="session")
def site(packages: Path, vite: Project) -> Iterator[Peer]:
    folders = {
        "/app": vite.folder / "dist",
        "/packages": packages,
        "/site": Path(__file__).parent / "site",
        "/npm": ROOT / "node_modules",
        "/wheels": ROOT / ".build" / "guest-wheels",
        "/engines": ROOT / "tests" / "engines" / "site",
    }
    with Peer(static=folders) as running:
        yield running


@pytest.fixture
def visit(runtime: str, site: Peer) -> Iterator[Any]:
    drivers.require(runtime)
    browser = drivers.browser(runtime)
    browser.set_script_timeout(60)
    yield Visit(browser, runtime, site)
    browser.get("about:blank")

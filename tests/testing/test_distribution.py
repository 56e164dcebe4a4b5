"""The wheel of testing/ is complete: with nothing of the repository it runs a page."""

import subprocess
import sys
import tomllib
import venv

import pytest

from tests import drivers
from tests.testing.commands import ROOT, ended

PIP = (sys.executable, "-m", "pip", "--quiet")
OFFLINE = ("--no-deps", "--no-index")
SAVES = """
from browser import ajax
from browser.testing import Server
with Server() as server:
    server.on("GET", "/", body="answered")
    ajax.get("/", oncomplete=lambda req: print(req.text))
    server.run()
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """The folder into which the wheel is unpacked."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)]
    subprocess.run([*build, str(ROOT / "testing")], check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    target = folder / "installed"
    subprocess.run([*PIP, "install", *OFFLINE, "--target", str(target), str(wheel)], check=True)
    return target


def test_it_runs_a_script_with_what_it_brings_along(installed, folder):
    drivers.require("chrome")
    command = [sys.executable, "-m", "pyodide_browser_testing", "run", "hello.py"]
    hello = "import sys; from browser import ajax; print('hello', sys.platform)"
    done = ended(command, folder(hello_py=hello), {"PYTHONPATH": str(installed)})
    assert (done.stdout, done.stderr, done.returncode) == ("hello emscripten\n", "", 0)


def test_it_has_all_that_pages_need_and_nothing_twice(installed):
    bundle = installed / "pyodide_browser_testing" / "bundle"
    names = {path.name for path in bundle.rglob("*") if path.is_file()}
    quick = {"pyodide.lean.mjs", "pyodide.first.wasm", "pyodide.rest.wasm", "snapshot.bin"}
    assert {"pyodide-browser.js", "pyodide.asm.wasm", *quick} <= names
    assert not [name for name in names if name.endswith((".br", ".gz", ".whl"))]


def test_the_stand_in_is_installed_beside_the_package(installed, tmp_path):
    """Two wheels share the folder `browser`."""
    venv.create(tmp_path, with_pip=False)
    python = str(tmp_path / "bin" / "python")
    (theirs,) = installed.parent.glob("*.whl")
    (ours,) = (ROOT / "dist").glob("*.whl")
    for wheel in (ours, theirs):
        install = [*PIP, "--python", python, "install", *OFFLINE, str(wheel)]
        subprocess.run(install, check=True)
    done = ended([python, "-I", "-c", SAVES], tmp_path)
    assert (done.stdout, done.stderr) == ("answered\n", "")


def test_both_distributions_have_one_version():
    ours, theirs = (
        tomllib.loads((ROOT / folder / "pyproject.toml").read_text())["project"]
        for folder in (".", "testing")
    )
    version = ours["version"]
    assert theirs["version"] == version
    assert f"pyodide-browser=={version}" in theirs["dependencies"]
    assert ours["optional-dependencies"]["testing"] == [f"pyodide-browser-testing=={version}"]

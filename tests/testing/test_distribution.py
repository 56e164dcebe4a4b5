"""The wheel of testing/ is complete: it runs a page without the repository."""

import subprocess
import sys
import tomllib
import venv

import pytest

from tests import drivers
from tests.testing.commands import PATIENT, ROOT, ended
from tools.build import QUICK_START_FILES

PIP = (sys.executable, "-m", "pip", "--quiet")
OFFLINE = ("--no-deps", "--no-index")
PROGRAM = """
from browser import ajax
from browser.testing import Server
with Server() as server:
    server.on("GET", "/", body="received")
    ajax.get("/", oncomplete=lambda req: print(req.text))
    server.run()
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """The folder in which the wheel is installed."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)]
    subprocess.run([*build, str(ROOT / "testing")], check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    target = folder / "installed"
    subprocess.run([*PIP, "install", *OFFLINE, "--target", str(target), str(wheel)], check=True)
    return target


def test_it_runs_a_script_with_its_own_bundle(installed, folder):
    drivers.require("chrome")
    command = [sys.executable, "-m", "pyodide_browser_testing", "run", "hello.py"]
    command.append(f"--timeout={PATIENT}")
    hello = "import sys; from browser import ajax; print('hello', sys.platform)"
    done = ended(command, folder(hello_py=hello), {"PYTHONPATH": str(installed)})
    assert (done.stdout, done.stderr, done.returncode) == ("hello emscripten\n", "", 0)


def test_it_contains_the_files_that_pages_need_and_no_others(installed):
    bundle = installed / "pyodide_browser_testing" / "bundle"
    names = {path.name for path in bundle.rglob("*") if path.is_file()}
    assert {"pyodide-browser.js", "pyodide.asm.wasm", "pyodide.asm.wasm.br"} <= names
    assert not [name for name in names if name.endswith((".gz", ".whl"))]


def test_it_contains_what_the_commands_write_and_read(installed):
    package = installed / "pyodide_browser_testing"
    source = ROOT / "testing" / "src" / "pyodide_browser_testing"
    for folder in ("templates", "publish/hosts", "hosting", "migration"):
        ours = [path.relative_to(source) for path in (source / folder).rglob("*") if path.is_file()]
        data = [path for path in ours if path.suffix != ".pyc"]
        assert data
        assert [path for path in data if not (package / path).is_file()] == []


@pytest.mark.quickstart
def test_it_contains_the_files_of_the_quick_start(installed):
    folder = installed / "pyodide_browser_testing" / "bundle" / "pyodide"
    assert set(QUICK_START_FILES) <= {path.name for path in folder.iterdir()}


def test_the_stand_in_is_installed_beside_the_package(installed, tmp_path):
    """Two wheels share the folder `browser`."""
    venv.create(tmp_path, with_pip=False)
    python = str(tmp_path / "bin" / "python")
    (theirs,) = installed.parent.glob("*.whl")
    (ours,) = (ROOT / "dist").glob("*.whl")
    for wheel in (ours, theirs):
        install = [*PIP, "--python", python, "install", *OFFLINE, str(wheel)]
        subprocess.run(install, check=True)
    done = ended([python, "-I", "-c", PROGRAM], tmp_path)
    assert (done.stdout, done.stderr) == ("received\n", "")


def test_both_distributions_have_one_version():
    ours, theirs = (
        tomllib.loads((ROOT / folder / "pyproject.toml").read_text())["project"]
        for folder in (".", "testing")
    )
    version = ours["version"]
    assert theirs["version"] == version
    assert f"pyodide-browser=={version}" in theirs["dependencies"]
    assert ours["optional-dependencies"]["testing"] == [f"pyodide-browser-testing=={version}"]

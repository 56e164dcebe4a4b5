"""The wheel and the source distribution."""

import os
import re
import subprocess
import tarfile
import venv
from pathlib import Path

import pytest

from tests import drivers
from tools.versions import version

ROOT = Path(__file__).resolve().parent.parent.parent
STEM = f"pyodide_browser-{version()}"
BUILD = r"^    (pyodide-browser build app --out public)$"
CHECK = r"^    (pyodide-browser check public)$"
SHOWN = '"form":[["x","0"],["y","1"]]'


def test_the_sdist_has_what_the_wheel_is_made_of_and_no_more(packages):
    with tarfile.open(packages / f"{STEM}.tar.gz") as sdist:
        names = {Path(name).relative_to(STEM).as_posix() for name in sdist.getnames()}
    beside = {name for name in names if not name.startswith("src/")}
    documents = {"CHANGELOG.md", "LICENSE", "PKG-INFO", "README.md", "pyproject.toml"}
    assert beside == documents | {".gitignore"}
    sources = {path.relative_to(ROOT).as_posix() for path in (ROOT / "src").rglob("*.py")}
    of_testing = {name for name in sources if name.startswith("src/browser/testing/")}
    assert {name for name in names if name.endswith(".py")} == sources - of_testing
    assert "src/browser/_shim.js" in names


def test_the_wheel_made_of_the_sdist_is_the_one_in_dist(packages):
    wheel = f"{STEM}-py3-none-any.whl"
    assert (packages / wheel).read_bytes() == (ROOT / "dist" / wheel).read_bytes()


class Environment:
    """An empty environment, whose pip knows the registry besides the usual ones."""

    def __init__(self, folder: Path, index: str) -> None:
        self.folder = folder
        venv.create(folder / "venv", with_pip=True)
        path = f"{folder / 'venv' / 'bin'}:{os.environ['PATH']}"
        self._variables = {"PATH": path, "PIP_EXTRA_INDEX_URL": f"{index}/simple"}

    def says(self, command: str) -> str:
        """What the command, as it stands in the documentation, prints there."""
        done = subprocess.run(
            command,
            shell=True,
            cwd=self.folder,
            env=os.environ | self._variables,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, (command, done.stdout, done.stderr)
        return done.stdout


@pytest.fixture
def environment(index, tmp_path):
    return Environment(tmp_path, index)


def documented(file, pattern):
    """The one command in a file of docs/ that the pattern finds."""
    (command,) = re.findall(pattern, (ROOT / "docs" / file).read_text(), re.MULTILINE)
    return command


def test_pip_installs_the_wheel_by_name(environment):
    environment.says(documented("index.md", r"types for an editor \| `(.*)`"))
    code = "import browser.ajax, importlib.metadata as m; print(m.version('pyodide-browser'))"
    assert environment.says(f'python -I -c "{code}"') == f"{version()}\n"


def test_the_first_test_and_a_new_project_work_as_the_guides_say(environment):
    drivers.require("chromium")
    guide = (ROOT / "docs" / "testing.md").read_text()
    html, test = (re.search(rf"(?s)```{kind}\n(.*?)```", guide)[1] for kind in ("html", "python"))
    (environment.folder / "hello.html").write_text(html)
    (environment.folder / "test_hello.py").write_text(test)
    environment.says(documented("testing.md", r"^    (pip install .*\[testing\]\")$"))
    assert "1 passed" in environment.says(documented("testing.md", r"^\$ (pytest .*)$"))
    run = r"^\$ (pyodide-browser run hello\.html)$"
    assert environment.says(documented("testing.md", run)) == ""

    environment.says("pyodide-browser new app")
    assert "index.html: " in environment.says(documented("hosting.md", BUILD))
    assert environment.says(documented("hosting.md", CHECK)) == "nothing is wrong\n"


@pytest.mark.parametrize("by_name", [False, True])
def test_micropip_installs_the_wheel_and_the_seeds_example_runs(visit, index, by_name):
    needed = [
        f"/wheels/{path.name}"
        for name in ("micropip", "packaging")
        for path in (ROOT / ".build" / "guest-wheels").glob(f"{name}-*.whl")
    ]
    assert len(needed) == 2
    query = "&".join([f"first={url}" for url in needed])
    if by_name:
        query += f"&index={index}/simple&wheel=pyodide-browser"
    else:
        query += f"&wheel={visit.server.origin}/packages/{STEM}-py3-none-any.whl"
    visit.open(f"/site/micropip.html?{query}")
    assert visit.global_("done") is None
    visit.wait(lambda: SHOWN in visit.text("#result"))

"""The wheel and the source distribution."""

import subprocess
import sys
import tarfile
import venv
from pathlib import Path

from tools.versions import version

ROOT = Path(__file__).resolve().parent.parent.parent
STEM = f"pyodide_browser-{version()}"
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


def test_the_wheel_installs_into_an_empty_environment(packages, tmp_path):
    venv.create(tmp_path, with_pip=False)
    python = tmp_path / "bin" / "python"
    wheel = packages / f"{STEM}-py3-none-any.whl"
    pip = [sys.executable, "-m", "pip", "--quiet", "--python", str(python), "install", "--no-index"]
    subprocess.run([*pip, str(wheel)], check=True)
    code = (
        "import browser.ajax, importlib.metadata;"
        "print(importlib.metadata.version('pyodide-browser'))"
    )
    run = subprocess.run([python, "-I", "-c", code], check=True, capture_output=True, text=True)
    assert run.stdout.strip() == version()


def test_micropip_installs_the_wheel_and_the_seeds_example_runs(visit):
    needed = [
        f"/wheels/{path.name}"
        for name in ("micropip", "packaging")
        for path in (ROOT / ".build" / "guest-wheels").glob(f"{name}-*.whl")
    ]
    assert len(needed) == 2
    query = "&".join([f"first={url}" for url in needed])
    visit.open(f"/site/micropip.html?{query}&wheel=/packages/{STEM}-py3-none-any.whl")
    assert visit.global_("done") is None
    visit.wait(lambda: SHOWN in visit.text("#result"))

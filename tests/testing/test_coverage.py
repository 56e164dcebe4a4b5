"""`pytest --page-cov`: lines of .py files that ran in pages, as data of coverage.py."""

import sys

import coverage as coverage_py
import pytest

from pyodide_browser_testing import coverage
from pyodide_browser_testing.coverage import CoverageUnavailable, PageCoverage
from pyodide_browser_testing.programs import ENGINES
from tests import drivers
from tests.testing.commands import ended, pytest_in

PAGE = """<!doctype html><script src="pyodide-browser.js"></script>
<script type="text/python">print(__name__)</script>
<script type="text/python" src="{0}.py?1"></script><a href="next.html">next</a>"""
APP = """from browser import document
from parcel import used


@document.bind("click")
def clicked(event):
    used()
    print([number for number in range(2)])


def never():
    return 1
"""
PARCEL = """def used():
    return 2


def unused():
    return 3
"""
NEXT = (
    '<script src="pyodide-browser.js"></script><script type="text/python" src="next.py"></script>'
)
TESTS = """
def test_page(python_page, page_engine):
    python_page.open(f"{page_engine}.html")
    assert python_page.console[0].text == "__main__"
    python_page.find("body").click()
    python_page.find("a").click()
    python_page.wait_ready()
"""
SETTINGS = "[run]\nrelative_files = true\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "parcel").mkdir()
    files = {"parcel/__init__.py": PARCEL, "next.html": NEXT}
    for engine in ENGINES:
        files |= {f"{engine}.html": PAGE.format(engine), f"{engine}.py": APP}
    files |= {"next.py": "x = 1\n", "test_page.py": TESTS, "helper.py": "y = 2\n"}
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    return tmp_path


def executed(folder):
    """File → lines, of the combined data."""
    data = coverage_py.CoverageData(str(folder / ".coverage"))
    data.read()
    return {
        file.removeprefix(f"{folder}/"): sorted(data.lines(file)) for file in data.measured_files()
    }


def test_the_lines_of_pages_combine_with_those_of_the_tests(folder):
    for engine in ENGINES:
        drivers.require(engine)
    (folder / "pytest.ini").touch()
    run = [sys.executable, "-m", "coverage", "run", "--parallel-mode", "--include=test_page.py"]
    test = ["-m", "pytest", "-p", "no:cacheprovider", "--page-cov"]
    test.append(f"--page-engine={','.join(ENGINES)}")
    done = ended([*run, *test], folder)
    assert done.returncode == 0, done.stdout
    combined = ended([sys.executable, "-m", "coverage", "combine"], folder)
    assert combined.returncode == 0, combined.stdout
    lines = executed(folder)
    scripts = {f"{engine}.py" for engine in ENGINES}
    assert set(lines) == {*scripts, "parcel/__init__.py", "next.py", "test_page.py"}
    for name in scripts:
        assert lines[name] == [1, 2, 5, 6, 7, 8, 11], name
    assert lines["parcel/__init__.py"] == [1, 2, 5]
    assert lines["next.py"] == [1]
    reported = ended([sys.executable, "-m", "coverage", "report"], folder)
    assert "parcel/__init__.py" in reported.stdout


def test_branches_are_a_usage_error(folder):
    (folder / ".coveragerc").write_text("[run]\nbranch = true\n")
    done = pytest_in(folder, "--page-cov")
    assert done.returncode == 4
    assert "lines are measured, not branches: set branch = false" in done.stderr


def test_without_coverage_it_is_a_usage_error(monkeypatch):
    monkeypatch.setitem(sys.modules, "coverage", None)
    with pytest.raises(CoverageUnavailable, match=r"pip install .pyodide-browser-testing\[cov"):
        coverage.configured()


def test_files_outside_the_folder_are_not_measured(folder, monkeypatch):
    monkeypatch.chdir(folder)
    (folder / "inner").mkdir()
    collected = PageCoverage(folder / "inner")
    collected.add('{"http://host/../chromium.py": [1], "http://host/nowhere.py": [2]}')
    collected.write()
    assert list(folder.glob(".coverage*")) == []

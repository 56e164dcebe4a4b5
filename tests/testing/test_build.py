"""`pyodide-browser build`: the files of a site, and what a page needs."""

import gzip

import brotli
import pytest
from click.testing import CliRunner

from pyodide_browser_testing.cli import main
from pyodide_browser_testing.pages import runtime
from pyodide_browser_testing.pages.needs import needs_of
from pyodide_browser_testing.pages.tags import OFFLINE_SCRIPT, has_worker, tags_of
from pyodide_browser_testing.publish import offline
from pyodide_browser_testing.publish.site import HOSTS
from tests import drivers
from tests.testing.commands import ROOT, run_page

SCRIPT = '<script src="pyodide-browser.js"></script>\n'


def invoke(*arguments):
    return CliRunner().invoke(main, [*map(str, arguments)])


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The site of `new`, built twice, with a page in a folder and files that are left out."""
    folder = tmp_path_factory.mktemp("build")
    invoke("new", folder / "app")
    pages = folder / "app" / "pages"
    (pages / "inner").mkdir()
    (pages / "inner" / "hello.html").write_text(
        f'<!doctype html>{SCRIPT}<script type="text/python">import sums\nprint(sums.two)</script>'
    )
    (pages / "inner" / "sums.py").write_text("import csv\n\ntwo = 2\n")
    for name in ("test_x.py", "conftest.py", ".env", "pyproject.toml"):
        (pages / name).write_text("x = 1")
    for _ in range(2):
        result = invoke("build", folder / "app", "--out", folder / "public")
        assert (result.exit_code, result.stderr) == (0, "")
    return folder / "public", result.output


def test_it_has_the_pages_the_runtime_and_the_settings_of_hosts(built):
    public, output = built
    names = {path.relative_to(public).as_posix() for path in public.rglob("*") if path.is_file()}
    plain = {name for name in names if not name.endswith((".br", ".gz"))}
    own = {"index.html", "app.py", "style.css", "inner/hello.html", "inner/sums.py"}
    more = {*HOSTS, ".nojekyll", ".pyodide-browser-build"}
    assert plain == {*own, *runtime.files(), *more}
    assert "left out: conftest.py, pyproject.toml, test_x.py" in output
    assert "Next: pyodide-browser check" in output


def test_compressed_copies_have_the_same_content(built):
    public, _ = built
    for name in ("index.html", "app.py", "pyodide-browser.js", "pyodide/pyodide-lock.json"):
        content = (public / name).read_bytes()
        assert brotli.decompress((public / f"{name}.br").read_bytes()) == content
        assert gzip.decompress((public / f"{name}.gz").read_bytes()) == content


def test_a_page_in_a_folder_uses_the_page_script_of_the_site(built):
    public, _ = built
    assert '<script src="../pyodide-browser.js">' in (public / "inner/hello.html").read_text()
    drivers.require("chromium")
    ended = run_page("public/inner/hello.html", "--folder=public", cwd=public.parent)
    assert (ended.stdout, ended.returncode) == ("2\n", 0)


@pytest.mark.quickstart
def test_it_says_what_a_page_loads(built):
    _, output = built
    lines = output.splitlines()
    assert "index.html: 1.6 MB before the first statement (brotli)" in lines
    assert "inner/hello.html: 1.6 MB before the first statement (brotli), data 0.2 MB" in lines


def test_the_settings_of_nginx_are_those_of_the_guide(built):
    public, _ = built
    guide = (ROOT / "docs" / "hosting.md").read_text()
    assert f"```nginx\n{(public / 'nginx.conf').read_text()}```" in guide


@pytest.mark.parametrize(
    ("out", "message"),
    [
        ("mine", "mine is not empty, and no earlier build: choose another"),
        ("app", "app contains the pages: choose another"),
        ("app/index.html/out", "cannot write"),
    ],
)
def test_a_folder_that_must_not_be_replaced(tmp_path, monkeypatch, out, message):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "app").mkdir()
    page = tmp_path / "app" / "index.html"
    page.write_text(f'{SCRIPT}<script type="text/python"></script>')
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "work.txt").touch()
    result = invoke("build", "app", "--out", out)
    assert (result.exit_code, message in result.stderr) == (2, True)
    assert page.exists()
    assert (tmp_path / "mine" / "work.txt").exists()


def test_no_such_folder_and_no_page(tmp_path):
    result = invoke("build", tmp_path / "nowhere", "--out", tmp_path / "out")
    assert (result.exit_code, "does not exist" in result.stderr) == (2, True)
    result = invoke("build", tmp_path, "--out", tmp_path / "out")
    assert (result.exit_code, "no page has a <script" in result.stderr) == (1, True)


PROBLEMS = {
    '<script type="text/python">import gone</script>': "1: no module gone, and no file gone.py",
    '<script type="text/python">\nx = 1\nimport tkinter</script>': "3: no module tkinter",
    '<script type="text/python">from browser import gone</script>': "1: browser.gone does not",
    '<script type="text/python">from browser.aio import get, gone</script>': "1: browser.aio.gone",
    '<script type="text/python">import numpy</script>': "1: numpy is in a package: add data-pack",
    '\n<script type="text/python" data-packages="numpy"></script>': "2: data-packages: numpy needs",
    '<script type="text/python" data-packages="gone"></script>': "1: data-packages: gone is not in",
    '<script type="text/python" data-packages="./g.whl"></script>': "1: data-packages: no such fi",
    '<script type="text/python" src="gone.py"></script>': "1: no such file: gone.py",
    '<script type="text/python">\n\nx = (</script>': "3: SyntaxError: '(' was never closed",
}


@pytest.mark.parametrize("script", PROBLEMS)
def test_what_a_page_needs_and_does_not_have(tmp_path, script):
    (tmp_path / "page.html").write_text(script)
    (problem,) = needs_of(tmp_path, "page.html").problems
    assert str(problem).startswith(f"page.html:{PROBLEMS[script]}")


def test_a_page_that_has_what_it_needs(tmp_path):
    scripts = """<brython-options pythonpath="lib"></brython-options>
    <script type="text/python" id="first">import os.path, xml.dom, js, math</script>
    <script type="text/python" src="/main.py?1"></script>
    <script type="text/python">
      import first, parcel.inner
      from javascript import JSON
      try:
          import tomllib_of_old
      except ImportError:
          pass
      get(async=True)
      import micropip, anything
    </script>
    <script type="text/python" data-packages="micropip"></script>"""
    (tmp_path / "page.html").write_text(scripts)
    (tmp_path / "main.py").write_text("from browser.widgets.dialog import InfoDialog\n")
    (tmp_path / "lib" / "parcel").mkdir(parents=True)
    (tmp_path / "lib" / "parcel" / "__init__.py").touch()
    (tmp_path / "lib" / "parcel" / "inner.py").write_text("async def f(): pass\n")
    wheel = tmp_path / "pyodide" / runtime.packages()["micropip"]["file_name"]
    wheel.parent.mkdir()
    found = needs_of(tmp_path, "page.html")
    assert [problem.text[:35] for problem in found.problems] == [
        "data-packages: micropip needs pyodi"
    ]
    for name in runtime.wheels_of("micropip"):
        (tmp_path / "pyodide" / name).touch()
    found = needs_of(tmp_path, "page.html")
    assert found.problems == []
    assert {script.file for script in found.scripts} == {
        *("page.html", "main.py", "lib/parcel/__init__.py", "lib/parcel/inner.py")
    }
    if runtime.groups():
        assert {"asyncio", "browser", "others"} <= found.groups


def test_a_page_without_the_page_script(tmp_path):
    (tmp_path / "page.html").write_text('\n<script type="text/python"></script>')
    result = invoke("build", tmp_path, "--out", tmp_path / "out")
    assert result.exit_code == 1
    assert "page.html:2: a Python script, but no <script src=" in result.stderr
    assert not (tmp_path / "out").exists()


def test_pages_with_a_worker():
    assert has_worker(tags_of('<script type="text/python" class="a webworker"></script>'))
    assert has_worker(tags_of(f'<script src="../{OFFLINE_SCRIPT}"></script>'))
    assert not has_worker(tags_of('<p class="webworker"></p><script src="x.js"></script>'))


def test_offline_lists_the_files_and_without_it_the_worker_removes_itself(tmp_path):
    (tmp_path / "app").mkdir()
    page = f'<!doctype html>{SCRIPT}<script type="text/python"></script>'
    (tmp_path / "app" / "page.html").write_text(page)
    out = tmp_path / "out"
    assert invoke("build", tmp_path / "app", "--out", out, "--offline").exit_code == 0
    worker = (out / offline.WORKER).read_text()
    assert offline.PLACEHOLDER not in worker
    assert '"page.html"' in worker
    assert (
        f'<!doctype html><script src="{OFFLINE_SCRIPT}"></script>'
        in (out / "page.html").read_text()
    )
    first, later = offline.listed(out)
    assert offline.WORKER not in {*first, *later}
    assert set(later) == offline.ONLY_IF_NEEDED
    assert invoke("build", tmp_path / "app", "--out", out).exit_code == 0
    assert "null" in (out / offline.WORKER).read_text()
    assert not (out / OFFLINE_SCRIPT).exists()
    assert invoke("build", tmp_path / "app", "--out", out).exit_code == 0
    assert (out / offline.WORKER).exists()

"""`pyodide-browser new`, and what the other commands do with its project."""

import sys
import urllib.request

import pytest
from click.testing import CliRunner

from pyodide_browser_testing import browsers
from pyodide_browser_testing.cli import main
from pyodide_browser_testing.errors import ProjectError
from pyodide_browser_testing.project import app_of, project_in
from tests import drivers
from tests.testing.commands import PATIENT, ended
from tests.testing.serving import serving


def new(folder):
    return CliRunner().invoke(main, ["new", str(folder)])


@pytest.fixture(scope="module")
def app(tmp_path_factory):
    folder = tmp_path_factory.mktemp("new") / "app"
    assert new(folder).exit_code == 0
    return folder


def test_its_tests_pass_in_every_browser(app):
    drivers.require("chromium")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    done = ended([*command, "-o", f"python_page_timeout={PATIENT}"], app)
    assert done.returncode == 0, done.stdout
    count = sum(not lack for lack in browsers.installed().values())
    assert f"{3 * count} passed" in done.stdout


@pytest.mark.parametrize("inside", [True, False])
def test_serve_shows_it(app, inside):
    with serving(*([] if inside else [app.name]), cwd=app if inside else app.parent) as origin:
        for path, text in {"/": "<h1>Shopping list", "/api/items": '["bread"]'}.items():
            with urllib.request.urlopen(origin + path) as response:
                assert text in response.read().decode()


def test_its_readme_has_ten_lines(app):
    assert len((app / "README.md").read_text().splitlines()) == 10


def test_an_empty_folder_is_used(tmp_path):
    assert new(tmp_path).exit_code == 0
    assert (tmp_path / "pages" / "index.html").exists()


def test_a_folder_that_is_not_empty(tmp_path):
    (tmp_path / "mine.txt").touch()
    result = new(tmp_path)
    assert result.exit_code == 2
    assert f"{tmp_path} is not empty: choose another name" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_name_that_is_taken_by_a_file(tmp_path):
    (tmp_path / "app").touch()
    result = new(tmp_path / "app")
    assert (result.exit_code, "is a file: choose another name" in result.stderr) == (2, True)
    result = new(tmp_path / "app" / "inner")
    assert (result.exit_code, "cannot write" in result.stderr) == (2, True)


def test_a_folder_without_settings_is_a_folder_of_pages(tmp_path):
    assert project_in(tmp_path).pages == tmp_path
    (tmp_path / "pyproject.toml").write_text("[project]\nname = 'x'\n")
    assert project_in(tmp_path).pages == tmp_path


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ("page = 'pages'", "unknown setting 'page': use pages or app"),
        ("pages = 1", "pages and app are strings"),
        ("pages = 'nowhere'", "pages: no such folder: "),
        ("pages = ", "Invalid value"),
    ],
)
def test_wrong_settings(tmp_path, settings, message):
    file = tmp_path / "pyproject.toml"
    file.write_text(f"[tool.pyodide-browser]\n{settings}\n")
    with pytest.raises(ProjectError, match=message) as error:
        project_in(tmp_path)
    assert str(error.value).startswith(str(file))
    for command in ("serve", "build"):
        result = CliRunner().invoke(
            main, [command, str(tmp_path), "--out=x"][: 3 - (command == "serve")]
        )
        assert (result.exit_code, message in result.stderr) == (2, True)


def test_a_back_end_that_does_not_exist(tmp_path):
    with pytest.raises(ProjectError, match="nowhere_at_all"):
        app_of(tmp_path, "nowhere_at_all:app")
    assert app_of(tmp_path, "") is None

"""`pyodide-browser migrate`: pages in the style of 2018 and of today."""

import ast
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from pyodide_browser_testing.cli import main
from pyodide_browser_testing.migration.differences import differences
from pyodide_browser_testing.migration.marks import lines_of, marks_of
from pyodide_browser_testing.migration.page import migrated
from tests import drivers
from tests.testing.commands import run_page

PAGES = Path(__file__).parent / "brython_pages"


@pytest.fixture
def pages(tmp_path):
    return shutil.copytree(PAGES, tmp_path / "pages", ignore=shutil.ignore_patterns("__pycache__"))


def migrate(*arguments):
    return CliRunner().invoke(main, ["migrate", *map(str, arguments)])


def heads(output):
    """Title → the first lines of its entries, without the texts of the table."""
    found = {}
    for line in output.splitlines():
        if not line.startswith(" "):
            found[line.rstrip(":")] = entries = []
        elif not line.startswith("      "):
            entries.append(line.strip())
    return found


def test_a_page_of_2018(pages):
    before = (pages / "from_2018.html").read_text()
    result = migrate(pages / "from_2018.html")
    assert result.exit_code == 0
    found = heads(result.output)
    assert found["To change (with --write)"] == [
        'from_2018.html:5: <script src="../brython/brython.js"> is now '
        '<script src="pyodide-browser.js">',
        'from_2018.html:6: <script src="../brython/brython_stdlib.js"> is removed: '
        "it is not necessary",
    ]
    assert "Missing" not in found
    places = {line.rpartition(": ")[2]: line.rpartition(": ")[0] for line in found["Different"]}
    assert places == {
        "`async`": "from_2018.html:27",
        "timeout": "from_2018.html:24",
        "network error": "from_2018.html:27",
        "json": "from_2018.html:16",
        "`document`": "from_2018.html:18",
        "nodes": "from_2018.html:18",
        "JavaScript's values": "from_2018.html:28",
    }
    assert "counting.py" not in str(found["Speed"])
    assert any(line.startswith("sums.py:3, from_2018.html:16: quicker:") for line in found["Speed"])
    assert (pages / "from_2018.html").read_text() == before


def test_the_page_of_2018_runs_after_it(pages):
    drivers.require("chromium")
    assert migrate("--write", pages / "from_2018.html").exit_code == 0
    ended = run_page("from_2018.html", cwd=pages)
    assert ended.returncode == 0, ended.stderr
    assert set(ended.stdout.splitlines()) >= {'["a", "b"]', "10", "complete", "no x"}


def test_a_page_of_today(pages):
    page = pages / "today.html"
    found = heads(migrate("--write", page).output)
    assert [line.partition(" ")[0] for line in found["Changed"]] == [
        "today.html:5:",
        "today.html:8:",
        "today.html:9:",
    ]
    assert found["Missing"] == [
        "today.html:16: no module gone, and no file gone.py",
        "today.html:17: browser.gone_too does not exist",
    ]
    assert [line.rpartition(": ")[2] for line in found["Different"]] == ["`widgets`"]
    assert any("standard library" in line for line in found["Speed"])
    html = page.read_text()
    assert "brython" not in html
    assert "integrity" not in html
    assert html.count("<script") == 2
    assert '<script\n      src="pyodide-browser.js"></script>\n     <script type="text/' in html


def test_the_rest_of_the_page_stays_as_it_is():
    html = "<!-- <script src=\"brython.js\"></script> -->\r\n<script defer src='brython.js?1' id=a>"
    html += "</script>\n<p>ä</p><SCRIPT SRC=x.brython.js></SCRIPT>\n<p>"
    expected = '<!-- <script src="brython.js"></script> -->\r\n<script defer src='
    expected += '"pyodide-browser.js" id=a></script>\n<p>ä</p>\n<p>'
    assert migrated(html).html == expected


def test_bytes_that_are_no_utf_8_stay(tmp_path):
    page = tmp_path / "latin.html"
    page.write_bytes(b'<script src="brython.js"></script><p>\xe9</p>')
    assert migrate("--write", page).exit_code == 0
    assert page.read_bytes() == b'<script src="pyodide-browser.js"></script><p>\xe9</p>'


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("plain.html", "includes no brython.js: it is no Brython page, or it was migrated"),
        ("nowhere.html", "does not exist"),
        (".", "is a directory"),
    ],
)
def test_no_brython_page(tmp_path, name, message):
    (tmp_path / "plain.html").write_text('<script src="pyodide-browser.js"></script>')
    result = migrate(tmp_path / name)
    assert result.exit_code == 2
    assert message in result.stderr


MARKED = """
import json as j
from browser import ajax
from browser.timer import set_timeout
req = ajax.Ajax()
req.bind("load", None)
req.onload = print
set_timeout(print, 5)
ajax.post("/", data=j.dumps({}), mode="json")
req.send(data=req.json)
open("x", "w")
while req: pass
"""


def test_marks():
    marks = dict(marks_of(ast.parse(MARKED)))
    assert marks["import browser.ajax"] == [3]
    assert marks["browser.ajax.post(data=)"] == marks["(mode='json')"] == [9]
    assert marks["(data=)"] == [9, 10]
    assert marks[".bind('load')"] == marks[".bind(,)"] == [6]
    assert marks["browser.timer.set_timeout(,)"] == [8]
    assert ".set_timeout()" not in marks
    assert marks[".onload ="] == [7]
    assert marks[".json"] == [10]
    assert marks["open('x')"] == [11]
    assert marks["loop"] == [12]
    assert lines_of("import browser.ajax & loop", marks) == [12]
    assert lines_of("import turtle & loop", marks) == []


@pytest.mark.parametrize(
    ("third", "is_blocking"), [(", False", True), (", x", True), (", True", False), ("", False)]
)
def test_open_blocks_if_its_third_argument_says_so(third, is_blocking):
    marks = marks_of(ast.parse(f"from browser import ajax\nreq.open('GET', '/'{third})"))
    patterns = next(row.code for row in differences() if row.text.startswith("network error"))
    assert any(lines_of(pattern, marks) for pattern in patterns) == is_blocking


@pytest.mark.parametrize(
    "imported",
    [
        "from browser import ajax",
        "import browser.ajax as ajax",
        "from browser import *",
        "import browser",
    ],
)
def test_every_way_to_import_a_module(imported):
    name = "browser.ajax" if imported == "import browser" else "ajax"
    marks = marks_of(ast.parse(f"{imported}\nreq = {name}.ajax()\nprint(req.json)"))
    assert lines_of("browser.ajax.ajax()", marks) == [2]
    assert lines_of("import browser.ajax & .json", marks) == [3]


def test_own_names_are_not_those_of_a_star_import():
    marks = marks_of(ast.parse("from browser import *\nmine.get()"))
    assert "mine.get()" not in marks
    assert marks[".get()"] == [2]

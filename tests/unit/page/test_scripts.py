"""Scripts of a page: their names, their files, their errors."""

import asyncio
import sys
import warnings

import pytest

from browser.page import _scripts
from browser.page._scripts import run_script

PAGE = "http://host/folder/page.html?x=1#top"


@pytest.fixture(autouse=True)
def fresh(monkeypatch):
    monkeypatch.setattr(_scripts, "_names", 0)
    monkeypatch.setattr(sys, "argv", sys.argv)
    monkeypatch.setattr(sys, "modules", dict(sys.modules))
    with warnings.catch_warnings():
        yield


def test_scripts_without_an_id_are_numbered():
    for _ in range(3):
        assert run_script("", "x = 1", "", PAGE) is None
    files = [sys.modules[name].__file__ for name in ("__main__", "__main__1", "__main__2")]
    assert files == ["page.html#__main__", "page.html#__main__1", "page.html#__main__2"]


def test_scripts_without_an_id_do_not_fill_the_memory():
    before = len(sys.modules), len(warnings.filters)
    for number in range(2010):
        run_script("", f"x = {number}", "", PAGE)
    assert len(sys.modules) - before[0] in (1000, 1001)  # pytest has a `__main__`
    assert len(warnings.filters) - before[1] <= 1
    assert sys.modules["__main__"].x == 0
    assert sys.modules["__main__9"].x == 2009
    assert sys.modules["__main__10"].x == 1010


def test_a_script_with_an_id_can_be_imported_by_it():
    run_script("mine", "\n  x = __name__", "", PAGE)
    assert sys.modules["mine"].x == "mine"
    assert sys.modules["mine"].__file__ == "page.html#mine"


def test_the_file_and_the_arguments():
    run_script("mine", "import sys; argv = sys.argv", "http://host/a/app.py?v=2", PAGE, "one two")
    assert sys.modules["mine"].__file__ == "http://host/a/app.py?v=2"
    assert sys.modules["mine"].argv == ["app.py", "one", "two"]
    run_script("other", "import sys; argv = sys.argv", "", "http://host/")
    assert sys.modules["other"].argv == ["index.html#other"]


def test_the_indentation_of_an_inline_script_goes_and_that_of_a_file_stays(capsys):
    run_script("mine", "\n    x = 1\n", "", PAGE)
    assert sys.modules["mine"].x == 1
    run_script("other", "\n    x = 1\n", "http://host/app.py", PAGE)
    assert "IndentationError" in capsys.readouterr().err


def test_a_name_of_the_standard_library_hides_no_module():
    import json

    run_script("json", "x = 1", "", PAGE)
    assert sys.modules["json"] is json


@pytest.mark.parametrize("code", ["1 / 0", "await wait()\n1 / 0"])
def test_an_error_is_reported_with_its_line_and_not_raised(capsys, code):
    sys.modules["waiting"] = type(sys)("waiting")
    sys.modules["waiting"].wait = lambda: asyncio.sleep(0)
    running = run_script("mine", f"from waiting import wait\n{code}", "", PAGE)
    if running is not None:
        asyncio.run(running)
    assert (running is not None) == ("await" in code)
    error = capsys.readouterr().err
    assert f'File "page.html#mine", line {code.count(chr(10)) + 2}' in error
    assert "    1 / 0" in error
    assert error.endswith("ZeroDivisionError: division by zero\n")


def test_a_script_that_awaits_has_run_when_its_coroutine_ends():
    running = run_script("mine", "import asyncio\nx = await asyncio.sleep(0, 5)", "", PAGE)
    asyncio.run(running)
    assert sys.modules["mine"].x == 5


def test_an_old_keyword_is_renamed_before_python_sees_it():
    run_script("mine", "x = dict(async=1)", "", PAGE)
    assert sys.modules["mine"].x == {"async_": 1}


def test_deprecation_warnings_of_a_script_are_shown():
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("ignore")
        code = "import warnings; warnings.warn('old', DeprecationWarning)"
        run_script("a.b", code, "", PAGE)
        run_script("", "import warnings; warnings.warn('now', DeprecationWarning)", "", PAGE)
    assert [str(warning.message) for warning in seen] == ["old", "now"]

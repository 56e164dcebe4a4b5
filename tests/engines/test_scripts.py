"""`<script type="text/python">`: order, names, errors, options, imports, the end."""

import pytest

TRACEBACK_OF_RAISING = """\
Traceback (most recent call last):
  File "errors.html#raising", line 4, in <module>
    fail()
    ~~~~^^
  File "errors.html#raising", line 2, in fail
    raise ValueError("from the first script")
ValueError: from the first script"""
TRACEBACK_OF_CALLBACK = """\
Traceback (most recent call last):
  File "errors.html#callback", line 4, in broken
    raise KeyError("in a callback")
KeyError: 'in a callback'"""
TRACEBACK_OF_IMPORT = """\
Traceback (most recent call last):
  File "imports.html#broken", line 1, in <module>
    import raising
  File "raising.py", line 5, in <module>
    fail()
    ~~~~^^
  File "raising.py", line 2, in fail
    raise ValueError("in a module")
ValueError: in a module"""


def test_scripts_run_in_order_each_in_a_module_of_its_own(visit):
    assert visit.open("/pages/order.html") == []
    assert visit.said["log"] == [
        "first __main__",
        "second second False",
        "third __main__1",
        "fourth __main__2",
        "fifth __main__3 second",
    ]
    assert visit.js("return pyodideBrowserTesting.ready") == []


def test_one_scripts_error_is_a_traceback_of_its_own_lines_and_stops_no_other(visit):
    errors = visit.open("/pages/errors.html")
    visit.wait(lambda: len(visit.said["log"]) == 2 and len(visit.said["error"]) == 5)
    assert sorted(visit.said["log"]) == ["the last script ran", "the other callback ran"]
    said = visit.said["error"]

    def of(text):
        return next(error for error in said if text in error)

    assert of("#raising") == TRACEBACK_OF_RAISING
    assert of("#callback") == TRACEBACK_OF_CALLBACK
    syntax, missing, chained = of("#syntax"), of("nowhere.py"), of("#chained")
    assert {of("#raising"), syntax, missing, chained} <= set(errors)
    assert 'File "errors.html#syntax", line 1' in syntax
    assert "SyntaxError: '(' was never closed" in syntax
    assert "/pages/nowhere.py" in missing
    assert "404" in missing
    assert 'File "errors.html#chained", line 5' in chained
    assert "The above exception was the direct cause" in chained
    assert "/lib/" not in syntax + chained
    assert "errors.html#chained:3: UserWarning: take care" in "".join(visit.said["warn"])


def test_modules_beside_the_page_and_in_the_python_path_are_imported(visit):
    raising, unparsable = visit.open("/pages/imports.html")
    assert visit.said["log"] == [
        "beside beside True",
        "inner parcel_",
        "from the python path",
        "missing",
    ]
    assert raising == TRACEBACK_OF_IMPORT
    assert 'File "unparsable_module.py", line 1' in unparsable
    assert "x = = 1" in unparsable


def test_imports_ask_little(visit):
    """A missing module costs two requests a folder, once; the standard library's cost none."""
    visit.open("/pages/imports.html")
    asked = visit.js(
        "return performance.getEntriesByType('resource').map(({name}) => new URL(name).pathname)"
    )
    assert len([path for path in asked if "nowhere_at_all" in path]) == 4
    assert [path for path in asked if "winapi" in path or "msvcrt" in path] == []
    assert len([path for path in asked if path.endswith("nothing.py")]) == 1


def test_options_given_in_onload_apply_before_the_first_script(visit):
    assert visit.open("/pages/options.html") == []
    assert visit.said["log"] == ["one ['a', 'b'] from the python path", "three"]
    assert "unknown option 'colour'" in "".join(visit.said["warn"])


def test_a_page_without_head_with_the_script_at_the_end(visit):
    assert visit.open("/pages/onload.html") == []
    assert visit.text("#result") == "ran"
    assert "print(document.select" in visit.said["log"][0]


def test_a_script_that_comes_later_runs_after_those_that_the_page_came_with(visit):
    assert visit.open("/pages/later.html") == []
    visit.wait(lambda: visit.said["log"] == ["first", "third", "second 1"])
    visit.js(
        "const script = document.createElement('script');"
        "script.type = 'text/python'; script.textContent = 'print(\"from JavaScript\")';"
        "document.body.append(script);"
    )
    visit.wait(lambda: visit.said["log"][3:] == ["from JavaScript"])


def test_a_script_fires_load_when_it_has_run_and_error_without_its_file(visit):
    """As other scripts do, but inline ones, too: as in Brython."""
    _, missing = visit.open("/pages/load_events.html")
    assert "nowhere.py could not be loaded: HTTP status 404" in missing
    visit.wait(lambda: len(visit.js("return fired")) == 6)
    assert visit.js("return fired") == [
        "from the start: load",
        "inline: load",
        "raises: load",
        "a file: load",
        "no file: error",
        "the last: load",
    ]
    said = [line for line in visit.said["log"] if "inline" in line or "last" in line]
    assert said == ["inline", "load of inline", "the last", "load of the last"]


TRACEBACK_OF_TASK = """\
Traceback (most recent call last):
  File "tasks.py", line 7, in fail
    raise ValueError(text)
ValueError: dropped"""


@pytest.mark.parametrize("start", ["", "_off"], ids=["snapshot", "plain"])
def test_an_error_in_a_task_that_nobody_awaits_is_one_traceback(visit, start):
    """On the console, among the errors of `ready`, and in the page."""
    at_start = visit.open(f"/pages/tasks{start}.html")
    assert TRACEBACK_OF_TASK in at_start
    assert {"ValueError: dropped", "ValueError: a callback of the loop"} <= {
        error.splitlines()[-1] for error in at_start
    }
    visit.wait(lambda: len(visit.said["error"]) >= 9)
    errors = visit.said["error"]
    run, *others = sorted(error.splitlines()[-1] for error in errors)
    assert run.startswith("RuntimeError: asyncio.run(fail()) cannot wait in a callback")
    assert others == [
        "TypeError: len() takes exactly one argument (0 given)",
        "ValueError: a callback of the loop",
        "ValueError: a future",
        "ValueError: by aio.run",
        "ValueError: dropped",
        "ValueError: held",
        "ValueError: in a set",
        "ValueError: together",
    ]
    assert visit.js("return [...pyodideBrowser.errors]") == errors
    alerts = "return [...document.querySelectorAll('[role=alert]')].map((e) => e.textContent)"
    assert visit.js(alerts) == errors
    assert "handled: awaited later" in visit.said["log"]
    assert visit.said["warn"] == []


def test_declared_packages_are_there_and_errors_show_as_text(visit):
    errors = visit.open("/pages/packages.html")
    assert visit.said["log"] == ["IniConfig", "runs all the same"]
    assert "data-packages: " in errors[0]
    assert "no-such-package" in errors[0]
    assert "ValueError: <b>shown</b>" in errors[1]
    alerts = "return [...document.querySelectorAll('[role=alert]')].map((e) => e.textContent)"
    assert visit.js(alerts) == errors


def test_async_as_a_keyword_of_old_programs(visit):
    assert visit.open("/pages/async.html") == []
    assert visit.said["log"] == ["complete 1", "2"]


def test_a_scripts_id_does_not_shadow_the_standard_library(visit):
    assert visit.open("/pages/shadow.html") == []
    visit.wait(lambda: visit.said["log"] == ["mine json", "[1]", "{'ok': True}"])


def test_dist_works_from_another_origin(visit):
    assert visit.open(f"/engines/other_origin.html?{visit.server.other_origin}") == []
    assert visit.said["log"] == ["third __main__"]

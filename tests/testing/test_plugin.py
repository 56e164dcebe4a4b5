"""The pytest plugin, in another pytest: messages of failures, expected errors, isolation."""

import re

import psutil
import pytest

from tests import drivers
from tests.testing.commands import pytest_in, run_page

TESTS = '''
import json
import re
import pytest
from pyodide_browser_testing import in_page
from pyodide_browser_testing.server import Server
from pyodide_browser_testing.site import Site

PAGE = """<!doctype html><p id="p">text</p><p id="task">task</p><p id="builtin">built-in</p>
<script type="text/python">
from browser import ajax, document, local_storage
print("started", "key" in local_storage.storage, document.cookie)
local_storage.storage["key"] = "value"
document.cookie = "name=value"
document["p"].bind("click", lambda event: 1 / 0)

@document["task"].bind("click")
def start(event):
    import asyncio
    asyncio.create_task(fail())

async def fail():
    raise ValueError("in a task")

document["builtin"].bind("click", int)
</script>"""

def test_opens(python_page):
    python_page.open(PAGE)
    assert python_page.text("#p") == "text"
    assert [line.text for line in python_page.console] == ["started False "]
    assert python_page.timeout == 300

def test_storage_and_cookies_are_cleared(python_page):
    python_page.open(PAGE)
    assert python_page.console[0].text == "started False "

def test_error_in_a_callback(python_page):
    python_page.open(PAGE)
    python_page.find("#p").click()
    python_page.wait(lambda: python_page.text("#p") == "clicked")

def test_error_in_a_task(python_page):
    python_page.open(PAGE)
    python_page.find("#task").click()
    python_page.wait(lambda: python_page.text("#p") == "clicked")

def test_error_in_a_built_in_function(python_page):
    python_page.open(PAGE)
    python_page.find("#builtin").click()
    python_page.wait(lambda: python_page.text("#p") == "clicked")

def test_expected_error(python_page):
    python_page.expect_error("ZeroDivisionError")
    python_page.open(PAGE)
    python_page.find("#p").click()
    python_page.wait(lambda: python_page.errors)

def test_expected_error_that_never_comes(python_page):
    python_page.expect_error("ZeroDivisionError")
    python_page.open(PAGE)

def test_no_such_element(python_page):
    python_page.open(PAGE)
    python_page.find("#nowhere").click()

def test_assertion_here(python_page):
    python_page.open(PAGE)
    assert python_page.text("#p") == "other"

def test_a_server_that_is_running(python_page, tmp_path):
    own = PAGE.replace("<p", "<script src=pyodide-browser.js></script><p")
    (tmp_path / "own.html").write_text(own)
    python_page.expect_error("ZeroDivisionError")
    with Server(Site(tmp_path, scripts=())) as server:
        python_page.open(f"{server.origin}/own.html")
        python_page.find("#p").click()
        python_page.wait(lambda: python_page.errors)

def test_no_such_page(python_page):
    python_page.open("nowhere.html")

def test_never_reached(python_page):
    python_page.open(PAGE)
    python_page.wait(lambda: False, timeout=0.1)

def test_waits_for_texts(python_page):
    python_page.open(PAGE)
    python_page.wait_text("#p", "text")
    python_page.wait_text("#p", re.compile("^te"))

def test_another_text(python_page):
    python_page.open(PAGE)
    python_page.wait_text("#p", "other", timeout=0.1)

def test_no_element_with_a_text(python_page):
    python_page.open(PAGE)
    python_page.wait_text("#nowhere", re.compile("."), timeout=0.1)

def test_leaves_windows_behind(python_page):
    for _ in range(2):
        python_page.driver.switch_to.new_window("window")
        python_page.open(PAGE)

def test_one_window(python_page):
    assert len(python_page.driver.window_handles) == 1

def test_after_a_crash(python_page):
    python_page.open(PAGE)
    python_page.driver.service.process.kill()
    python_page.find("#p")

def test_a_new_browser(python_page):
    python_page.open(PAGE)

@in_page(PAGE)
def test_assertion_there():
    found = [1, {"a": "x"}]
    assert found == [1, {"a": "y"}]

@in_page
def test_difference_there():
    assert [1, 2] == [1, 3]

@pytest.fixture
def clicked(python_page):
    python_page.open(PAGE)
    python_page.find("#p").click()
    python_page.wait(lambda: False)

def test_error_in_a_fixture(clicked):
    pass

@pytest.fixture
def number():
    return 5

@in_page
async def test_message_and_fixture(number):
    from browser import aio
    await aio.sleep(0)
    assert number == 5
    assert len("x" * number) < 3 or number == 6, f"message {number}"

@in_page
def test_error_there():
    def inner():
        raise KeyError("k")
    inner()

@in_page
def test_uses_its_module():
    assert json.dumps(1) == "1"

@pytest.fixture
def file():
    with open(__file__) as opened:
        yield opened

@in_page
def test_does_not_pickle(file):
    pass
'''
ELSEWHERE = """
import pytest

@pytest.mark.parametrize("number", [1, 2])
def test_page(python_page, number):
    python_page.open(f"<p>{number}")
    assert python_page.url.startswith("http://127.0.0.1:")
    assert python_page.text("p") == str(number)
"""
MESSAGES = {
    "test_error_in_a_callback": """\
Traceback (most recent call last):
  File "python_page.html#__main__", line 5, in <lambda>
    document["p"].bind("click", lambda event: 1 / 0)
                                              ~~^~~
ZeroDivisionError: division by zero

test_pages.py:N: python_page.wait(lambda: python_page.text("#p") == "clicked")
""",
    "test_error_in_a_task": """\
Traceback (most recent call last):
  File "python_page.html#__main__", line 13, in fail
    raise ValueError("in a task")
ValueError: in a task

test_pages.py:N: python_page.wait(lambda: python_page.text("#p") == "clicked")
""",
    "test_error_in_a_built_in_function": """\
TypeError: int() argument must be a string, a bytes-like object or a real number, not 'DOMEvent'

test_pages.py:N: python_page.wait(lambda: python_page.text("#p") == "clicked")
""",
    "test_error_in_a_fixture": """\
ZeroDivisionError: division by zero

test_pages.py:N: python_page.wait(lambda: False)
""",
    "test_expected_error_that_never_comes": """\
expected an error that contains 'ZeroDivisionError', but none occurred; last lines of the console:
  log: started False""",
    "test_no_such_element": """\
NoSuchElementException: no such element: Unable to locate element""",
    "test_assertion_here": "AssertionError: assert 'text' == 'other'",
    "test_no_such_page": "page not found: nowhere.html in /",
    "test_never_reached": "after 0.1 s: the condition is not true",
    "test_another_text": """\
after 0.1 s: #p is 'text', not 'other'; last lines of the console:
""",
    "test_no_element_with_a_text": "after 0.1 s: no such element",
    "test_after_a_crash": "the browser crashed or was closed",
    "test_assertion_there": """\
    assert found == [1, {"a": "y"}]
AssertionError: assert [1, {'a': 'x'}] == [1, {'a': 'y'}]
""",
    "test_difference_there": "At index 1 diff: 2 != 3",
    "test_message_and_fixture": """\
AssertionError: message 5
assert (5 < 3 or 5 == 6)
 +  where 5 = len(('x' * 5))
""",
    "test_error_there": """\
    raise KeyError("k")
KeyError: 'k'
""",
    "test_uses_its_module": """\
the body uses json from its module, which is not in the page: import or define it in the body
""",
    "test_does_not_pickle": "an argument cannot be sent to the page (cannot pickle",
}
PASS = {"test_opens", "test_storage_and_cookies_are_cleared", "test_expected_error"}
PASS |= {"test_waits_for_texts", "test_leaves_windows_behind", "test_one_window"}
PASS |= {"test_a_new_browser", "test_a_server_that_is_running"}


@pytest.fixture(scope="module")
def output(tmp_path_factory):
    """The output of that pytest."""
    drivers.require("chrome")
    folder = tmp_path_factory.mktemp("plugin")
    (folder / "test_pages.py").write_text(TESTS)
    ended = pytest_in(folder, "-rA", "--show-capture=no", "--tb=short", "test_pages.py")
    assert ended.returncode == 1, ended.stdout + ended.stderr
    assert left_in(folder) == []
    return ended.stdout


def left_in(folder):
    """The names of the processes that still run in the folder."""
    left = []
    for process in psutil.process_iter(["cwd", "name"]):
        if process.info["cwd"] == str(folder) and process.status() != psutil.STATUS_ZOMBIE:
            left.append(process.info["name"])
    return left


@pytest.mark.parametrize("name", MESSAGES)
def test_a_failure_has_a_short_message(output, name):
    heads = (f"{name}[", f"ERROR at setup of {name}[")
    (part,) = (part for part in output.split("\n___") if part.strip("_ ").startswith(heads))
    message = re.sub(r"\.py:\d+:", ".py:N:", part.partition("\n")[2].partition("\n===")[0])
    assert MESSAGES[name].strip() in message
    assert len(message.splitlines()) < 45
    assert "Stacktrace" not in message
    assert "/selenium/" not in message


def test_the_others_pass(output):
    passed = {
        line.split("::")[1].partition("[")[0]
        for line in output.splitlines()
        if line.startswith("PASSED")
    }
    assert passed == PASS
    assert "ERROR at teardown" not in output


def test_an_unknown_engine_is_a_usage_error(folder):
    ended = pytest_in(folder(), "--page-engine=chromium,netscape")
    assert ended.returncode == 4
    assert "unknown engine 'netscape': use chromium, firefox, webkit" in ended.stderr


def test_a_missing_browser_is_one_line(folder):
    tests = "def test_page(python_page):\n    python_page.open('<p>')\n"
    ended = pytest_in(folder(test_page_py=tests), "--page-engine=webkit", PATH="/nowhere")
    assert ended.returncode == 1
    assert "\ncannot start webkit: no WebKitWebDriver and no Xvfb on PATH (Debian:" in ended.stdout


def test_a_method_cannot_be_sent(folder):
    tests = "from pyodide_browser_testing import in_page\nclass Test:\n"
    tests += "    @in_page\n    def test_method(self):\n        pass\n"
    ended = pytest_in(folder(test_page_py=tests))
    assert ended.returncode == 2
    assert "a method cannot be sent to the page: make it a function" in ended.stdout


def test_browsers_of_a_webdriver_server_with_workers_of_xdist_and_run(folder):
    drivers.require("chrome")
    elsewhere = {"PATH": "/nowhere"}
    with drivers.server() as url:
        elsewhere["SELENIUM_REMOTE_URL"] = url
        root = folder(test_pages_py=ELSEWHERE, hello_py="print('hello')")
        ended = pytest_in(root, "-n", "2", "--page-host=127.0.0.1", **elsewhere)
        ran = run_page("hello.py", "--host=127.0.0.1", cwd=root, **elsewhere)
    assert ended.returncode == 0, ended.stdout
    assert "2 passed" in ended.stdout
    assert (ran.stdout, ran.returncode) == ("hello\n", 0)

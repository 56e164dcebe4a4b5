"""`pyodide-browser run`: its output, its end, its exit codes, and that it ends its processes."""

import json
import os
import signal
import socket
import subprocess
import sys
from types import SimpleNamespace

import psutil
import pytest
from click.testing import CliRunner

from pyodide_browser_testing import browsers, cli, errors
from pyodide_browser_testing import run as run_module
from pyodide_browser_testing.errors import PageNotReady, TestingError, WaitTimeout
from pyodide_browser_testing.page import PythonPage
from pyodide_browser_testing.run import Report, follow
from pyodide_browser_testing.server import Server
from pyodide_browser_testing.site import Site
from tests import drivers
from tests.testing.commands import COMMAND, PATIENT, run, run_page

GOOD = """
import sys
from browser import ajax, timer
print("started")
print("written to stderr", file=sys.stderr)
timer.set_timeout(lambda: ajax.get("/good.py", oncomplete=completed), 50)

def completed(req):
    print("completed", req.status)
"""
BAD = """
from browser import ajax, timer
print("started")
ajax.get("/data.txt", oncomplete=print)

def later():
    raise ValueError("too late")

timer.set_timeout(later, 50)
"""
TICKS = """
from browser import timer
print("tick")
timer.set_interval(lambda: print("tick"), 100)
"""
HANGS = "while True: pass"
PLAIN = "<!doctype html><p>no Python here"


@pytest.fixture
def pages(folder):
    return folder(
        good_py=GOOD, bad_py=BAD, ticks_py=TICKS, hangs_py=HANGS, plain_html=PLAIN, data_txt=""
    )


@pytest.fixture(params=drivers.ENGINES.values())
def engine(request):
    drivers.require(request.param)
    return request.param


def test_a_script_runs_until_nothing_is_pending(pages, engine):
    ended = run_page("good.py", "--engine", engine, cwd=pages)
    assert ended.stdout.splitlines() == ["started", "completed 200"]
    assert (ended.stderr, ended.returncode) == ("written to stderr\n", 0)


def test_an_error_in_a_callback_is_a_traceback_and_exit_code_1(pages, engine):
    arguments = ("--json", "--screenshot=bad.png", "--engine", engine)
    ended = run_page("bad.py", *arguments, cwd=pages)
    report = json.loads(ended.stdout)
    assert (ended.returncode, report["exit_code"]) == (1, 1)
    (error,) = report["errors"]
    assert error.endswith("ValueError: too late")
    assert 'File "bad.py", line 7, in later' in error
    (request,) = report["requests"]
    assert (request["method"], request["status"]) == ("GET", 200)
    assert report["console"][0] == {"level": "log", "text": "started"}
    assert (pages / "bad.png").read_bytes().startswith(b"\x89PNG")


@pytest.fixture
def timeout_at_once(monkeypatch):
    """The second look at the clock is after any timeout."""
    clock = iter([0, float("inf")])
    now = SimpleNamespace(monotonic=clock.__next__, sleep=None)
    monkeypatch.setattr(run_module, "time", now)


@pytest.mark.parametrize(
    ("until", "message"),
    [
        (None, "after 300 s: 1 timer still pending: see --until"),
        ("tock", "after 300 s: 'tock' is not on the console"),
    ],
)
def test_a_page_that_is_not_idle_at_the_timeout(pages, timeout_at_once, until, message):
    drivers.require("chromium")
    site = Site(pages)
    with Server(site) as server, browsers.start("chromium") as driver:
        page = PythonPage(driver, site, server.origin, timeout=300)
        page.open("ticks.py")
        with pytest.raises(WaitTimeout, match=message):
            follow(page, Report(quiet=True), until)


class NeverReady(PythonPage):
    """A page that loads for ever."""

    is_ready, console, url, timeout = False, (), "page.html", 300

    def __init__(self):
        pass

    def check_start(self):
        pass


def test_a_page_that_is_not_ready_at_the_timeout(timeout_at_once):
    with pytest.raises(PageNotReady, match=r"page\.html is not ready after 300 s: a script does"):
        follow(NeverReady(), Report(quiet=True), None)


@pytest.mark.parametrize(
    "error", [error for error in vars(errors).values() if error in TestingError.__subclasses__()]
)
def test_each_error_has_its_exit_code(pages, monkeypatch, error):
    def fails(*arguments):
        raise error("what and why")

    monkeypatch.chdir(pages)
    monkeypatch.setattr(cli, "run_page", fails)
    before = signal.getsignal(signal.SIGTERM)
    result = CliRunner().invoke(cli.main, ["run", "good.py"])
    signal.signal(signal.SIGTERM, before)
    assert (result.exit_code, result.stderr) == (
        error.exit_code,
        "pyodide-browser: what and why\n",
    )
    assert f"\n  {error.exit_code}  " in cli.EXIT_CODES


def test_until_ends_a_page_that_ticks(pages):
    drivers.require("chromium")
    ended = run_page("ticks.py", "--until=tick", cwd=pages)
    assert (ended.stderr, ended.returncode) == ("", 0)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("hangs.py", "--timeout=10"), "a script does not end"),
        (("plain.html", f"--timeout={PATIENT}"), 'includes no <script src="pyodide-browser.js">'),
    ],
)
def test_a_page_that_is_never_ready(pages, arguments, message):
    drivers.require("chromium")
    ended = run("run", *arguments, cwd=pages)
    assert ended.returncode == 5, ended.stderr
    assert message in ended.stderr
    assert len(ended.stderr.splitlines()) == 1


def test_a_missing_page(pages):
    ended = run("run", "nope.html", cwd=pages)
    assert ended.returncode == 4
    assert ended.stderr == "pyodide-browser: page not found: nope.html: check the path\n"


@pytest.mark.parametrize(
    "arguments", [["--engine=netscape"], ["--timeout=0"], ["--app=nope:app"], ["--folder=/usr"]]
)
def test_wrong_usage(pages, arguments):
    ended = run("run", "good.py", *arguments, cwd=pages)
    assert ended.returncode == 2
    assert "Usage: pyodide-browser run" in ended.stderr


def test_a_missing_browser_is_an_error_with_the_packages(pages):
    ended = run("run", "good.py", "--engine=webkit", cwd=pages, PATH="/nowhere")
    assert ended.returncode == 3
    assert "no WebKitWebDriver and no Xvfb on PATH (Debian: apt-get install" in ended.stderr
    assert len(ended.stderr.splitlines()) == 1


def test_a_port_in_use(pages):
    with socket.create_server(("localhost", 0)) as taken:
        port = taken.getsockname()[1]
        ended = run("serve", f"--port={port}", "--host=127.0.0.1", cwd=pages)
    assert ended.returncode == 8
    assert ended.stderr == f"port {port} is already in use: choose another with --port\n"


def test_a_browser_that_crashes(pages):
    with Running(pages) as running:
        # The browser is the first child process of the driver.
        (browser,) = running.process.children()[0].children()[:1]
        browser.kill()
        assert running.ended() == 7
    assert "the browser crashed or was closed" in running.stderr


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_interrupted(pages, number):
    with Running(pages) as running:
        running.process.send_signal(number)
        assert running.ended() == 128 + number


TICKING_TEST = """
import time

def test_page(python_page):
    python_page.open('<script src="pyodide-browser.js"></script>')
    print("tick", flush=True)
    time.sleep(3600)
"""


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 2), (signal.SIGTERM, 143)])
def test_a_pytest_that_is_interrupted(tmp_path, number, code):
    (tmp_path / "test_ticks.py").write_text(TICKING_TEST)
    (tmp_path / "pytest.ini").write_text(f"[pytest]\npython_page_timeout = {PATIENT}\n")
    pytest_command = (sys.executable, "-m", "pytest", "-qs", "-p", "no:cacheprovider")
    with Running(tmp_path, *pytest_command) as running:
        running.process.send_signal(number)
        assert running.ended() == code


class Running:
    """A command that runs until it is stopped. At the end of the block, all its processes have
    ended."""

    def __init__(self, folder, *command):
        drivers.require("chromium")
        command = command or (str(COMMAND), "run", "ticks.py", "--timeout=3600")
        self._popen = subprocess.Popen(
            # A shell starts commands in the background so that they ignore SIGINT.
            ["env", "--default-signal=INT", *command],
            cwd=folder,
            env=os.environ | {"PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.process = psutil.Process(self._popen.pid)

    def __enter__(self):
        assert self._popen.stdout.readline() == "tick\n"
        self._started = self.process.children(recursive=True)
        assert self._started
        return self

    def ended(self):
        _, self.stderr = self._popen.communicate(timeout=300)
        return self._popen.returncode

    def __exit__(self, *exception):
        self._popen.kill()
        self._popen.wait()
        self._popen.stdout.close()
        self._popen.stderr.close()
        _, alive = psutil.wait_procs(self._started, timeout=120)
        for process in alive:
            process.kill()
        assert not alive

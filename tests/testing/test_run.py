"""`pyodide-browser run`: what it says, when it ends, its exit codes; no process is left behind."""

import json
import os
import signal
import socket
import subprocess
import sys

import psutil
import pytest

from pyodide_browser_testing.errors import NeverIdle, NeverReady
from pyodide_browser_testing.run import Report, follow
from tests import drivers
from tests.testing.commands import COMMAND, run

GOOD = """
import sys
from browser import ajax, timer
print("started")
print("a word to stderr", file=sys.stderr)
timer.set_timeout(lambda: ajax.get("/good.py", oncomplete=answered), 50)

def answered(req):
    print("answered", req.status)
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
    ended = run("run", "good.py", "--engine", engine, cwd=pages)
    assert ended.stdout.splitlines() == ["started", "answered 200"]
    assert (ended.stderr, ended.returncode) == ("a word to stderr\n", 0)


def test_an_error_in_a_callback_is_a_traceback_and_exit_code_1(pages, engine):
    ended = run("run", "bad.py", "--json", "--screenshot=bad.png", "--engine", engine, cwd=pages)
    told = json.loads(ended.stdout)
    assert (ended.returncode, told["exit_code"]) == (1, 1)
    (error,) = told["errors"]
    assert error.endswith("ValueError: too late")
    assert 'File "bad.py", line 7, in later' in error
    (request,) = told["requests"]
    assert (request["method"], request["status"]) == ("GET", 200)
    assert told["console"][0] == {"level": "log", "text": "started"}
    assert (pages / "bad.png").read_bytes().startswith(b"\x89PNG")


class Polled:
    """A page that never ends, as `follow` sees it."""

    url, timeout, console = "page.html", 0, ()

    def __init__(self, is_ready):
        self.is_ready = is_ready

    def pending(self):
        return "1 timer"

    def check_start(self):
        pass


@pytest.mark.parametrize(
    ("is_ready", "until", "error", "said"),
    [
        (False, None, NeverReady, "page.html is not ready after 0 s"),
        (True, None, NeverIdle, "page.html still has 1 timer pending after 0 s: see --until"),
        (True, "tock", NeverIdle, "page.html has not said 'tock' after 0 s"),
    ],
)
def test_what_has_not_come_in_time_is_named(is_ready, until, error, said):
    with pytest.raises(error, match=said):
        follow(Polled(is_ready), Report(quiet=True), until)


@pytest.mark.parametrize(
    ("arguments", "exit_code", "said"),
    [
        (("ticks.py", "--until=tick"), 0, ""),
        (("ticks.py", "--timeout=15"), 6, "1 timer pending after 15 s: see --until"),
        (("hangs.py", "--timeout=10"), 5, "a script of it does not end"),
        (("plain.html",), 5, 'includes no <script src="pyodide-browser.js">'),
    ],
)
def test_a_page_that_does_not_end_by_itself(pages, arguments, exit_code, said):
    drivers.require("chromium")
    ended = run("run", *arguments, cwd=pages)
    assert ended.returncode == exit_code, ended.stderr
    assert said in ended.stderr
    assert len(ended.stderr.splitlines()) <= 1


def test_no_such_page(pages):
    ended = run("run", "nope.html", cwd=pages)
    assert ended.returncode == 4
    assert ended.stderr == "pyodide-browser: no such page: nope.html\n"


@pytest.mark.parametrize(
    "arguments", [["--engine=netscape"], ["--timeout=0"], ["--app=nope:app"], ["--folder=/usr"]]
)
def test_wrong_usage(pages, arguments):
    ended = run("run", "good.py", *arguments, cwd=pages)
    assert ended.returncode == 2
    assert "Usage: pyodide-browser run" in ended.stderr


def test_no_browser_says_how_to_get_one(pages):
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
        # Its first process, whatever the engine calls it, is the driver's child.
        (browser,) = running.process.children()[0].children()[:1]
        browser.kill()
        assert running.ended() == 7
    assert "the browser has crashed or was closed" in running.stderr


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_interrupted(pages, number):
    with Running(pages) as running:
        running.process.send_signal(number)
        assert running.ended() == 128 + number


TICKING_TEST = """
import time

def test_that_ticks(python_page):
    python_page.open('<script src="pyodide-browser.js"></script>')
    print("tick", flush=True)
    time.sleep(60)
"""


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 2), (signal.SIGTERM, 143)])
def test_a_pytest_that_is_interrupted(tmp_path, number, code):
    (tmp_path / "test_ticks.py").write_text(TICKING_TEST)
    (tmp_path / "pytest.ini").touch()
    pytest_command = (sys.executable, "-m", "pytest", "-qs", "-p", "no:cacheprovider")
    with Running(tmp_path, *pytest_command) as running:
        running.process.send_signal(number)
        assert running.ended() == code


class Running:
    """A run that ticks; at its end no process of it is left."""

    def __init__(self, folder, *command):
        drivers.require("chromium")
        self._popen = subprocess.Popen(
            command or [str(COMMAND), "run", "ticks.py"],
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
        _, self.stderr = self._popen.communicate(timeout=60)
        return self._popen.returncode

    def __exit__(self, *exception):
        self._popen.kill()
        self._popen.wait()
        self._popen.stdout.close()
        self._popen.stderr.close()
        _, alive = psutil.wait_procs(self._started, timeout=5)
        for process in alive:
            process.kill()
        assert not alive

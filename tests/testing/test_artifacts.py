"""`pytest --page-artifacts`: files about the page of a failed test, without secrets."""

import json
import time

import pytest

from browser._secrets import redact
from pyodide_browser_testing.artifacts import entry, without_secrets
from tests import drivers
from tests.testing.commands import pytest_in

TESTS = '''
import pytest

PAGE = """<script type="text/python">
from browser import ajax
print("started with https://ada:lovelace@host/?token=hunter2")
ajax.get("/data.txt?api_key=hunter2", cache=True, oncomplete=lambda req: 1 / 0)
</script>"""

def test_fails(python_page):
    python_page.open(PAGE)
    python_page.wait(lambda: False)

@pytest.mark.parametrize("name", ["a/b"])
def test_passes(python_page, name):
    python_page.open("<p>")
'''
FILES = {"console.txt", "network.har", "screenshot.png", "trace.json"}


@pytest.fixture(scope="module")
def artifacts(tmp_path_factory):
    """The folder of the failed test."""
    drivers.require("chromium")
    folder = tmp_path_factory.mktemp("artifacts")
    (folder / "test_page.py").write_text(TESTS)
    (folder / "data.txt").touch()
    ended = pytest_in(folder, "--page-artifacts=found")
    assert ended.returncode == 1
    (only,) = (folder / "found").iterdir()
    assert only.name == "test_page.py-test_fails-chromium"
    assert (
        f"Captured page artifacts call -------------------------\nfound/{only.name}\n"
        in ended.stdout
    )
    return only


def test_the_files_are_there_and_have_no_secret(artifacts):
    assert {path.name for path in artifacts.iterdir()} == FILES
    for file in artifacts.iterdir():
        assert b"hunter2" not in file.read_bytes()
        assert b"lovelace" not in file.read_bytes()
    assert (artifacts / "screenshot.png").read_bytes().startswith(b"\x89PNG")
    console = (artifacts / "console.txt").read_text()
    assert console.startswith("log: started with https://***@host/?token=***\nerror: Traceback")


def test_the_requests_are_an_http_archive(artifacts):
    log = json.loads((artifacts / "network.har").read_text())["log"]
    (found,) = log["entries"]
    assert log["version"] == "1.2"
    assert found["request"]["url"].endswith("/data.txt?api_key=***")
    assert (found["request"]["method"], found["response"]["status"]) == ("GET", 200)
    assert found["time"] >= 0
    assert found["startedDateTime"].endswith("+00:00")


def test_the_trace_has_the_console_and_the_requests_over_time(artifacts):
    events = json.loads((artifacts / "trace.json").read_text())["traceEvents"]
    request, *others = [event for event in events if event["cat"] == "request"]
    lines = [event for event in events if event["cat"] == "console"]
    assert others == []
    assert request["args"] == {"status": 200}
    assert request["dur"] >= 0
    assert request["ts"] <= lines[-1]["ts"]
    assert lines[-1]["args"]["text"].endswith("ZeroDivisionError: division by zero")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("GET /api?token=abc&x=1 failed", "GET /api?token=***&x=1 failed"),
        ("'https://a:b@host/x'", "'https://***@host/x'"),
        ("password=abc, name=ada", "password=***, name=ada"),
        ('{"api_key": "abc", "n": 1}', '{"api_key": "***", "n": 1}'),
        ("Authorization: Bearer", "Authorization: ***"),
        ("Cookie: session=abc; x=y", "Cookie: ***"),
        ("authorization=Basic YW5uOnB3", "authorization=*** ***"),
        ("sent Bearer abcDEF123 to", "sent Bearer *** to"),
        ("basic information", "basic information"),
        ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIi.c2ln", "***"),
        ("password='my secret', n=1", "password='***', n=1"),
        ("{'password': b'a b', 'n': 1}", "{'password': '***', 'n': 1}"),
        ('{\\"password\\": \\"a b\\", \\"n\\": 1}', '{\\"password\\": \\"***\\", \\"n\\": 1}'),
        ("[('X-Api-Key', 'a b'), ('n', '1')]", "[('X-Api-Key', '***'), ('n', '1')]"),
        ("data={'a': 1, 'secret': ['a', 2]}", "data={'a': 1, 'secret': ***]}"),
        ('get("/x?api_key=abc", f)', 'get("/x?api_key=***", f)'),
        ("f('token=abc')", "f('token=***')"),
        ("userPin=1234", "userPin=***"),
        ("https://ann:p/w@host/x", "https://***@host/x"),
        ("x == 1 and a/b", "x == 1 and a/b"),
    ],
)
def test_texts_without_secrets(text, shown):
    assert without_secrets(text) == shown


@pytest.mark.parametrize(
    ("start", "part"), [("", "x"), ("password=", ")"), ("", "a:")], ids=["word", "value", "scheme"]
)
def test_long_texts_take_no_time(start, part):
    long = start + 100_000 * part
    begun = time.monotonic()
    without_secrets(long)
    redact(long)
    redact(f"//{long}")
    assert time.monotonic() - begun < 5


def test_a_pending_request_has_no_duration():
    pending = {"method": "GET", "url": "/", "status": None, "started": 5, "ended": None}
    found = entry(pending)
    assert (found["time"], found["response"]["status"]) == (0, 0)

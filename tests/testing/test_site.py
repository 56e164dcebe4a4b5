"""The responses of the server."""

import threading
import urllib.error
import urllib.request
from email.message import Message

import pytest
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.routing import Route, Router

from pyodide_browser_testing import browsers
from pyodide_browser_testing.errors import PageNotFound, PortInUse
from pyodide_browser_testing.page import PythonPage
from pyodide_browser_testing.server import Server, listen
from pyodide_browser_testing.site import Site
from tests import drivers

RECORD = '<script src="/__pyodide_browser__/record.js"></script>'


async def hello(request):
    return HTMLResponse("<!doctype html><p>from the app")


APP = Router([Route("/hello", hello), Route("/data", lambda request: PlainTextResponse("data"))])


@pytest.fixture
def get(folder):
    """A function that sends a request to a folder with a back end: status, headers, text."""
    files = {"page_html": "<!doctype html>\n<p>text", "own_py": "x = 1", "own_wasm": ""}
    with Server(Site(folder(**files), APP)) as server:

        def send(path, accept="*/*"):
            request = urllib.request.Request(server.origin + path, headers={"Accept": accept})
            try:
                with urllib.request.urlopen(request) as response:
                    body = response.read().decode("utf-8", "replace")
                    return response.status, response.headers, body
            except urllib.error.HTTPError as error:
                with error:
                    return error.code, Message(), ""

        yield send


def test_the_recorder_is_at_the_start_of_a_page(get):
    status, headers, text = get("/page.html", "text/html")
    assert (status, text) == (200, f"<!doctype html>{RECORD}\n\n<p>text")
    assert headers["Cache-Control"] == "no-cache"


def test_a_file_for_a_program_is_unchanged(get):
    assert get("/page.html")[2] == "<!doctype html>\n<p>text"


def test_pages_of_the_app_get_the_recorder_and_other_responses_do_not(get):
    assert RECORD in get("/hello", "text/html")[2]
    assert get("/data", "text/html")[2] == "data"


@pytest.mark.parametrize("where", ["", "/a/b"])
def test_the_bundle_is_in_every_folder(get, where):
    assert "pyodideBrowser" in get(f"{where}/pyodide-browser.js")[2]
    assert get(f"{where}/pyodide/pyodide.asm.wasm")[1]["Content-Type"] == "application/wasm"


@pytest.mark.parametrize(
    "path", ["/nothing", "/../conftest.py", "/pyodide/../page.js", "/__pyodide_browser__/no"]
)
def test_a_missing_file_is_404(get, path):
    assert get(path)[0] == 404


def test_files_have_the_media_types_that_browsers_need(get):
    assert get("/own.py")[1]["Content-Type"] == "text/x-python; charset=utf-8"
    assert get("/own.wasm")[1]["Content-Type"] == "application/wasm"


def test_a_page_is_a_file_a_script_or_html(folder):
    site = Site(folder(page_html="", script_py=""))
    assert site.path_of("page.html?x=1") == "/page.html?x=1"
    assert site.path_of("script.py") == "/script.py.html"
    assert b'src="/script.py"' in site.pages["/script.py.html"]
    assert b"pyodide-browser.js" in site.pages[site.path_of("<p>html")]
    with pytest.raises(PageNotFound, match=r"page not found: nope\.html in /"):
        site.path_of("nope.html")


def test_a_port_in_use_is_an_error(folder):
    with (
        Server(Site(folder())) as server,
        pytest.raises(PortInUse, match=f"{server.port} is already in use: choose another"),
    ):
        listen("localhost", server.port)


def test_a_page_reloads_when_a_file_changes_also_with_a_strict_policy(folder):
    page = """<!doctype html>
        <meta http-equiv="Content-Security-Policy" content="default-src 'self'"><p>{}"""
    drivers.require("chromium")
    root = folder(page_html=page.format("before"))
    site = Site(root, scripts=["reload.js"])
    changed = threading.Event()

    def change():
        # Repeatedly: the browser may not have opened the stream of changes yet.
        while not changed.wait(0.3):
            folder(page_html=page.format("after"))

    with Server(site) as server, browsers.start("chromium") as driver:
        seen = PythonPage(driver, site, server.origin, timeout=300)
        seen.open("page.html", wait=False)
        assert seen.text("p") == "before"
        changing = threading.Thread(target=change)
        changing.start()
        try:
            seen.wait_text("p", "after")
        finally:
            changed.set()
            changing.join()
            site.closing.set()

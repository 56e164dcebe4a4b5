"""examples/notebooks/ in JupyterLite with the Pyodide kernel, the wheel installed by `%pip`."""

import re
import time
from pathlib import Path

import pytest

from tests import drivers
from tests.server import TestServer

ROOT = Path(__file__).resolve().parent.parent.parent
SITE = ROOT / ".build" / "lite"
STATE = """
    const notebook = globalThis.jupyterapp?.shell.currentWidget;
    return notebook?.sessionContext?.session?.kernel?.status;
"""
RUN_ALL = "jupyterapp.commands.execute('notebook:run-all-cells')"
CELLS = """
    const text = (cell, selector) =>
        [...cell.querySelectorAll(selector)].map((found) => found.textContent.trim());
    return [...document.querySelectorAll(".jp-CodeCell")].map((cell) =>
        [text(cell, ".jp-InputPrompt")[0], text(cell, ".jp-OutputArea-output")]);
"""

KERNEL = """
    const [message, content, done] = arguments;
    const { kernel } = jupyterapp.shell.currentWidget.sessionContext.session;
    const asked = kernel[`request${message}`](content);
    if (message === "Execute") {
        const shown = [];
        asked.onIOPub = (reply) => shown.push(reply.content);
        asked.done.then(() => done(shown));
    } else asked.then((reply) => done(reply.content));
"""


@pytest.fixture(scope="module")
def site():
    """The site that `make demo` serves."""
    folders = {"/lite": SITE, "/lite-pyodide": ROOT / ".build" / "test-pyodide"}
    with TestServer(static=folders) as server:
        yield server


def test_a_notebook_gets_posts_uploads_awaits_and_blocks(site):
    drivers.require("chrome")
    browser = drivers.browser("chrome")
    browser.get(f"{site.origin}/lite/notebooks/index.html?path=ajax.ipynb")
    until(lambda: browser.execute_script(STATE) in ("idle", "unknown"))
    browser.execute_script(RUN_ALL)
    until(lambda: ran(browser.execute_script(CELLS)))
    outputs = ["\n".join(texts) for _, texts in browser.execute_script(CELLS)]
    browser.get("about:blank")
    everything = "\n".join(outputs)
    assert "[['q', 'a b']" in everything  # shown where the kernel is when the answer comes
    assert "(200, [['n', '1']" in outputs[2]
    shown = outputs.pop(7)  # the status, the headers, JSON as a tree
    assert shown.startswith("200 OK GET /api/echo?n=1")
    assert "content-typeapplication/json" in shown
    assert re.search(r'method: "GET"', shown)
    bar = outputs.pop(6)  # a widget of tqdm
    assert re.match(r"POST\s+upload:\s+100%\s+2.86M/2.86M\s.*\n3000000$", bar)
    assert outputs[3:] == [
        "[['x', '0'], ['y', '1']]\n'RequestTimeout'",
        "256",
        "",
        "HTTPStatusError: HTTP status 404 Not Found: GET /api/nowhere",
    ]


def test_completion_signatures_and_bars_of_text(site):
    drivers.require("chrome")
    browser = drivers.browser("chrome")
    browser.get(f"{site.origin}/lite/notebooks/index.html?path=ajax.ipynb")
    until(lambda: browser.execute_script(STATE) in ("idle", "unknown"))

    def asked(message, code):
        content = {"code": code, "cursor_pos": len(code), "detail_level": 0}
        return browser.execute_async_script(KERNEL, message, content)

    asked("Execute", "%pip install pyodide-browser tqdm")
    asked("Execute", "from browser import aio, ajax\nreq = await aio.get('/api/echo')")
    assert {"get", "post", "file_upload", "Ajax"} <= set(asked("Complete", "ajax.")["matches"])
    assert {"data", "status", "raise_for_status"} <= set(asked("Complete", "req.")["matches"])
    assert "document" in asked("Complete", "from browser import ")["matches"]
    assert "timeout=" in asked("Complete", "ajax.get('/x', tim")["matches"]
    assert "progress=" in asked("Complete", "await aio.get('/x', pro")["matches"]
    for code in ("ajax.get(", "aio.get("):
        shown = re.sub(r"\x1b\[[0-9;]*m", "", asked("Inspect", code)["data"]["text/plain"])
        assert "url" in shown
        assert re.search(r"oncomplete\s*=\s*None", shown)

    sent = "await aio.post('/api/echo', data=b'x' * 3_000_000, progress=True)"
    streams = [content for content in asked("Execute", sent) if content.get("name") == "stderr"]
    browser.get("about:blank")
    written = "".join(content["text"] for content in streams)
    assert "POST echo: 100%" in written
    assert "2.86M/2.86M" in written
    assert "Warning" not in written


def ran(cells):
    return bool(cells) and all(prompt.strip("[]:*").isdigit() for prompt, _ in cells)


def until(reached, seconds=120):
    deadline = time.monotonic() + seconds
    while not reached():
        assert time.monotonic() < deadline
        time.sleep(0.2)

"""Ten thousand requests in one page leave nothing behind."""

from typing import Any

import pytest
from pytest_pyodide import run_in_pyodide

BATCHES = 100
MEGABYTES = 2


@run_in_pyodide
def test_listeners_that_keep_their_own_node_are_found(selenium):
    from browser import document, html, leaks

    class View:
        def __init__(self):
            self.box = html.DIV()
            self.button = html.BUTTON()
            self.box <= self.button
            self.button.bind("click", self.clicked)

        def clicked(self, ev):
            self.box.text = "clicked"

    def leaking():
        node = html.P()
        node.bind("click", lambda ev: node.remove())
        return node

    before = leaks.listeners()
    own, view, other = leaking(), View(), html.P()
    other.bind("click", lambda ev: ev.target.remove())
    shown = leaking()
    document.body <= shown
    found = [leak for leak in leaks.listeners() if leak not in before]
    assert [(leak.node, leak.event) for leak in found] == [(own, "click"), (view.button, "click")]
    assert found[1].function == view.clicked
    for node in (own, view.button, shown):
        node.unbind("click")
    shown.remove()
    assert leaks.listeners() == before


@run_in_pyodide
async def batches(selenium, count):
    """A hundred requests each, side by side: half get a response, the others fail, time out or are
    aborted; some have many listeners."""
    import asyncio

    from browser import ajax

    ends = {"complete": 0, "timeout": 0, "abort": 0, "error": 0}

    async def batch():
        left = 100
        over = asyncio.get_running_loop().create_future()

        def ended(event):
            nonlocal left
            left -= 1
            if not left:
                over.set_result(None)

        def counted(name):
            def count(*arguments):
                ends[name] += 1

            return count

        for number in range(100):
            req = ajax.Ajax()
            req.bind("loadend", ended)
            for name in ends:
                req.bind(name, counted(name))
            if number % 2 == 0:
                req.open("POST", "/raw")
                req.send({"x": number} if number % 4 else b"x" * 2000)
            elif number % 10 == 1:
                req.open("GET", "http://localhost:1/")
                req.send()
            elif number % 10 in (3, 5):
                req.open("GET", "/hang")
                req.set_timeout(0.02, counted("timeout"))
                req.send()
            else:
                req.bind("progress", print)
                req.open("GET", "/hang")
                req.send()
                req.abort()
        await over

    for _ in range(count):
        await batch()
    return ends


def memory(page: Any) -> tuple[float, int, int]:
    """JS heap and wasm memory in bytes, and the number of Python's objects, without garbage."""
    for _ in range(3):
        page.run("import gc; gc.collect()")
        page.driver.execute_cdp_cmd("HeapProfiler.collectGarbage", {})
    heap = page.driver.execute_cdp_cmd("Runtime.getHeapUsage", {})["usedSize"]
    wasm = page.run_js("return pyodide._module.HEAP8.length")
    return heap, wasm, page.run("import gc; len(gc.get_objects())")


@pytest.mark.driver_timeout(300)
def test_10_000_requests_half_of_them_failing(selenium):
    if selenium.browser != "chrome":
        pytest.skip("only Chromium tells its heap, after collecting garbage")
    batches(selenium, 5)
    heap, wasm, objects = memory(selenium)
    proxies = selenium.get_num_proxies()
    ends = batches(selenium, BATCHES)
    assert ends == {"complete": 6000, "timeout": 4000, "abort": 2000, "error": 1000}
    heap_after, wasm_after, objects_after = memory(selenium)
    assert selenium.get_num_proxies() == proxies
    assert selenium.run("from browser.ajax import _request; len(_request._in_flight)") == 0
    assert heap_after - heap < MEGABYTES * 1e6
    assert wasm_after == wasm
    assert objects_after - objects < 500

"""Listeners and events."""

import pytest
from pytest_pyodide import run_in_pyodide


@run_in_pyodide
def test_bind_unbind_events(selenium):
    from browser import DOMEvent, html

    seen = []

    def first(event):
        seen.append(("first", event.type, event.target is button, event.currentTarget is button))
        assert isinstance(event, DOMEvent)

    def second(event):
        seen.append("second")

    button = html.BUTTON()
    assert button.bind("click", first) is button
    button.bind("click", second)
    assert button.events("click") == [first, second]
    assert button.bindings() == {"click": [first, second]}
    button.click()
    assert seen == [("first", "click", True, True), "second"]
    button.unbind("click", second)
    button.click()
    assert len(seen) == 3
    button.unbind("click")
    button.click()
    assert len(seen) == 3
    assert button.events("click") == []


@run_in_pyodide
def test_a_listener_that_is_added_twice_is_called_once(selenium):
    """As the platform's own: by type, function and phase."""
    import js
    import pytest
    from pyodide.ffi import create_proxy

    from browser import document, html, window

    class Game:
        def move(self, event):
            seen.append("method")

    def added(event):
        seen.append("function")

    seen, native = [], []
    game, note = Game(), create_proxy(lambda event: native.append("function"))
    button = html.BUTTON()
    programs = [
        [("add", None), ("add", None)],
        [("add", True), ("add", {"capture": True}), ("add", False)],
        [("add", {"once": True}), ("add", None), ("click", None), ("add", None)],
        [("add", None), ("remove", None), ("add", None)],
        [("add", None), ("add", None), ("remove", None)],
    ]
    for program in programs:
        button, other = html.BUTTON(), js.document.createElement("button")
        for step, options in program:
            raw = js.JSON.parse(str(options).lower().replace("'", '"')) if options else options
            arguments = ("click", note, raw) if options is not None else ("click", note)
            if step == "click":
                button.click()
                other.click()
            elif step == "add":
                given = ("click", added) if options is None else ("click", added, options)
                assert button.addEventListener(*given) is None
                other.addEventListener(*arguments)
            else:
                button.removeEventListener("click", added)
                other.removeEventListener("click", note)
        button.click()
        other.click()
        assert seen == native, program
        seen.clear()
        native.clear()
    note.destroy()

    for target in (html.BUTTON(), document, window, window.EventTarget.new()):
        for _ in range(2):
            target.addEventListener("added", game.move)
        target.dispatchEvent(window.Event.new("added"))
        target.removeEventListener("added", game.move)
        target.dispatchEvent(window.Event.new("added"))
        assert seen == ["method"]
        seen.clear()
    button.bind("click", added).bind("click", added)
    button.unbind("click", added)
    button.addEventListener("click", added)
    button.unbind("click")
    button.click()
    assert seen == []
    with pytest.raises(TypeError, match="must be callable"):
        button.addEventListener("click", 5)


@run_in_pyodide
def test_wrong_listeners_are_named(selenium):
    import pytest

    from browser import html, window

    button = html.BUTTON()
    with pytest.raises(TypeError, match=r"must be callable, not int.*without calling it"):
        button.bind("click", 3)
    for target in (button, window):
        with pytest.raises(TypeError, match="must be callable, not NoneType"):
            target.bind("click", None)
    with pytest.raises(TypeError, match="must be a str such as 'click', not function"):
        button.bind(lambda event: None, "click")
    button.unbind("click", print)
    button.bind("click", len)
    with pytest.raises(TypeError, match="print is not bound to 'click'"):
        button.unbind("click", print)


@run_in_pyodide
def test_a_function_bound_twice_is_called_twice(selenium):
    from browser import html

    seen = []
    button = html.BUTTON()
    button.bind("click", seen.append)
    button.bind("click", seen.append)
    button.click()
    assert len(seen) == 2


@run_in_pyodide
def test_bound_methods_are_found_again(selenium):
    from browser import html

    class Game:
        moves = 0

        def move(self, event):
            self.moves += 1

    game, button = Game(), html.BUTTON()
    button.bind("click", game.move)
    button.click()
    button.unbind("click", game.move)
    button.click()
    assert game.moves == 1
    button.addEventListener("click", game.move)
    button.click()
    button.removeEventListener("click", game.move)
    button.click()
    assert game.moves == 2


@run_in_pyodide
async def test_a_method_of_a_node_acts_on_its_own_node(selenium):
    """As a listener, in a timer, and in JavaScript."""
    import asyncio

    from browser import aio, document, html, timer, window

    button, *others = html.BUTTON(), html.I(id="a"), html.I(id="b"), html.I(id="c"), html.I(id="d")
    a, b, c, d = others
    document <= [button, *others]
    button.bind("click", a.remove)
    button.bind("click", b.remove)
    assert button.events("click") == [a.remove, b.remove]
    assert a.remove != b.remove
    button.unbind("click", a.remove)
    button.click()
    assert [node.id for node in document.select("i")] == ["a", "c", "d"]
    timer.set_timeout(c.remove, 1)
    window.setTimeout(d.remove, 1)
    while len(document.select("i")) > 1:
        await asyncio.sleep(0.001)
    assert a.isConnected
    assert isinstance(a, a.constructor)
    waiting = asyncio.ensure_future(aio.event(a, "one", "two"))
    await asyncio.sleep(0)
    a.trigger("two")
    assert (await waiting).type == "two"
    button.unbind()


@run_in_pyodide
def test_the_decorator_takes_a_selector_a_node_an_iterable_and_other_targets(selenium):
    import pytest

    from browser import bind, document, html, window

    document <= html.UL(html.LI(i) for i in range(2)) + html.B("x", id="b")
    seen = []

    @bind("li", "poke")
    @bind(document["b"], "poke")
    @bind([document.body], "prod")
    @bind(window, "shove")
    def poked(event):
        seen.append(event.type)

    for node in (*document.select("li"), document["b"]):
        node.dispatchEvent(window.Event.new("poke"))
    document.body.trigger("prod")
    window.dispatchEvent(window.CustomEvent.new("shove", {"detail": 1}))
    assert seen == ["poke"] * 3 + ["prod", "shove"]
    window.unbind("shove")
    document.body.unbind("prod")
    assert callable(poked)

    @document["b"].bind("click")
    def clicked(event):
        seen.append("click")

    document["b"].click()
    assert seen[-1] == "click"
    with pytest.raises(TypeError, match="not int"):
        bind(3, "click")(print)


@run_in_pyodide
def test_options_of_bind(selenium):
    from browser import html

    seen = []
    button = html.BUTTON()
    button.bind("click", lambda event: seen.append("once"), {"once": True})
    button.click()
    button.click()
    assert seen == ["once"]


@run_in_pyodide
def test_unbind_ends_what_captures_and_what_is_on_window(selenium):
    from browser import html, window

    seen = []
    box = html.DIV()
    for options in (None, True, {"capture": True}):
        box.bind("click", seen.append, options)
    box.unbind("click")
    box.bind("click", seen.append, True)
    box.unbind()
    box.click()
    window.bind("custom", seen.append)
    window.unbind("custom")
    window.dispatchEvent(window.Event.new("custom"))
    assert seen == []


@run_in_pyodide
def test_an_event_prevents_and_stops_and_has_coordinates(selenium):
    import pytest

    from browser import DOMEvent, html, window

    inner = html.A("x", href="#nowhere")
    outer = html.DIV(inner)
    seen = []

    def on_inner(event):
        event.preventDefault()
        event.stopPropagation()
        seen.append((event.x, event.y, event.defaultPrevented, event.ctrlKey))

    inner.bind("click", on_inner)
    outer.bind("click", lambda event: seen.append("outer"))
    options = {"clientX": 5, "clientY": 6, "bubbles": True, "cancelable": True, "ctrlKey": True}
    inner.dispatchEvent(window.MouseEvent.new("click", options))
    assert seen == [(5, 6, True, True)]
    event = DOMEvent("own")
    assert event.type == "own"
    with pytest.raises(AttributeError, match="nope"):
        event.nope


@run_in_pyodide
def test_what_is_dragged_is_read_and_written_by_data(selenium):
    from browser import html, window

    box = html.DIV()
    got = []

    def on_drop(event):
        event.data["text/plain"] = "changed"
        got.append((event.data["text/plain"], event.dataTransfer.getData("text/plain")))

    box.bind("drop", on_drop)
    transfer = window.DataTransfer.new()
    box.dispatchEvent(window.DragEvent.new("drop", {"dataTransfer": transfer}))
    assert got == [("changed", "changed")]


@run_in_pyodide
def test_an_error_in_a_listener_is_reported_and_the_others_run(selenium):
    from guest import console

    from browser import html

    seen = []
    button = html.BUTTON()

    def fails(event):
        raise ValueError("in a listener")

    button.bind("click", fails)
    button.bind("click", lambda event: exit())
    button.bind("click", lambda event: seen.append(1))
    with console() as output:
        button.click()
    assert seen == [1]
    errors = "\n".join(output["error"])
    assert "ValueError: in a listener" in errors
    assert "SystemExit" not in errors
    assert "_js.py" not in errors


@run_in_pyodide
async def test_an_async_listener_runs_as_a_task(selenium):
    import asyncio

    from browser import html

    done = asyncio.get_running_loop().create_future()
    button = html.BUTTON()

    async def clicked(event):
        await asyncio.sleep(0)
        done.set_result(event.type)

    button.bind("click", clicked)
    button.click()
    assert await asyncio.wait_for(done, 5) == "click"


def test_listeners_go_with_their_nodes(selenium):
    if selenium.browser != "chrome":
        pytest.skip("only Chromium's garbage collector can be called")
    listeners_go_with_their_nodes(selenium)


@run_in_pyodide
async def listeners_go_with_their_nodes(selenium):
    import asyncio
    import gc

    import js

    from browser import _given, document, html

    def add():
        box = html.UL()
        document.body.attach(box)
        for i in range(100):
            item = html.LI("x")
            item.bind("click", lambda event, i=i: i)
            box <= item

    before = len(_given.values)
    add()
    assert len(_given.values) == before + 100
    document.body.clear()
    for _ in range(500):
        gc.collect()
        js.gc()
        await asyncio.sleep(0.02)
        if len(_given.values) <= before:
            break
    assert len(_given.values) <= before

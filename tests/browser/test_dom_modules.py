"""storage, websocket, template, dialog, highlight, window."""

from pytest_pyodide import run_in_pyodide


@run_in_pyodide
async def test_exit_in_a_callback_ends_the_polling(selenium):
    import asyncio

    from guest import console

    from browser import timer

    polls = []

    def poll():
        polls.append(1)
        if len(polls) == 2:
            exit()
        timer.set_timeout(poll, 1)

    with console() as output:
        poll()
        await asyncio.sleep(0.05)
    assert len(polls) == 2
    assert output["error"] == []


@run_in_pyodide
def test_storage_keeps_raw_strings(selenium):
    import js
    import pytest

    from browser import local_storage, session_storage

    for storage, native in (
        (local_storage.storage, js.localStorage),
        (session_storage.storage, js.sessionStorage),
    ):
        storage.clear()
        storage["k1"] = "v"
        assert native.getItem("k1") == storage["k1"] == "v"
        assert len(storage) == 1
        assert "k1" in storage
        assert storage.get("k2", "d") == "d"
        assert (storage.keys(), storage.values()) == (["k1"], ["v"])
        assert list(storage.items()) == [("k1", "v")]
        storage.update(k2="w")
        assert storage.setdefault("k2", "x") == storage.pop("k2") == "w"
        assert storage.pop("k1") == "v"
        assert storage.pop("k1", None) is None
        with pytest.raises(KeyError, match="k1"):
            storage["k1"]
        with pytest.raises(KeyError, match="k1"):
            del storage["k1"]
        with pytest.raises(TypeError, match="value must be str, not int"):
            storage["k1"] = 3
        with pytest.raises(TypeError, match="key must be str, not int"):
            storage[3]


@run_in_pyodide
def test_storage_keys_of_any_name(selenium):
    import js
    import pytest

    from browser import local_storage, session_storage
    from browser.object_storage import ObjectStorage

    names = ["key", "length", "getItem", "clear", "__proto__", "constructor", "toString", "", "0"]
    for storage, native in (
        (local_storage.storage, js.localStorage),
        (session_storage.storage, js.sessionStorage),
    ):
        storage.clear()
        for name in names:
            assert name not in storage
            storage[name] = f"value of {name}"
            assert native.getItem(name) == storage[name] == f"value of {name}"
        assert len(storage) == len(names)
        assert sorted(storage) == sorted(storage.keys()) == sorted(names)
        assert dict(storage) == dict(storage.items()) == {n: f"value of {n}" for n in names}
        for name in names:
            del storage[name]
            assert name not in storage
            with pytest.raises(KeyError, match=name):
                storage[name]
        assert len(storage) == 0
        objects = ObjectStorage(storage)
        objects["length"] = objects["__proto__"] = [1]
        assert sorted(objects.items()) == [("__proto__", [1]), ("length", [1])]
        storage.clear()


@run_in_pyodide
def test_object_storage(selenium):
    from browser.object_storage import ObjectStorage
    from browser.session_storage import storage

    storage.clear()
    objects = ObjectStorage(storage)
    objects[["do", "re"]] = {"tune": [1]}
    assert objects[["do", "re"]] == {"tune": [1]}
    assert list(objects.items()) == [(["do", "re"], {"tune": [1]})]
    assert ["do", "re"] in objects
    assert objects.pop(["do", "re"]) == {"tune": [1]}
    assert objects.get("nope", 5) == 5
    assert len(objects) == 0


@run_in_pyodide
async def test_websocket(selenium):
    import asyncio

    import pytest

    from browser import websocket, window
    from javascript import JavascriptError

    assert websocket.supported is True
    with pytest.raises(JavascriptError, match=r"(?i)invalid|did not match"):
        websocket.WebSocket("nonsense://a b")
    failed = asyncio.get_running_loop().create_future()
    socket = websocket.WebSocket(f"ws://{window.location.host}/text")  # no WebSocket there
    socket.bind("close", lambda event: failed.set_result(event.code))
    assert await asyncio.wait_for(failed, 10) == 1006


@run_in_pyodide
def test_template(selenium):
    import pytest

    from browser import document, html
    from browser.template import Template

    document <= html.DIV(id="t")
    document["t"].html = (
        '<a href="{url}">{name.upper()} {{x}}</a>'
        '<p b-code="for team in teams:">{team}</p>'
        '<b b-code="if n > 1:">many</b> <b b-code="else:">one</b>'
        '<option selected="{n == 0}">o</option><i b-on="click:more">+</i>'
    )

    def more(event, template):
        template.data.n += 1
        template.data.teams.append("C<")

    Template("t", [more]).render(url="/a?'\"", name="Ann", teams=["A", "B"], n=0)
    assert document["t"].html == (
        '<a href="/a?\'&quot;">ANN {x}</a><p>A</p><p>B</p><b>one</b>'
        '<option selected="">o</option><i>+</i>'
    )
    for _ in range(2):
        document["t"].select_one("i").click()
    assert [p.text for p in document["t"].select("p")] == ["A", "B", "C<", "C<"]
    assert document["t"].select_one("b").text == "many"
    assert "selected" not in document["t"].select_one("option").attrs
    with pytest.raises(NameError, match="nope"):
        Template(html.P("{nope}")).render()


@run_in_pyodide
def test_a_template_element_is_not_shown(selenium):
    import pytest

    from browser import document, html
    from browser.template import Template, TemplateError

    document <= html.TEMPLATE("<p>Hello {name}!</p>", id="greeting")
    for element in ("greeting", document["greeting"]):
        with pytest.raises(TemplateError, match=r'id="greeting".*use another element, for example'):
            Template(element)


@run_in_pyodide
def test_mistakes_in_templates_are_named(selenium):
    import pytest

    from browser import html
    from browser.template import Template, TemplateError

    for text, message in (
        ("{x", "a brace is not closed in '{x'"),
        ("x}", "write }} for a brace"),
        ('<b b-on="click:nope">x</b>', "unknown callback 'nope'"),
        ('<b b-on="click">x</b>', 'b-on must be "event:function"'),
    ):
        with pytest.raises(TemplateError, match=message):
            Template(html.DIV(text))


@run_in_pyodide
async def test_dialogs(selenium):
    import asyncio

    import pytest

    from browser import bind, document
    from browser.widgets.dialog import Dialog, EntryDialog, InfoDialog

    info = InfoDialog("Title", "message", ok="Got it", left=5, top=6)
    assert info.inside(document.body)
    assert (info.left, info.top) == (5, 6)
    info.ok_button.click()
    assert not info.isConnected
    short = InfoDialog("Title", "message", remove_after=0.01)
    await asyncio.sleep(0.05)
    assert not short.isConnected

    entered, closed = [], []
    document.bind("dialog_close", lambda event: closed.append(event.dialog))
    entry = EntryDialog("Title", "Name")

    @bind(entry, "entry")
    def on_entry(event):
        entered.append(entry.value)
        entry.close()

    entry.select_one("INPUT").value = "Ann"
    entry.ok_button.click()
    assert entered == ["Ann"]
    assert closed == [entry]
    document.unbind("dialog_close")
    both = Dialog("Title", ok_cancel=("Yes", "No"))
    assert (both.ok_button.text, both.cancel_button.text) == ("Yes", "No")
    both.cancel_button.click()
    assert not both.isConnected
    with pytest.raises(ValueError, match="two labels, not 3"):
        Dialog("Title", ok_cancel=("a", "b", "c"))


@run_in_pyodide
def test_highlight(selenium):
    from browser.highlight import highlight

    shown = highlight('def f(x):  # "no"\n    return len("<b>")')
    assert shown.tagName == "PRE"
    classes = [(span.text, span.class_name) for span in shown.select("span")]
    assert classes == [
        ("def", "python-keyword"),
        ('# "no"', "python-comment"),
        ("return", "python-keyword"),
        ("len", "python-builtin"),
        ('"<b>"', "python-string"),
    ]
    assert shown.textContent == 'def f(x):  # "no"\n    return len("<b>")'


@run_in_pyodide
def test_window_and_its_dialogs(selenium):
    import browser
    from browser import alert, confirm, console, prompt, window

    said = []
    for name, answer in (("alert", None), ("confirm", True), ("prompt", "Ann")):
        setattr(window, name, lambda *values, answer=answer: (said.append(values), answer)[1])
    assert alert(5) is None
    assert confirm("sure?") is True
    assert prompt("name", "nobody") == "Ann"
    assert said == [("5",), ("sure?",), ("name", "nobody")]
    assert browser.is_webworker is False
    assert browser.self is browser.window
    assert window.document is browser.document
    console.log("logged", {"a": 1})
    for name in ("alert", "confirm", "prompt"):
        delattr(window, name)


@run_in_pyodide
def test_load_and_run_script(selenium):
    import pytest

    from browser import load, run_script, window

    window.made = None
    run_script("from browser import window\nwindow.made = __name__", "made_here")
    assert window.made == "made_here"
    with pytest.raises(OSError, match="cannot load the JavaScript library /status/404"):
        load("/status/404")

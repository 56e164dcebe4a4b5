"""Values between Python and JavaScript."""

from pytest_pyodide import run_in_pyodide


@run_in_pyodide
def test_null_and_undefined_are_none_and_none_is_null(selenium):
    from browser import html, window

    assert window.localStorage.getItem("no such key") is None
    assert window.Array.new(1)[0] is None
    assert window.JSON.stringify([None]) == "[null]"
    box = html.DIV()
    box.insertBefore(html.B(), box.firstChild)
    assert len(box) == 1


@run_in_pyodide
def test_dicts_lists_and_bytes_go_as_javascript_has_them(selenium):
    from browser import window

    value = {"a": [1, 2.5, True, None, {"b": "x"}], 3: (1,)}
    assert window.JSON.stringify(value) == '{"3":[1],"a":[1,2.5,true,null,{"b":"x"}]}'
    assert window.Array.isArray([1])
    assert window.Uint8Array.new(b"\x01\xff")[1] == 255
    assert window.Math.max(1, 5.5) == 5.5
    assert bytes(window.Uint8Array.new([1, 2])) == b"\x01\x02"
    assert window.Array.isArray({1})
    assert window.JSON.stringify(b"a") == '{"0":97}'


@run_in_pyodide
def test_a_dict_stored_on_window_is_a_copy_for_javascript(selenium):
    import js

    from browser import window

    window.shared = mine = {"a": 1}
    mine["a"] = 2
    assert (window.shared["a"], js.shared.a) == (2, 1)
    window.shared = window.shared
    assert js.shared.a == 2
    del window.shared


@run_in_pyodide
def test_an_array_is_a_sequence(selenium):
    import pytest

    from browser import window

    array = window.Array.new(1, 2, 3)
    assert (len(array), array.length, array[0], array[-1]) == (3, 3, 1, 3)
    assert list(array) == [1, 2, 3]
    assert array == [1, 2, 3]
    assert array[1:] == [2, 3]
    array.append(4)
    array[0] = "x"
    del array[1]
    array.insert(0, None)
    assert list(array) == [None, "x", 3, 4]
    assert array.pop() == 4
    assert 3 in array
    assert array.indexOf("x") == 1
    assert not window.Array.new()
    with pytest.raises(IndexError, match="index 9 is out of range: the length is 3"):
        array[9]


@run_in_pyodide
def test_an_object_has_attributes_and_items(selenium):
    import js
    import pytest

    from browser import window
    from javascript import JSObject

    js.thing = js.JSON.parse('{"x": 1, "deep": {"list": [1, {"y": 2}]}, "items": "own", "get": 5}')
    thing = window.thing
    assert isinstance(thing, JSObject)
    assert (thing.x, thing["x"], thing.items, thing.get) == (1, 1, "own", 5)
    assert thing.deep.list[1].y == 2
    thing.x = 2
    thing["z"] = [1]
    assert js.thing.x == 2
    assert thing.to_dict() == {
        "x": 2, "deep": {"list": [1, {"y": 2}]}, "items": "own", "get": 5, "z": [1],
    }  # fmt: skip
    assert list(thing) == ["x", "deep", "items", "get", "z"]
    pair = window.JSON.parse('{"a": 1, "b": 2}')
    assert dict(pair) == dict(**pair) == {"a": 1, "b": 2}
    assert len(pair) == 2
    assert window.JSON.parse("{}")
    assert not hasattr(window.Date.new(), "keys")
    assert type(js.eval("2 ** 53")) is float
    assert "x" in thing
    del thing.x
    assert "x" not in thing
    assert thing == window.thing
    assert "deep" in repr(thing)
    assert "deep" in dir(thing)
    with pytest.raises(AttributeError, match="JavaScript Object object has no property 'x'"):
        thing.x
    with pytest.raises(KeyError, match="x"):
        thing["x"]
    assert str(window.Date.new(0).getTime()) == "0"


@run_in_pyodide
def test_objects_are_hashed_by_identity_and_shown_without_secrets(selenium):
    import js

    from browser import window

    js.thing = js.JSON.parse('{"Authorization": "Bearer 1", "a": 2}')
    assert {window.thing: 1}[window.thing] == 1
    assert repr(window.thing) == '<JavaScript Object: {"Authorization":"…","a":2}>'
    assert "secret" not in repr(window.URL.new("http://me:secret@example.org/"))
    assert repr(window.RegExp.new("x")) == "<JavaScript RegExp: /x/>"


@run_in_pyodide
def test_new_can_be_kept_and_called_later(selenium):
    from browser import window

    make = window.Date.new
    assert make(2020, 0, 31).getMonth() == 0
    assert window.Array.new(1, 2).length == 2


@run_in_pyodide
def test_a_method_keeps_its_object(selenium):
    from browser import document

    create = document.createElement
    assert create("b").tagName == "B"


@run_in_pyodide
async def test_a_function_given_to_javascript_outlives_the_call(selenium):
    import asyncio
    import gc

    import js

    from browser import window

    class Scores:
        def __init__(self):
            self.all = []

        def add(self, n=0):
            self.all.append(n)
            return {"n": n}

    scores = Scores()
    window.addScore = scores.add
    window.plain = lambda n: n + 1
    gc.collect()
    button = js.document.createElement("button")
    button.onclick = js.addScore
    assert js.addScore(5).n == 5
    assert js.plain(1) == 2
    assert window.addScore == scores.add
    later = asyncio.get_running_loop().create_future()
    window.setTimeout(lambda: later.set_result("late"), 10)
    gc.collect()
    assert await asyncio.wait_for(later, 5) == "late"
    assert list(window.Array.new(1, 2, 3).map(lambda n, i, array: n * 2)) == [2, 4, 6]
    assert scores.all == [5]
    window.addScore = window.plain = None


@run_in_pyodide
def test_an_error_in_a_function_given_to_javascript(selenium):
    import js
    from guest import console

    from browser import window

    def fails():
        raise ValueError("in fails")

    window.fails = fails
    with console() as output:
        assert js.eval("fails() === undefined")
    assert len(output["error"]) == 1
    assert "ValueError: in fails" in output["error"][0]
    del window.fails


@run_in_pyodide
def test_an_inline_handler_calls_a_function_on_window(selenium):
    from browser import document, html, window

    seen = []
    window.echo = lambda text: seen.append(text)
    document <= html.DIV('<button id="inline" onclick="echo(this.id)">x</button>')
    document["inline"].click()
    assert seen == ["inline"]
    window.echo = None


@run_in_pyodide
async def test_listeners_on_what_is_no_node(selenium):
    import asyncio

    from browser import window

    reader = window.FileReader.new()
    loaded = asyncio.get_running_loop().create_future()
    reader.bind("load", lambda event: loaded.set_result(event.target.result))
    reader.readAsText(window.Blob.new(["text"]))
    assert await asyncio.wait_for(loaded, 5) == "text"


@run_in_pyodide
def test_files_and_form_data(selenium):
    from browser import html, window

    field = html.INPUT(type="file", multiple=True)
    assert len(field.files) == field.files.length == 0
    transfer = window.DataTransfer.new()
    for name in ("a.txt", "b.txt"):
        transfer.items.add(window.File.new([b"abc"], name, {"type": "text/plain"}))
    field.files = transfer.files
    assert [f.name for f in field.elt.files] == ["a.txt", "b.txt"]
    assert field.files[0].size == 3
    data = window.FormData.new()
    data.append("x", "1")
    data.append("upload", field.files[0], "other.txt")
    assert data.get("x") == "1"
    assert data.get("upload").name == "other.txt"


@run_in_pyodide
async def test_promises(selenium):
    import asyncio

    import pytest

    from browser import window
    from javascript import JavascriptError

    assert await window.Promise.resolve({"a": 1}).then(lambda value: value.a + 1) == 2
    both = await window.Promise.all([window.Promise.resolve(1), 2])
    assert list(both) == [1, 2]
    with pytest.raises(JavascriptError, match="went wrong"):
        await window.Promise.reject(window.Error.new("went wrong"))
    for reason, message in (
        ('"text"', "Error: text"),
        ("1", "Error: 1"),
        ("undefined", "Error: undefined"),
        ("{message: 'm'}", "Error: m"),
        ("new DOMException('gone', 'AbortError')", "AbortError: gone"),
    ):
        rejected = window.Function.new(f"return Promise.reject({reason})")()
        with pytest.raises(JavascriptError, match=message):
            await asyncio.wait_for(rejected, 5)
    response = await window.fetch("/text?body=x")
    assert await response.text() == "x"


@run_in_pyodide
async def test_native_listeners_on_a_raw_xhr(selenium):
    import asyncio
    import gc

    from browser import window

    states, done = [], asyncio.get_running_loop().create_future()
    xhr = window.XMLHttpRequest.new()
    xhr.open("GET", "/text?body=raw", True)
    xhr.addEventListener("load", lambda event: done.set_result(event.target.responseText))
    xhr.send()
    xhr.onreadystatechange = lambda event: states.append(xhr.readyState)
    gc.collect()
    assert await asyncio.wait_for(done, 5) == "raw"
    assert states[-1] == 4
    xhr.onreadystatechange = None


@run_in_pyodide
def test_a_property_named_like_a_keyword_of_python(selenium):
    from browser import window

    assert list(window.Array.from_("ab")) == ["a", "b"]


@run_in_pyodide
async def test_an_async_function_gives_javascript_a_promise(selenium):
    import asyncio

    import js
    import pytest
    from guest import console

    from browser import window
    from javascript import JavascriptError

    async def double(n):
        await asyncio.sleep(0)
        return [n * 2]

    async def fails():
        raise ValueError("no")

    window.double, window.fails = double, fails
    assert (await js.double(4)).to_py() == [8]
    with console() as output, pytest.raises(JavascriptError, match="ValueError: no"):
        await js.fails()
    assert "ValueError: no" in output["error"][0]
    window.double = window.fails = None


@run_in_pyodide
def test_errors_of_javascript(selenium):
    import pytest
    from pyodide.ffi import JsException

    from browser import window
    from javascript import JavascriptError

    assert JavascriptError is JsException
    with pytest.raises(JavascriptError, match="SyntaxError"):
        window.JSON.parse("{")


@run_in_pyodide
def test_data_that_python_and_javascript_share(selenium):
    import js

    from browser import window
    from javascript import jsobj2pyobj, pyobj2jsobj

    window.shared = shared = pyobj2jsobj([1, {"a": [2]}])
    window.eval("shared.push(3); shared[1].a.push(4)")
    shared.append(5)
    assert list(shared[1].a) == [2, 4]
    assert [shared[0], shared[2], shared[3]] == [1, 3, 5]
    assert window.eval("shared.length") == 4
    thing = pyobj2jsobj({"x": 1})
    window.thing = thing
    window.eval("thing.y = 2")
    assert (thing.x, thing.y) == (1, 2)
    assert pyobj2jsobj("text") == "text"
    assert pyobj2jsobj(len) is len
    assert jsobj2pyobj(js.document) is window.document
    assert jsobj2pyobj(5) == 5
    assert jsobj2pyobj(shared) is shared


@run_in_pyodide
def test_extends_and_load(selenium):
    import pytest

    from browser import window
    from javascript import extends, load

    window.eval("""window.Shape = class {
        constructor(w) { this.w = w; }
        area() { return this.w * this.w; }
        twice() { return 2 * this.area(); }
    }""")

    @extends(window.Shape)
    class Square:
        """A square."""

        def area(self):
            return super().area() + 1

    square = Square(3)
    assert (square.area(), square.twice()) == (10, 20)
    assert isinstance(square, Square)
    assert (Square.__name__, Square.__doc__) == ("Square", "A square.")
    assert window.eval("(shape) => shape instanceof Shape && shape.area()")(square) == 10
    for wrong in (5, window.Math.max, Square):
        with pytest.raises(TypeError, match=r"extends|not a class"):
            extends(wrong)
    with (
        pytest.warns(DeprecationWarning, match=r"browser\.load"),
        pytest.raises(OSError, match="no-such-file"),
    ):
        load("/no-such-file.js")


@run_in_pyodide
def test_the_module_javascript(selenium):
    import js
    import pytest

    import javascript
    from browser import window
    from javascript import JSON, NULL, UNDEFINED, Date, Math, RegExp, String, this

    assert JSON.parse('{"a": [1, null, true, 12345678901234567890]}') == {
        "a": [1, None, True, 12345678901234567890]
    }
    assert (
        JSON.stringify({"a": True, "b": None, "c": [1, "é"]}) == '{"a":true,"b":null,"c":[1,"é"]}'
    )
    assert JSON.stringify(window.JSON.parse('{"x": [1]}')) == '{"x":[1]}'
    assert JSON.stringify([1], None, 1) == "[\n 1\n]"
    assert JSON.parse("[1, 2]", lambda key, value: value * 2 if key else value) == [2, 4]
    with pytest.raises(ValueError, match="Expecting"):
        JSON.parse("{")
    for value in (object(), {1}):
        with pytest.raises(TypeError, match="is not JSON serializable"):
            JSON.stringify(value)
    assert Date.new(2012, 6, 10).getFullYear() == 2012
    assert round(Math.PI, 2) == 3.14
    assert RegExp.new(r"^test(\d+)$").exec("test44")[1] == "44"
    assert String.new("test33").search(RegExp.new(r"\d")) == 4
    assert window.localStorage.getItem("no such key") is NULL
    assert UNDEFINED is None
    with pytest.raises(AttributeError, match="py2js: Python is not compiled"):
        _ = javascript.py2js
    assert (javascript.NullType, javascript.UndefinedType) == (type(None), type(None))
    assert isinstance(NULL, javascript.NullType)
    owner = window.Object.new()
    owner.name = "owner"
    owner.who = lambda: this().name
    assert js.Reflect.apply(owner._js.who, owner._js, js.Array.new()) == "owner"

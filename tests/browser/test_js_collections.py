"""JavaScript's collections, buffers, typed arrays and errors; keyword arguments; `bind`."""

from pytest_pyodide import run_in_pyodide


@run_in_pyodide
def test_in_len_and_dict_of_collections(selenium):
    import pytest

    from browser import window

    form = window.FormData.new()
    form.append("a", "1")
    form.append("b", "2")
    pairs = [["a", "1"], ["b", "2"]]
    for made, expected in (
        (window.Map.new(pairs), {"a": "1", "b": "2"}),
        (window.Set.new(["a", "b"]), {"a": "a", "b": "b"}),
        (form, {"a": "1", "b": "2"}),
        (window.Headers.new(pairs), {"a": "1", "b": "2"}),
        (window.URLSearchParams.new(pairs), {"a": "1", "b": "2"}),
    ):
        assert ("a" in made, "z" in made, "size" in made) == (True, False, False)
        assert len(made) == len(list(made)) == 2
        assert dict(made) == made.to_dict() == expected
        assert made["a"] == expected["a"]
        assert made.has("b")
        del made["a"]
        assert (len(made), "a" in made) == (1, False)
        for missing in (lambda made=made: made["z"], lambda made=made: made.__delitem__("z")):
            with pytest.raises(KeyError):
                missing()
        if hasattr(made, "set"):
            made["c"] = "3"
            assert (made["c"], made.get("c")) == ("3", "3")
        else:
            with pytest.raises(TypeError, match="a JavaScript Set has no values"):
                made["c"] = "3"


@run_in_pyodide
def test_keys_with_several_values(selenium):
    from browser import html, window

    query = window.URLSearchParams.new("a=1&b=2&a=3")
    assert (len(query), dict(query)) == (3, {"a": ["1", "3"], "b": "2"})
    form = window.FormData.new()
    for name, value in dict(query).items():
        form[name] = value
    form["a"] = ["4", "5"]
    assert [tuple(pair) for pair in form] == [("b", "2"), ("a", "4"), ("a", "5")]
    form["a"] = []
    assert "a" not in form
    key, node = window.Object.new(), html.B()
    by_object = window.Map.new()
    by_object[key] = node
    by_object[1] = {"x": 1}
    assert by_object[key] is node
    assert by_object[1] == {"x": 1}
    assert 2 not in by_object
    weak = window.WeakMap.new()
    weak[key] = 5
    assert (key in weak, node in weak) == (True, False)
    looks_alike = window.JSON.parse('{"has": 1, "forEach": 2, "byteLength": 3, "message": 4}')
    assert dict(looks_alike) == {"has": 1, "forEach": 2, "byteLength": 3, "message": 4}


@run_in_pyodide
def test_bytes_of_buffers_and_typed_arrays(selenium):
    import pytest

    from browser import window

    content = bytes(range(16))
    buffer = window.Uint8Array.new(content).buffer
    part = window.DataView.new(buffer, 2, 4)
    assert bytes(buffer) == bytearray(buffer) == memoryview(buffer) == content
    assert (len(buffer), list(buffer), buffer[1:3]) == (16, list(content), content[1:3])
    assert (bytes(part), len(part), part[-1]) == (content[2:6], 4, 5)
    assert bytes(window.ArrayBuffer.new(0)) == b""
    names = "Int8 Uint8 Uint8Clamped Int16 Uint16 Int32 Uint32 Float32 Float64 BigInt64 BigUint64"
    for name in names.split():
        array = getattr(window, f"{name}Array").new(buffer)
        assert bytes(array) == content
        view = memoryview(array)
        assert view.tobytes() == content
        assert (len(view), view[1]) == (len(array), array[1])
    for other in (window.Date, window.Date.new(), window.Object.new(), window.Map.new()):
        with pytest.raises(TypeError, match="has no bytes"):
            bytes(other)


@run_in_pyodide
def test_slices_of_typed_arrays_are_assigned_as_those_of_bytearray(selenium):
    import random

    import pytest

    from browser import html, window

    seeds = random.Random(19)
    array, expected = window.Uint8Array.new(10), bytearray(10)
    for _ in range(200):
        start, stop = (seeds.choice([None, *range(-12, 13)]) for _ in range(2))
        key = slice(start, stop, seeds.choice([None, 1, 2, 3, -1, -2]))
        values = seeds.randbytes(len(expected[key]))
        array[key] = seeds.choice([list, bytes, bytearray, iter])(values)
        expected[key] = values
        assert bytes(array) == bytes(expected), key
    pixels = html.CANVAS(width=2, height=2).getContext("2d").getImageData(0, 0, 2, 2).data
    pixels[0:4] = [1, 2, 300, -5]
    assert list(pixels)[:5] == [1, 2, 255, 0, 0]
    fixed = "the length of a Uint8ClampedArray is fixed"
    for error, change in (
        (ValueError, lambda: pixels.__setitem__(slice(0, 2), [1, 2, 3])),
        (TypeError, lambda: pixels.__delitem__(0)),
        (TypeError, lambda: pixels.append(5)),
        (TypeError, lambda: pixels.insert(0, 5)),
    ):
        with pytest.raises(error, match=fixed):
            change()
    floats = window.Float32Array.new(3)
    floats[1:] = (1.5, -2)
    assert list(floats) == [0, 1.5, -2]


@run_in_pyodide
def test_keyword_arguments_become_the_last_argument(selenium):
    import js

    from browser import document, html, window

    window.shown = js.Function.new("return JSON.stringify([...arguments])")
    assert window.shown(1, a=2, b=[None], from_=3) == '[1,{"a":2,"b":[null],"from":3}]'
    assert window.shown(**{}) == "[]"
    assert window.Event.new("x", bubbles=True).bubbles
    tall = html.DIV(html.DIV(style={"height": 1000}), style={"height": 100, "overflow": "auto"})
    document <= tall
    tall.scrollTo(top=50, behavior="instant")
    assert tall.scrollTop == 50
    assert document.createElement("div", id="k").tagName == "DIV"
    del window.shown


@run_in_pyodide
def test_bind_of_a_function_is_javascripts(selenium):
    import js

    from browser import window

    window.shown = js.Function.new("return [this === globalThis, ...arguments].join()")
    assert window.shown.bind(None, 1, 2)(3) == "true,1,2,3"
    assert window.shown.bind({"a": 1})() == "false"
    owner = window.Object.new()
    owner.bind = window.shown
    assert owner.bind("click", 1, 2, 3) == "false,click,1,2,3"
    del window.shown


@run_in_pyodide
def test_errors_of_javascript_can_be_raised(selenium):
    import pytest

    from browser import window
    from javascript import JavascriptError

    for error in (
        window.TypeError.new("boom"),
        window.DOMException.new("boom", "AbortError"),
        window.Error.new("boom", {"cause": {"a": 1}}),
    ):
        assert "boom" in str(error)
        with pytest.raises(JavascriptError, match="boom") as raised:
            raise error
        assert raised.value is error
        assert error.message == "boom"
        assert window.String(error) == window.Error.prototype.toString.call(error)
    assert error.cause.a == 1

"""Objects of another realm (a frame has classes of its own) are like objects of this page."""

from pytest_pyodide import run_in_pyodide


@run_in_pyodide
async def test_promises_of_a_frame_and_other_objects_with_then(selenium):
    from browser import document, html, window

    frame = html.IFRAME()
    document.body <= frame
    other = frame.contentWindow
    assert other.Promise is not window.Promise
    assert await other.Promise.resolve(3) == 3
    thenable = other.Function.new("return {name: 'x', then(done) { done(5); }}")()
    assert await thenable == 5
    assert thenable.name == "x"
    inside = other.Function.new("return {one: Promise.resolve(1), two: [Promise.resolve(2)]}")()
    assert await inside.one == 1
    assert await inside.two[0] == 2


@run_in_pyodide
def test_what_has_a_then_that_cannot_be_called_is_no_promise(selenium):
    from browser import document, html, window

    make = window.Function.new
    assert make("return {then: 1}")().then == 1
    assert make("return {get then() { throw new Error('no') }, x: 2}")().x == 2
    field = html.INPUT(name="then", value="soon")
    form = html.FORM(field)
    document.body <= form
    assert window.document.forms[0].then.value == "soon"


@run_in_pyodide
def test_events_of_a_frame(selenium):
    from browser import document, html

    frame = html.IFRAME()
    document.body <= frame
    other = frame.contentWindow
    button = other.document.createElement("button")
    other.document.body <= button
    seen = []
    button.bind("click", lambda event: seen.append((event.target is button, event.type, event.x)))
    button.dispatchEvent(other.MouseEvent.new("click", {"clientX": 3}))
    button.click()
    assert seen == [(True, "click", 3), (True, "click", 0)]


@run_in_pyodide
def test_nodes_of_a_frame(selenium):
    from browser import document, html

    frame = html.IFRAME()
    document.body <= frame
    page = frame.contentWindow.document
    page.body.innerHTML = (
        "<select><option>a<option>b</select><canvas></canvas>"
        "<svg><rect width='30' height='20'></rect></svg>"
    )
    select = page.select_one("select")
    assert [option.text for option in select] == ["a", "b"]
    assert [option.text for option in select.options] == ["a", "b"]
    canvas = page.select_one("canvas")
    canvas.width = 40
    assert (canvas.attrs["width"], canvas.style.width) == ("40", "40px")
    assert page.select_one("rect").width == 30


@run_in_pyodide
def test_values_of_a_frame(selenium):
    from browser import document, html

    frame = html.IFRAME()
    document.body <= frame
    other = frame.contentWindow
    assert list(other.Array.of(1, 2)) == [1, 2]
    assert bytes(other.Uint8Array.of(1, 2).buffer) == b"\x01\x02"
    assert bytes(other.Uint8Array.of(1, 2)) == b"\x01\x02"
    assert dict(other.Map.new([["a", 1]])) == {"a": 1}
    assert "a" in other.URLSearchParams.new("a=1")
    assert other.Function.new("return {a: [1]}")().to_dict() == {"a": [1]}
    try:
        raise other.Error.new("wrong")
    except Exception as error:
        assert "wrong" in str(error)


@run_in_pyodide
async def test_bodies_of_a_frame(selenium):
    from guest import completed

    from browser import ajax, document, html

    frame = html.IFRAME()
    document.body <= frame
    other = frame.contentWindow
    form = other.FormData.new()
    form.append("x", "1")
    for data in (
        form,
        other.URLSearchParams.new("x=1"),
        other.Blob.new(["x=1"]),
        other.Uint8Array["from"]([120, 61, 49]),
        other.Uint8Array["from"]([120, 61, 49]).buffer,
    ):
        req = await completed(
            lambda done, data=data: ajax.post("/echo", data=data, oncomplete=done)
        )
        assert req.json["body"] == "x=1" or req.json["form"] == [["x", "1"]]

"""`interpreter`: the console in the page."""

from pytest_pyodide import run_in_pyodide


@run_in_pyodide
def test_lines_run_and_their_output_is_shown(selenium):
    import sys

    import js
    import pytest

    from browser import document, html
    from interpreter import Interpreter

    document <= html.DIV("before", id="console", contenteditable="true")
    names = {"given": 5}
    console = Interpreter("console", globals=names, banner=False)
    zone = document["console"]
    field, output = zone.select_one("textarea"), zone.select_one("[role=log]")
    prompt = zone.select_one("span")

    def key(name, **more):
        settings = {"key": name, "bubbles": True, "cancelable": True, **more}
        pairs = js.Array.of(*(js.Array.of(*pair) for pair in settings.items()))
        event = js.Reflect.construct(
            js.KeyboardEvent, js.Array.of("keydown", js.Object.fromEntries(pairs))
        )
        field._js.dispatchEvent(event)
        return event.defaultPrevented

    def enter(line):
        """Returns what this line has added to the output."""
        before = len(output.text)
        field.value = line
        assert key("Enter") is True
        assert field.value == ""
        return output.text[before:]

    assert "before" not in zone.text
    assert prompt.text == ">>> "
    assert enter("given + 1") == ">>> given + 1\n6\n"
    assert enter("_ * 2") == ">>> _ * 2\n12\n"
    assert enter("None") == ">>> None\n"
    assert enter("") == ">>> \n"
    assert enter("<b>&") == (
        '>>> <b>&\n  File "<python-input-4>", line 1\n    <b>&\n    ^\n'
        "SyntaxError: invalid syntax\n"
    )
    assert enter("def double(x):") == ">>> def double(x):\n"
    assert prompt.text == "... "
    assert key("Tab") is True
    assert field.value == "    "
    assert enter("    return 2 * undefined") == "...     return 2 * undefined\n"
    assert enter("") == "... \n"
    assert prompt.text == ">>> "
    assert key("Tab") is False
    assert enter("double(1)") == (
        ">>> double(1)\nTraceback (most recent call last):\n"
        '  File "<python-input-6>", line 1, in <module>\n    double(1)\n    ~~~~~~^^^\n'
        '  File "<python-input-5>", line 2, in double\n    return 2 * undefined\n'
        "               ^^^^^^^^^\nNameError: name 'undefined' is not defined\n"
    )
    error = zone.select(".brython-interpreter-error")[-1]
    assert error.text.startswith("Traceback")
    assert names["given"] == 5
    assert callable(names["double"])
    enter("import sys")
    assert enter("print('a', end=''); print('b'); print('c', file=sys.stderr)").endswith("ab\nc\n")
    assert type(sys.stdout).__name__ != "_Stream"
    assert enter("text = '''a").endswith("'''a\n")
    enter("b'''")
    assert names["text"] == "a\nb"
    enter("exit()")

    lines = ["exit()", "b'''", "text = '''a"]
    for line in lines:
        assert key("ArrowUp") is True
        assert field.value == line
    key("ArrowDown")
    assert field.value == "b'''"
    key("ArrowDown")
    key("ArrowDown")
    assert field.value == ""
    enter("if True:")
    field.value = "x"
    key("c", ctrlKey=True)
    assert (prompt.text, field.value) == (">>> ", "")
    assert output.text.endswith("... x\nKeyboardInterrupt\n")

    console.clear()
    console.feed("for i in range(2):\n    print(i)\nx = 5\nx\n1 / 0\nx = 6\n")
    assert output.text.startswith(
        ">>> for i in range(2):\n...     print(i)\n... x = 5\n"
        "... x\n... 1 / 0\n... x = 6\n0\n1\n5\n"
    )
    assert output.text.endswith(
        "line 5, in <module>\n    1 / 0\n    ~~^~~\nZeroDivisionError: division by zero\n"
    )
    assert names["x"] == 5
    console.clear()
    console.feed("a b\nc")
    assert output.text.endswith("SyntaxError: invalid syntax\n")
    assert console.history[-2:] == ["a b", "c"]
    console.write("by the program\n")
    assert output.text.endswith("by the program\n")
    console.focus()
    assert document.activeElement is field
    console.close()
    assert zone.text == ""
    with pytest.raises(KeyError, match="nope"):
        Interpreter("nope")


@run_in_pyodide
async def test_a_line_can_await(selenium):
    import asyncio

    from browser import document, html
    from interpreter import Interpreter

    document <= html.DIV(id="console")
    event = asyncio.Event()
    names = {"event": event}
    console = Interpreter(document["console"], globals=names)
    output = document["console"].select_one("[role=log]")
    assert output.text.startswith("Python 3.")
    console.clear()
    console.feed("await event.wait()")
    console.feed("print('after')\nawait event.wait()\nraise ValueError('no')")
    console.feed("1")
    assert output.text == ">>> await event.wait()\n"
    event.set()
    for _ in range(100):
        if output.text.endswith(">>> 1\n1\n"):
            break
        await asyncio.sleep(0.01)
    assert output.text.startswith(">>> await event.wait()\nTrue\n>>> print('after')\n")
    assert "after\nTrue\nTraceback (most recent call last):" in output.text
    assert output.text.endswith("ValueError: no\n>>> 1\n1\n")


@run_in_pyodide
def test_a_dialog_and_the_inspector(selenium):
    from browser import document
    from interpreter import Inspector, Interpreter

    console = Interpreter(title="Mine", rows=5, cols=40)
    assert console.dialog.select_one(".brython-dialog-title").text.startswith("Mine")
    assert console.zone.style.width == "40ch"
    console.feed("exit()")
    assert not document.select(".brython-dialog-main")

    def inner(value):
        return Inspector()

    def outer():
        local = "of outer"
        return inner(local * 2)

    inspector = outer()
    output = inspector.zone.select_one("[role=log]")
    inspector.clear()
    inspector.feed("value")
    assert output.text == ">>> value\n'of outerof outer'\n"
    choice = document.select_one("select")
    assert [option.text.partition(",")[0] for option in choice][:2] == ["inner", "outer"]
    choice.selectedIndex = 1
    choice.trigger("change")
    inspector.feed("local")
    assert output.text.endswith("'of outer'\n")
    inspector.close()

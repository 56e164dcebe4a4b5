"""JSON that is nested deeper than the browser's stack: an error, and Python goes on."""

import pytest
from pytest_pyodide import run_in_pyodide

TOO_DEEP = pytest.mark.parametrize(
    ("opening", "closing"),
    [("[", "]"), ('{"a":', "}"), ('[{"a":', "}]"), ("[", "")],
    ids=["arrays", "objects", "mixed", "unclosed"],
)


@TOO_DEEP
@run_in_pyodide
async def test_a_response(selenium, opening, closing):
    import pytest
    from guest import both

    from browser import aio

    text = opening * 6000 + "1" + closing * 6000
    url = "/raw?type=application/json"
    for req in await both(url, data=text, mode="json"):
        for read in (lambda req=req: req.json, req.read, lambda req=req: req.response):
            with pytest.raises(RecursionError, match="2,000 levels") as caught:
                read()
            assert caught.value.__notes__ == [f"the response cannot be decoded: POST {url}"]
    answer = await aio.post(url, data=text, format="json")
    with pytest.raises(RecursionError, match="2,000 levels"):
        _ = answer.data


@TOO_DEEP
@run_in_pyodide
def test_json_loads(selenium, opening, closing):
    import json

    import pytest

    from browser import _json

    _json.limit_depth()
    text = opening * 100_000 + "1" + closing * 100_000
    for hooks in ({}, {"object_hook": dict}, {"parse_float": lambda text: text}):
        with pytest.raises(RecursionError, match="2,000 levels"):
            json.loads(text, **hooks)
        assert json.loads('{"a": [1.5, {}]}' + " " * 4000, **hooks)["a"][1] == {}
    brackets_in_text = json.dumps(["[{\\" * 5000])
    assert json.loads(brackets_in_text, object_hook=dict) == ["[{\\" * 5000]


@run_in_pyodide
async def test_what_can_be_decoded_can_be_used(selenium):
    import copy
    import json
    import pickle
    from contextlib import suppress

    from guest import both

    for opening, closing in (("[", "]"), ('{"a":', "}")):
        text = opening * 1900 + "1" + closing * 1900
        for req in await both("/raw?type=application/json", data=text, mode="json"):
            value = req.json
            assert value == json.loads(text)
            assert repr(value).count(opening[0]) == 1900
            assert pickle.loads(pickle.dumps(value)) == value
            assert json.dumps(value, separators=(",", ":")) == text
            assert copy.copy(value) == value
            with suppress(RecursionError):  # as on a desktop
                assert copy.deepcopy(value) == value


@run_in_pyodide
def test_python_has_its_whole_stack_again(selenium):
    import json

    from browser import _json

    _json.limit_depth()
    assert json.loads("[" * 1000 + "]" * 1000 + " " * 4000)

    def nested(levels):
        return sorted([levels], key=lambda x: nested(levels - 1) if levels else 0)

    assert nested(100) == [100]


@run_in_pyodide
def test_a_deep_tree_of_elements(selenium):
    """Not in the page, where browsers do not lay out so deep a tree."""
    from browser import html

    leaf = node = html.B("leaf")
    for _ in range(1000):
        node = html.DIV(node)
    assert node.text == "leaf"
    assert node.select("b") == [leaf]
    assert len(node.select("div")) == 999
    assert leaf.closest("div") == leaf.parent
    assert repr(node).startswith("<")
    assert node == leaf.getRootNode()

"""Pure parts: content, styles, JSON, object storage."""

import pytest

from browser._bridge import names
from browser.dom._content import TagSum, parts
from browser.dom._measures import style_settings
from browser.object_storage import ObjectStorage
from javascript import JSON


def test_parts_are_flat():
    assert parts(["a", 1, (2.5, iter(["b"])), TagSum("c", "d")]) == ["a", "1", "2.5", "b", "c", "d"]
    assert ("a" + TagSum("b") + 1).children == ["a", "b", "1"]
    assert sum([TagSum("a"), TagSum("b")]).children == ["a", "b"]
    with pytest.raises(TypeError, match="cannot add NoneType"):
        parts([None])


def test_styles(monkeypatch):
    for name in (":left", ":backgroundColor", ":zIndex", ":width"):
        monkeypatch.setitem(names, name, name)
    assert style_settings({"left": 4, "backgroundColor": "red", "zIndex": 3, "width": "50%"}) == [
        ":left", "4px", ":backgroundColor", "red", ":zIndex", "3", ":width", "50%",
    ]  # fmt: skip
    with pytest.raises(TypeError, match="not int"):
        style_settings(3)


def test_json():
    assert JSON.stringify({"a": [1, None, True, "é"]}) == '{"a":[1,null,true,"é"]}'
    assert JSON.stringify({"a": 1, "b": {"a": 2, "c": 3}}, ["a", "b"]) == '{"a":1,"b":{"a":2}}'
    assert JSON.stringify([1, 2], lambda key, value: value * 2 if key else value) == "[2,4]"
    assert JSON.stringify({"a": 1}, None, 2) == '{\n  "a": 1\n}'
    assert JSON.parse('{"a": [1]}', lambda key, value: value + 1 if key == "0" else value) == {
        "a": [2]
    }
    with pytest.raises(TypeError, match="object is not JSON serializable"):
        JSON.stringify(object())


def test_object_storage():
    plain: dict[str, str] = {}
    objects = ObjectStorage(plain)
    objects[["a", 1]] = {"b": [2]}
    assert plain == {'["a", 1]': '{"b": [2]}'}
    assert objects[["a", 1]] == {"b": [2]}
    assert objects.items() == [(["a", 1], {"b": [2]})]
    with pytest.raises(KeyError, match="nope"):
        objects["nope"]
    del objects[["a", 1]]
    assert len(objects) == 0

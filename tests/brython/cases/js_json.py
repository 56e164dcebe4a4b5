"""`javascript.JSON`, `window.JSON`."""

from browser import window
from javascript import JSON
from notes import done, record, see

record("parse", JSON.parse('{"a": [1, 2.5, true, null, "x"], "b": {"c": {}}}'))
record("parse, types", [type(JSON.parse(text)).__name__ for text in texts])
record("parse, null", JSON.parse("null") is None)
record("a dict's methods", sorted(JSON.parse('{"a": 1, "b": 2}').items()))
record("in", "a" in JSON.parse('{"a": 1}'))
see("no such key", lambda: JSON.parse('{"a": 1}')["b"])
see("get", lambda: JSON.parse('{"a": 1}').get("b", 5))
see("bad JSON", lambda: JSON.parse("{"))
record("stringify", JSON.stringify({"a": [1, 2.5, True, False, None, "é"], "b": {}}))
record("stringify, list", JSON.stringify([1, "x", {"y": (1, 2)}]))
record("stringify, values", [JSON.stringify(v) for v in ("s", 1, 1.5, True, None)])
see("stringify, int keys", lambda: JSON.stringify({1: "a"}))
see("stringify, indent", lambda: JSON.stringify({"a": 1}, None, 2))
see("stringify, a list of keys", lambda: JSON.stringify({"a": 1, "b": 2}, ["a"]))
see("stringify, a big int", lambda: JSON.stringify(2**60))
see("parse, a big int", lambda: JSON.parse("9007199254740993"))
see("stringify, a set", lambda: JSON.stringify({1}))
see("stringify, an object", lambda: JSON.stringify(object()))
see("stringify, quotes", lambda: JSON.stringify('a"b\n'))
see("there and back", lambda: JSON.parse(JSON.stringify({"a": [1, {"b": None}], "c": 1.5})))
record("window.JSON.stringify", window.JSON.stringify({"a": [1, None, True]}))
parsed = window.JSON.parse('{"a": [1, {"b": 2}]}')
record("window.JSON.parse", (parsed.a[0], parsed.a[1].b, parsed["a"][0]))
see("stringify of what window.JSON.parse gave", lambda: JSON.stringify(parsed))
see("stringify of a JavaScript array", lambda: JSON.stringify(window.eval("[1, 'x']")))
done()

"""`javascript.JSON`, `window.JSON`."""

from browser import window
from javascript import JSON
from notes import done, see

see("parse", lambda: JSON.parse('{"a": [1, 2.5, true, null, "x"], "b": {"c": {}}}'))
texts = ('{"a": 1}', "[1]", "1", "1.5", '"s"')
see("parse, types", lambda: [type(JSON.parse(text)).__name__ for text in texts])
see("parse, null", lambda: JSON.parse("null") is None)
see("a dict's methods", lambda: sorted(JSON.parse('{"a": 1, "b": 2}').items()))
see("in", lambda: "a" in JSON.parse('{"a": 1}'))
see("no such key", lambda: JSON.parse('{"a": 1}')["b"])
see("get", lambda: JSON.parse('{"a": 1}').get("b", 5))
see("bad JSON", lambda: JSON.parse("{"))
see("stringify", lambda: JSON.stringify({"a": [1, 2.5, True, False, None, "é"], "b": {}}))
see("stringify, list", lambda: JSON.stringify([1, "x", {"y": (1, 2)}]))
see("stringify, values", lambda: [JSON.stringify(v) for v in ("s", 1, 1.5, True, None)])
see("stringify, int keys", lambda: JSON.stringify({1: "a"}))
see("stringify, indent", lambda: JSON.stringify({"a": 1}, None, 2))
see("stringify, a list of keys", lambda: JSON.stringify({"a": 1, "b": 2}, ["a"]))
see("stringify, a big int", lambda: JSON.stringify(2**60))
see("parse, a big int", lambda: JSON.parse("9007199254740993"))
see("stringify, a set", lambda: JSON.stringify({1}))
see("stringify, an object", lambda: JSON.stringify(object()))
see("stringify, quotes", lambda: JSON.stringify('a"b\n'))
see("there and back", lambda: JSON.parse(JSON.stringify({"a": [1, {"b": None}], "c": 1.5})))
see("window.JSON.stringify", lambda: window.JSON.stringify({"a": [1, None, True]}))
parsed = window.JSON.parse('{"a": [1, {"b": 2}]}')
see("window.JSON.parse", lambda: (parsed.a[0], parsed.a[1].b, parsed["a"][0]))
see("stringify of what window.JSON.parse gave", lambda: JSON.stringify(parsed))
see("stringify of a JavaScript array", lambda: JSON.stringify(window.eval("[1, 'x']")))
done()

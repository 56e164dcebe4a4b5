"""dict, list, None and others on their way to JavaScript and back."""

from browser import document, html, window
from notes import done, see

kind = window.eval("(value) => Object.prototype.toString.call(value).slice(8, -1)")
text = window.eval("(value) => JSON.stringify(value)")
for name, value in (
    ("dict", {"a": 1, "b": [1, 2]}),
    ("list", [1, "x", None]),
    ("tuple", (1, 2)),
    ("str", "s"),
    ("int", 5),
    ("float", 1.5),
    ("True", True),
    ("nested", {"a": {"b": [{"c": None}]}}),
    ("an empty dict", {}),
):
    see(f"{name}: what it is there", lambda: kind(value))
    see(f"{name}: JSON", lambda: text(value))
see("None: what it is there", lambda: kind(None) in ("Null", "Undefined"))
see("a set", lambda: kind({1}))
see("bytes", lambda: kind(b"ab"))
see("a function", lambda: kind(print))
see("a node", lambda: kind(html.DIV()))
see("a big int", lambda: window.String(2**70))
see("an object of one's own", lambda: kind(object()))
data = window.eval("({x: 1, deep: {list: [1, {y: 2}], nothing: null}, items: 'own'})")
see("attributes", lambda: (data.x, data.deep.list[1].y, data.items))
see("items", lambda: (data["x"], data["deep"]["list"][0]))
see("null inside", lambda: data.deep.nothing is None)
see("missing", lambda: hasattr(data, "nope"))
see("reading a missing attribute", lambda: data.nope)
see("reading a missing item", lambda: data["nope"])
see("in", lambda: ("x" in data, "nope" in data))
data.x = 2
data["y"] = [1, 2]
see("set", lambda: (data.x, list(data.y), text(data)))
del data.y
see("deleted", lambda: hasattr(data, "y"))
see("to_dict", lambda: data.to_dict()["deep"]["list"][0])
see("iteration", lambda: sorted(data))
see("dict()", lambda: dict(window.eval("({a: 1})")))
see("len", lambda: len(window.eval("({a: 1, b: 2})")))
array = window.eval("[1, 2, 3]")
see("array", lambda: (len(array), array.length, array[0], list(array)))
see("array, negative", lambda: array[-1])
see("array, a slice", lambda: list(array[1:]))
see("array, out of range", lambda: array[9])
array.push(4)
see("push", lambda: list(array))
see("append", lambda: (array.append(5), list(array))[1])
see("in array", lambda: (2 in array, 9 in array))
see("join", lambda: array.join("-"))
see("equal to a list", lambda: window.eval("[1, 2]") == [1, 2])
see("a list plus", lambda: [*window.eval("[1]"), 2])
see("sum and max", lambda: (sum(window.eval("[1, 2]")), max(window.eval("[1, 2]"))))
see("isinstance list", lambda: isinstance(array, list))
see("sorted", lambda: sorted(window.eval("[3, 1, 2]")))
see("unpacked", lambda: (lambda a, b: (b, a))(*window.eval("[1, 2]")))
see("truth", lambda: (bool(window.eval("[]")), bool(window.eval("[0]")), bool(window.eval("({})"))))
box = document["box"]
box.names = ["a"]
box.names.append("b")
see("a list stored on a node", lambda: list(box.names))
window.shared = {"a": 1}
see("a dict stored on window", lambda: (window.shared["a"], window.eval("shared.a")))
window.shared["a"] = 2
see("changed in Python", lambda: window.eval("shared.a"))
window.eval("shared.a = 3")
see("changed in JavaScript", lambda: window.shared["a"])
window.nothing = None
see("None stored", lambda: window.eval("nothing == null"))
see("Uint8Array", lambda: list(window.Uint8Array.new([1, 255])))
see("Float32Array", lambda: list(window.Float32Array.new([1.5])))
see("a Date stays one", lambda: window.eval("(d) => d.getTime()")(window.Date.new(5)))
see("localStorage.getItem", lambda: window.localStorage.getItem("no such key") is None)
see("a str's methods", lambda: window.eval("'abc'").upper())
see("args", lambda: window.eval("(...args) => args.length")(*[1, 2, 3]))
done()

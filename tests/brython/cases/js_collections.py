"""`in`, `len` and `dict()` of JavaScript's collections; buffers; keyword arguments; `bind`."""

from browser import document, window
from notes import done, see

collections = {
    "Map": window.eval("new Map([['a', 1], ['b', 2]])"),
    "Set": window.eval("new Set(['a', 'b'])"),
    "FormData": window.eval("const f = new FormData(); f.append('a', '1'); f"),
    "Headers": window.eval("new Headers({a: '1'})"),
    "URLSearchParams": window.eval("new URLSearchParams('a=1&a=2&b=3')"),
}
for name, collection in collections.items():
    see(f"{name}: in", lambda: ("a" in collection, "z" in collection))
    see(f"{name}: len", lambda: len(collection))
    see(f"{name}: dict", lambda: "it" not in dict(collection))
    see(f"{name}: list", lambda: len(list(collection)))
    see(f"{name}: a method", lambda: collection.has("a"))
array = window.eval("new Uint8Array([1, 2, 3, 4])")
see("a typed array: list", lambda: list(array))
see("a typed array: bytes", lambda: bytes(array))
see("an ArrayBuffer: bytes", lambda: bytes(array.buffer))
see("a DataView: bytes", lambda: bytes(window.eval("(a) => new DataView(a.buffer, 1)")(array)))


def assigned(start, stop, step, values):
    array[start:stop:step] = values
    return list(array)


see("a slice", lambda: assigned(0, 2, 1, [9, 300]))
see("a slice with a step", lambda: assigned(None, None, -2, [5, 6]))
text = window.eval("(...values) => JSON.stringify(values)")
see("keywords", lambda: text(1, a=2, from_=[1]))
see("keywords of a method of a node", lambda: document.createElement("div", id="k").outerHTML)
see("keywords of new", lambda: window.Event.new("x", bubbles=True).bubbles)
see("bind", lambda: text.bind(None, 1, 2)(3))
see("bind with this", lambda: window.eval("(function () { return this.a })").bind({"a": 5})())


def raised():
    try:
        raise window.TypeError.new("boom")
    except Exception as error:
        return error.message


see("raise", raised)
done()

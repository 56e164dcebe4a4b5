"""`window.X`, `X.new`, constructors that are kept, properties."""

from browser import console, self, window
from notes import done, record, see

make = window.Date.new
Date = window.Date
record("new", make(2020, 0, 31).getDate())
record("new, again", (make(2020, 0, 31).getMonth(), Date.new(2020, 5, 1).getFullYear()))
record("a class called by name", window.Array.new(1, 2).length)
record("a function", (window.parseInt("12px"), window.Math.max(1, 7, 3), window.Math.PI > 3))
record("a static method kept", (lambda f: f(2, 8))(window.Math.pow))
record("a deep attribute", window.location.pathname.startswith("/brython"))
record("a missing attribute", hasattr(window, "noSuchThing"))
see("reading a missing attribute", lambda: window.noSuchThing)
window.someValue = 5
record("set", (window.someValue, window.eval("someValue + 1")))
window.someValue += 1
record("+=", window.someValue)
del window.someValue
record("deleted", hasattr(window, "someValue"))
record("getattr with a default", getattr(window, "nope", 3))
record("by item", (window["Math"].abs(-1), window["location"].hostname == window.location.hostname))
see("a missing item", lambda: window["noSuchThing"])
record("self", self.Math.abs(-2))
record("in", "Math" in window)
regexp = window.RegExp.new("a(b)c", "g")
record("RegExp", (regexp.test("xabc"), regexp.source))
record("replace", window.String.new("a-b").replace("-", "+"))
sets = window.Map.new()
sets.set("k", 1)
record("Map", (sets.get("k"), sets.size, sets.has("z")))
url = window.URL.new("http://example.org/a?b=1")
record("URL", (url.pathname, url.searchParams.get("b")))
record("encodeURIComponent", window.encodeURIComponent("a b&é"))
record("eval", (window.eval("1 + 1"), window.eval("'x'"), window.eval("0.5")))
record("types", [type(window.eval(code)).__name__ for code in ("1", "1.5", "'s'", "true")])
record("a whole float", repr(window.eval("4.0")))
record("a big number", window.eval("2 ** 53"))
record("null", window.eval("null") is None)
record("undefined", window.eval("undefined") is None)
record("null and undefined are falsy", (not window.eval("null"), not window.eval("undefined")))
record("NaN", window.eval("NaN") != window.eval("NaN"))
record("inf", window.eval("1/0") == float("inf"))
see("an exception of JavaScript", lambda: window.eval("throw new TypeError('x')"))
see("its message", lambda: message())
see("keywords", lambda: window.parseInt(string="12"))
see("calling what is no function", lambda: window.location.pathname())
record("Object.keys", list(window.Object.keys({"a": 1, "b": 2})))
record("console", [hasattr(console, name) for name in ("log", "error", "warn", "dir")])
record("XMLHttpRequest", hasattr(window.XMLHttpRequest, "new"))
record("str of a Date", str(window.Date.new(0)) != "")
record("Number", window.Number.new(5).toFixed(2))
record("a Symbol", window.Symbol.iterator is not None)


def message():
    try:
        window.eval("throw new Error('the message')")
    except Exception as error:
        return "the message" in str(error)


see("its message, once more", message)
done()

"""`window.X`, `X.new`, constructors in variables, properties."""

from browser import console, self, window
from notes import done, see

make = window.Date.new
Date = window.Date
see("new", lambda: make(2020, 0, 31).getDate())
see("new, again", lambda: (make(2020, 0, 31).getMonth(), Date.new(2020, 5, 1).getFullYear()))
see("a class called by name", lambda: window.Array.new(1, 2).length)
see("a function", lambda: (window.parseInt("12px"), window.Math.max(1, 7, 3), window.Math.PI > 3))
see("a static method kept", lambda: (lambda f: f(2, 8))(window.Math.pow))
see("a deep attribute", lambda: window.location.pathname.startswith("/brython"))
see("a missing attribute", lambda: hasattr(window, "noSuchThing"))
see("reading a missing attribute", lambda: window.noSuchThing)
window.someValue = 5
see("set", lambda: (window.someValue, window.eval("someValue + 1")))
window.someValue += 1
see("+=", lambda: window.someValue)
del window.someValue
see("deleted", lambda: hasattr(window, "someValue"))
see("getattr with a default", lambda: getattr(window, "nope", 3))
see("by item", lambda: (window["Math"].abs(-1), window["location"].protocol))
see("a missing item", lambda: window["noSuchThing"])
see("self", lambda: self.Math.abs(-2))
see("in", lambda: "Math" in window)
regexp = window.RegExp.new("a(b)c", "g")
see("RegExp", lambda: (regexp.test("xabc"), regexp.source))
see("replace", lambda: window.String.new("a-b").replace("-", "+"))
sets = window.Map.new()
sets.set("k", 1)
see("Map", lambda: (sets.get("k"), sets.size, sets.has("z")))
url = window.URL.new("http://example.org/a?b=1")
see("URL", lambda: (url.pathname, url.searchParams.get("b")))
see("encodeURIComponent", lambda: window.encodeURIComponent("a b&é"))
see("eval", lambda: (window.eval("1 + 1"), window.eval("'x'"), window.eval("0.5")))
see("types", lambda: [type(window.eval(code)).__name__ for code in ("1", "1.5", "'s'", "true")])
see("a whole float", lambda: repr(window.eval("4.0")))
see("a big number", lambda: window.eval("2 ** 53"))
see("null", lambda: window.eval("null") is None)
see("undefined", lambda: window.eval("undefined") is None)
see("null and undefined are falsy", lambda: (not window.eval("null"), not window.eval("undefined")))
see("NaN", lambda: window.eval("NaN") != window.eval("NaN"))
see("inf", lambda: window.eval("1/0") == float("inf"))
see("an exception of JavaScript", lambda: window.eval("throw new TypeError('x')"))
see("its message", lambda: message())
see("keywords", lambda: window.parseInt(string="12"))
see("calling what is no function", lambda: window.location.pathname())
see("Object.keys", lambda: list(window.Object.keys({"a": 1, "b": 2})))
see("console", lambda: [hasattr(console, name) for name in ("log", "error", "warn", "dir")])
see("XMLHttpRequest", lambda: hasattr(window.XMLHttpRequest, "new"))
see("str of a Date", lambda: str(window.Date.new(0)) != "")
see("Number", lambda: window.Number.new(5).toFixed(2))
see("a Symbol", lambda: window.Symbol.iterator is not None)


def message():
    try:
        window.eval("throw new Error('the message')")
    except Exception as error:
        return "the message" in str(error)


see("its message, once more", message)
done()

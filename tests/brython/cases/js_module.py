"""The rest of `javascript`."""

import javascript
from browser import document, html, window
from javascript import NULL, UNDEFINED, Date, Math, RegExp, this
from notes import done, see

see("Math", lambda: (Math.max(1, 2), Math.round(1.4)))
see("Date", lambda: Date.new(2020, 0, 31).getDate())
see("RegExp", lambda: RegExp.new("a").test("ba"))
see("NULL", lambda: window.eval("null") is NULL)
see("UNDEFINED", lambda: window.eval("undefined") is UNDEFINED)
see("falsy", lambda: (not NULL, not UNDEFINED))
see("String", lambda: javascript.String.new("x").length)
see("no such name", lambda: javascript.noSuchThing)
names = []
button = html.BUTTON("x", id="this")
document["box"] <= button
window.named = lambda event: names.append(this().id)
window.eval("document.getElementById('this').onclick = named")
button.click()
see("this", lambda: names)
see("JSObject", lambda: isinstance(window.eval("({})"), javascript.JSObject))
see("JSON", lambda: javascript.JSON.stringify([1]))
see("jsobj2pyobj", lambda: hasattr(javascript, "jsobj2pyobj"))
see("jsobj2pyobj of an array", lambda: list(javascript.jsobj2pyobj(window.eval("[1, 2]"))))
see("pyobj2jsobj of a list", lambda: window.Array.isArray(javascript.pyobj2jsobj([1])))
see(
    "types",
    lambda: (
        isinstance(NULL, javascript.NullType),
        isinstance(UNDEFINED, javascript.UndefinedType),
    ),
)
see("py2js", lambda: hasattr(javascript, "py2js"))
see("extends", lambda: hasattr(javascript, "extends"))
see("load", lambda: hasattr(javascript, "load"))
see("import_js", lambda: hasattr(javascript, "import_js"))
see("import_modules", lambda: hasattr(javascript, "import_modules"))
done()

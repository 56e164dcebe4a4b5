"""The rest of `javascript`."""

import javascript
from browser import document, html, window
from javascript import NULL, UNDEFINED, Date, Math, RegExp, this
from notes import done, record, see

record("Math", (Math.max(1, 2), Math.round(1.4)))
record("Date", Date.new(2020, 0, 31).getDate())
record("RegExp", RegExp.new("a").test("ba"))
record("NULL", window.eval("null") is NULL)
record("UNDEFINED", window.eval("undefined") is UNDEFINED)
record("falsy", (not NULL, not UNDEFINED))
record("String", javascript.String.new("x").length)
see("no such name", lambda: javascript.noSuchThing)
names = []
button = html.BUTTON("x", id="this")
document["box"] <= button
window.named = lambda: names.append(this().id)
window.eval("document.getElementById('this').onclick = named")
button.click()
see("this", lambda: names)
see("JSObject", lambda: isinstance(window.eval("({})"), javascript.JSObject))
see("JSON", lambda: javascript.JSON.stringify([1]))
see("jsobj2pyobj", lambda: hasattr(javascript, "jsobj2pyobj"))
see("py2js", lambda: hasattr(javascript, "py2js"))
see("extends", lambda: hasattr(javascript, "extends"))
see("load", lambda: hasattr(javascript, "load"))
see("import_js", lambda: hasattr(javascript, "import_js"))
see("import_modules", lambda: hasattr(javascript, "import_modules"))
done()

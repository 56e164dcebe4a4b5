"""`interpreter`."""

import sys

from browser import document, html
from interpreter import Inspector, Interpreter
from notes import attempt, done, see

document["box"] <= html.DIV(id="console", contenteditable="true")
streams = sys.stdout, sys.stderr  # Brython's console does not give them back
names = {"given": 5}
console = Interpreter("console", globals=names, banner=False)
zone = document["console"]
see("the prompt", lambda: zone.text.strip())
console.feed("given + 1")
see("a line", lambda: "given + 1" in zone.text and "\n6\n" in zone.text)
see("_", lambda: names["_"])
console.feed("x = 2")
see("x", lambda: names["x"])
console.feed("x / 0")
see("an error", lambda: "ZeroDivisionError: division by zero" in zone.text)
console.feed("print('printed')")
see("print", lambda: "\nprinted\n" in zone.text)
console.write("written")
see("write", lambda: "written" in zone.text)
console.write("<b>bold</b>")
see("write of HTML", lambda: (len(zone.select("b")), "<b>bold</b>" in zone.text))
print("by the program")
see("what the program prints is in the console", lambda: "by the program" in zone.text)
see("history", lambda: console.history)
console.feed("for i in range(2):\n    y = i")
see("several lines, an empty one later", lambda: "y" in names)
console.feed("if True:\n    z = 1\nz = 2")
see("lines after a block", lambda: names.get("z"))
document["box"] <= html.DIV(id="plain")
attempt("an element that is not editable", lambda: Interpreter("plain"))
document["box"] <= html.P(id="paragraph")
attempt("a paragraph", lambda: Interpreter("paragraph"))
attempt("no such element", lambda: Interpreter("nope"))


def function(value):
    return Inspector()


def inspected():
    inspector = function("of the function")
    value = inspector.locals["value"]
    inspector.dialog.close()
    return value


see("the inspector", inspected)
sys.stdout, sys.stderr = streams
done()

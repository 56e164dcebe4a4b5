"""`<=`: elements, text, numbers, sums, iterables."""

from browser import document, html
from notes import attempt, done, see, shown

box = document["box"]


def appended(name, content):
    box.clear()
    attempt(f"{name}: error", lambda: box <= content)
    shown(name)


appended("an element", html.B("x"))
appended("text", "<b>x</b> & y")
appended("an int", 5)
appended("a float", 5.5)
appended("a bool", True)
appended("None", None)
appended("a list", [html.B("x"), "text", 3])
appended("a tuple", (html.B("x"), html.I("y")))
appended("a generator", (html.LI(i) for i in range(3)))
appended("a map", map(html.B, "abc"))
appended("a list in a list", [html.B("x"), [html.I("y")]])
appended("a dict", {"key": html.B("value")})
appended("a range", range(3))
appended("a set", {"one"})
appended("bytes", b"ab")
appended("an object", object())
appended("a sum", html.B("x") + " and " + html.I("y"))
appended("a function", len)
box.clear()
box <= html.UL(html.LI("x")) <= html.LI("y")
shown("chained")
inner = html.SPAN("moved")
box.clear()
box <= inner
box <= html.P(inner)
shown("an element that is elsewhere")
see("what it gives", lambda: (html.DIV() <= html.B("x")) is not None)
box.clear()
attempt("attach: error", lambda: (box.attach("text"), box.attach(html.B("x"))))
shown("attach")
done()

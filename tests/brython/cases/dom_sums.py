"""Sums of elements and text."""

from browser import document, html
from notes import done, record, see, shown

box = document["box"]


def summed(name, function):
    box.clear()
    try:
        box <= function()
    except Exception as error:
        record(f"{name}: error", type(error).__name__)
    shown(name)


summed("node + node", lambda: html.B("x") + html.I("y"))
summed("node + str", lambda: html.B("x") + " <y>")
summed("str + node", lambda: "<y> " + html.B("x"))
summed("str + node + str + node", lambda: "a" + html.B("b") + "c" + html.I("d"))
summed("node + int", lambda: html.B("x") + 5)
summed("int + node", lambda: 5 + html.B("x"))
summed("node + list", lambda: html.B("x") + [html.I("y"), "z"])
summed("sum + sum", lambda: (html.B("a") + html.B("b")) + (html.I("c") + html.I("d")))
summed("str + sum", lambda: "s" + (html.B("a") + html.B("b")))
summed("sum()", lambda: sum(html.B(i) for i in range(3)))
summed("sum() with a start", lambda: sum((html.B(i) for i in range(2)), html.I("start")))
summed("sum() of texts and nodes", lambda: sum([html.B("x"), "text", html.I("y")]))
summed("+= of a sum", lambda: added())
summed("node * int", lambda: html.BR() * 2)
summed("int * node", lambda: 2 * html.B("x"))
summed("in a tag", lambda: html.P("a" + html.B("b") + html.I("c")))
summed("in a list", lambda: [html.B("x") + "y", html.I("z")])
see("node * 0", lambda: html.BR() * 0)
see("node * 1.5", lambda: html.BR() * 1.5)


def added():
    cells = html.TD("a") + html.TD("b")
    cells += html.TD("c")
    return html.TABLE(html.TR(cells))


summed("+= of a sum", added)
done()

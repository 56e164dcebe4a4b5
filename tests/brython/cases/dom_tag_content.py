"""What goes into `html.TAG(...)`."""

from browser import document, html
from notes import done, see


def made(name, function):
    see(name, lambda: function().outerHTML)


made("nothing", lambda: html.P())
made("text", lambda: html.P("text"))
made("markup", lambda: html.P("a <i>b</i> &amp; c"))
made("broken markup", lambda: html.P("1 < 2 & 3"))
made("an empty str", lambda: html.P(""))
made("an int", lambda: html.TD(0))
made("a float", lambda: html.TD(0.5))
made("a bool", lambda: html.TD(False))
made("None", lambda: html.TD(None))
made("an element", lambda: html.P(html.B("x")))
made("a list", lambda: html.UL([html.LI("a"), html.LI("b")]))
made("texts in a list", lambda: html.P(["<i>a</i>", html.B("b")]))
made("a generator", lambda: html.UL(html.LI(i) for i in range(2)))
made("a tuple", lambda: html.TR((html.TD("a"), html.TD("b"))))
made("a sum", lambda: html.P(html.B("x") + "y"))
made("a dict", lambda: html.P({"a": 1}))
made("an object", lambda: html.P(object()))
made("two contents", lambda: html.P("a", "b"))
made("a textarea", lambda: html.TEXTAREA("a<b", rows=3))
made("a script", lambda: html.SCRIPT("var x = 1 < 2"))
made("a table's row", lambda: html.TR("<td>a</td>"))
made("nested", lambda: html.TABLE(html.TR(html.TD(i * j) for i in range(2)) for j in range(2)))
made("a comment of HTML", lambda: html.P("<!-- c -->x"))
made("text from the page", lambda: html.P(document["box"].text))
made("a str of a subclass", lambda: html.P(type("S", (str,), {})("<b>x</b>")))
see("not in the page yet", lambda: html.P().parent is None)
done()

"""Keywords of `html.TAG(...)`."""

from browser import html
from notes import done, record, see


def made(name, function):
    see(name, lambda: function().outerHTML)


made("str", lambda: html.A("x", href="/a?b=1&c", title='"'))
made("Class", lambda: html.A("x", Class="a b"))
made("a class in small letters", lambda: html.A("x", **{"class": "a"}))
made("id", lambda: html.A("x", id="i"))
made("int", lambda: html.TD("x", colspan=2))
made("float", lambda: html.TD("x", title=1.5))
made("True", lambda: html.INPUT(disabled=True))
made("False", lambda: html.INPUT(disabled=False, checked=False))
made("None", lambda: html.INPUT(title=None))
made("an empty str", lambda: html.INPUT(title=""))
made("a list", lambda: html.INPUT(title=[1, 2]))
made("a hyphen", lambda: html.META(http_equiv="refresh", data_x_y=1))
made("a name with a hyphen", lambda: html.B("x", **{"aria-label": "a", "data-n": 5}))
made("For", lambda: html.LABEL("x", For="f"))
made("a keyword of Python", lambda: html.LABEL("x", **{"for": "f"}))
made("capitals", lambda: html.TD("x", colSpan=2, Title="t"))
made("style, a dict", lambda: html.B("x", style={"color": "red", "fontSize": "2em"}))
made("style, hyphens", lambda: html.B("x", style={"background-color": "red", "font-size": "3px"}))
made("style, ints", lambda: html.B("x", style={"left": 4, "top": 5, "width": 6, "height": 7}))
made("style, border", lambda: html.B("x", style={"borderWidth": 2, "border-style": "solid"}))
made("style, zIndex", lambda: html.B("x", style={"zIndex": 3, "opacity": 0.5}))
made("style, float", lambda: html.B("x", style={"float": "left"}))
made("style, a str", lambda: html.B("x", style="color: red"))
made("style, a float", lambda: html.B("x", style={"left": 4.5}))
made("style, a margin", lambda: html.B("x", style={"margin": 5}))
made("style, a variable", lambda: html.B("x", style={"--main": "1"}))
made("value", lambda: html.INPUT(type="text", value="v"))
made("draggable", lambda: html.B("x", draggable=True))
made("contenteditable", lambda: html.B("x", contenteditable="true"))
made("onclick, a str", lambda: html.B("x", onclick="f()"))
made("without content", lambda: html.IMG(src="data:,", alt=""))
see("checked", lambda: html.INPUT(type="checkbox", checked=True).checked)
see("not checked", lambda: html.INPUT(type="checkbox", checked=False).checked)
see("selected", lambda: html.OPTION("x", value=1, selected=True).selected)
see("the value of an int", lambda: html.OPTION("x", value=1).value)
see("readonly", lambda: html.INPUT(readonly=True).readOnly)
seen = []
button = html.BUTTON("x", onclick=lambda event: seen.append(event.type))
button.click()
record("onclick, a function", seen)
done()

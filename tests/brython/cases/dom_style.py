"""`style`, by dict and by attribute."""

from browser import document, html
from notes import attempt, done, see, shown

box = document["box"]
item = html.DIV("x", style={"color": "red"})
box <= item
item.style = {"backgroundColor": "blue", "font-size": "2em"}
shown("a dict keeps the others")
item.style.color = "green"
item.style.marginLeft = "5px"
shown("by attribute")
item.style["paddingTop"] = "6px"
item.style["border-top-width"] = "1px"
shown("by item")
see("read", lambda: (item.style.color, item.style.fontSize, item.style["color"], item.style.top))
item.style = {"left": 10, "top": 20, "width": 30, "height": 40}
shown("ints of a dict")
item.style.left = 11
item.style.width = "31px"
see("an int by attribute", lambda: (item.style.left, item.style.width))
item.style.color = ""
see("an empty str", lambda: item.style.color)
item.style.display = "none"
see("display", lambda: item.style.display)
item.style.cssText = "color: red"
shown("cssText")
attempt("a str", lambda: setattr(item, "style", "color: blue"))
shown("after a str")
attempt("an int", lambda: setattr(item, "style", 3))
see("setProperty", lambda: (item.style.setProperty("color", "teal"), item.style.color)[1])
see("no such property", lambda: item.style.nope)
see("float", lambda: (setattr(item.style, "cssFloat", "left"), item.style.cssFloat)[1])
item.style = {"cssText": "color: blue"}
shown("cssText of a dict")
item.style = {}
shown("an empty dict")
item.style = {"zIndex": 5, "opacity": 0.5, "margin": 3}
shown("numbers without px")
item.style = {"left": 1.5, "top": "2em"}
shown("a float, a str")
item.attrs["style"] = "color: red"
shown("attrs")
done()

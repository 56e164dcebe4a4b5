"""`left`, `top`, `width`, `height`, `abs_left`, `scrolled_left`: pixels."""

from browser import document, html, window
from notes import attempt, done, record, see, shown

box = document["box"]
item = html.DIV("x", style={"position": "absolute", "left": 0, "top": 0})
box <= item
item.left = 10
item.top = 20
item.width = 30
item.height = 40
shown("set")
record("read", (item.left, item.top, item.width, item.height))
record("types", [type(item.left).__name__, type(item.width).__name__])
record("style", (item.style.left, item.style.width))
record("abs", (item.abs_left, item.abs_top))
record("scrolled", (item.scrolled_left, item.scrolled_top))
record("x and y", (item.x, item.y))
item.left += 5
item.top -= 5
record("+=", (item.left, item.top))
record("offset", (item.offsetLeft, item.offsetTop, item.offsetWidth, item.offsetHeight))
record("client", (item.clientWidth, item.clientHeight))
rectangle = item.getBoundingClientRect()
record("rectangle", (rectangle.left, rectangle.top, rectangle.width))
attempt("a str", lambda: setattr(item, "width", "50%"))
record("after a str", item.width)
attempt("a str with px", lambda: setattr(item, "left", "7px"))
record("after a str with px", item.left)
see("a float", lambda: (setattr(item, "left", 7.6), item.left, item.style.left)[1:])
item.style.left = "3px"
record("by style", item.left)
loose = html.DIV()
loose.width = 50
record("outside the page", (loose.width, loose.style.width))
see("without a style", lambda: html.DIV().left)
canvas = html.CANVAS(width=300, height=150)
record("a canvas", (canvas.width, canvas.height))
canvas.width = 200
record("a canvas, set", (canvas.width, canvas.style.width, canvas.attrs["width"]))
image = html.IMG(width=20, height=10)
see("an image", lambda: (image.width, image.height))
see("left of a loose one with a style", lambda: html.DIV(style={"left": 4}).left)
box.style = {"height": "3000px"}
window.scrollTo(0, 100)
record("scrolled page", (item.abs_top, item.scrolled_top))
window.scrollTo(0, 0)
box.style.overflow = "scroll"
box.scrollTop = 5
record("scrollTop", box.scrollTop)
done()

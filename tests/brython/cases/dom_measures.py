"""`left`, `top`, `width`, `height`, `abs_left`, `scrolled_left`: pixels."""

from browser import document, html, window
from notes import attempt, done, see, shown

box = document["box"]
item = html.DIV("x", style={"position": "absolute", "left": 0, "top": 0})
box <= item
item.left = 10
item.top = 20
item.width = 30
item.height = 40
shown("set")
see("read", lambda: (item.left, item.top, item.width, item.height))
see("types", lambda: [type(item.left).__name__, type(item.width).__name__])
see("style", lambda: (item.style.left, item.style.width))
see("abs", lambda: (item.abs_left, item.abs_top))
see("scrolled", lambda: (item.scrolled_left, item.scrolled_top))
see("x and y", lambda: (item.x, item.y))
item.left += 5
item.top -= 5
see("+=", lambda: (item.left, item.top))
see("offset", lambda: (item.offsetLeft, item.offsetTop, item.offsetWidth, item.offsetHeight))
see("client", lambda: (item.clientWidth, item.clientHeight))
rectangle = item.getBoundingClientRect()
see("rectangle", lambda: (rectangle.left, rectangle.top, rectangle.width))
attempt("a str", lambda: setattr(item, "width", "50%"))
see("after a str", lambda: item.width)
attempt("a str with px", lambda: setattr(item, "left", "7px"))
see("after a str with px", lambda: item.left)
see("a float", lambda: (setattr(item, "left", 7.6), item.left, item.style.left)[1:])
item.style.left = "3px"
see("by style", lambda: item.left)
loose = html.DIV()
loose.width = 50
see("outside the page", lambda: (loose.width, loose.style.width))
see("without a style", lambda: html.DIV().left)
canvas = html.CANVAS(width=300, height=150)
see("a canvas", lambda: (canvas.width, canvas.height))
canvas.width = 200
see("a canvas, set", lambda: (canvas.width, canvas.style.width, canvas.attrs["width"]))
image = html.IMG(width=20, height=10)
see("an image", lambda: (image.width, image.height))
see("left of a loose one with a style", lambda: html.DIV(style={"left": 4}).left)
box.style = {"height": "3000px"}
window.scrollTo(0, 100)
see("scrolled page", lambda: (item.abs_top, item.scrolled_top))
window.scrollTo(0, 0)
box.style.overflow = "scroll"
box.scrollTop = 5
see("scrollTop", lambda: box.scrollTop)
done()

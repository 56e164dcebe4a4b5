"""Options of `bind`, what a listener returns, listeners that raise."""

from browser import document, html, window
from notes import done, later, record, see

box = document["box"]
button = html.BUTTON("x")
box <= button
seen = []
button.bind("click", lambda event: seen.append("once"), {"once": True})
button.click()
button.click()
see("once", lambda: list(seen))
seen.clear()
button.bind("click", lambda event: seen.append("button"))
box.bind("click", lambda event: seen.append("box, capturing"), True)
box.bind("click", lambda event: seen.append("box"))
button.click()
see("capture", lambda: list(seen))
seen.clear()
link = html.A("x", href="#elsewhere")
box <= link


def returns_false(event):
    seen.append("returns")
    return False


box.unbind("click")
link.bind("click", returns_false)
link.click()
see("return False", lambda: (list(seen), window.location.hash))
window.history.replaceState("", "", window.location.pathname)


def fails(event):
    raise KeyError("in a listener")


def after(event):
    seen.append("the other listener")


def over():
    record("after one that raises", list(seen))
    done()


seen.clear()
button.unbind("click")
button.bind("click", fails)
button.bind("click", after)
button.click()


def no_arguments():
    seen.append("never")


other = html.BUTTON("y")
other.bind("click", no_arguments)
other.click()
see("the script goes on", lambda: "yes")
later(over)

"""`@bind` with a selector, a node, a list, and with other objects."""

from browser import DOMNode, bind, document, html, window
from notes import done, see

box = document["box"]
box <= (html.LI(i, Class="item", id=f"item{i}") for i in range(3))
seen = []


@bind(".item", "click")
def item(event):
    seen.append(event.target.text)


for node in box.children:
    node.click()
see("a class", lambda: list(seen))
seen.clear()


@bind("#item1", "click")
def one(event):
    seen.append("by id")


document["item1"].click()
see("an id", lambda: list(seen))
seen.clear()


@bind(document["item2"], "click")
@bind(document, "click")
def two(event):
    seen.append(event.currentTarget.nodeName)


document["item2"].click()
see("stacked", lambda: [name for name in seen if name != "2"])
document.unbind("click")
seen.clear()


@bind(window, "custom")
def on_window(event):
    seen.append(event.type)


window.dispatchEvent(window.Event.new("custom"))
see("window", lambda: list(seen))
see("window.unbind", lambda: window.unbind("custom"))
window.dispatchEvent(window.Event.new("custom"))
see("window, unbound", lambda: list(seen))
seen.clear()


@bind("nothing.matches", "click")
def nothing(event):
    pass


see("no match", lambda: nothing.__name__)


def several():
    @bind(list(box.children), "dblclick")
    def listed(event):
        seen.append(event.target.text)

    for node in box.children:
        node.dispatchEvent(window.Event.new("dblclick"))
    return list(seen)


see("a list", several)
seen.clear()


def collection():
    @bind(document.select(".item"), "mouseover")
    def listed(event):
        seen.append(event.target.text)

    box.children[0].dispatchEvent(window.Event.new("mouseover"))
    return list(seen)


see("what select gives", collection)


def bad():
    @bind("[[", "click")
    def never(event):
        pass


see("a bad selector", bad)
see("DOMNode", lambda: isinstance(box, DOMNode))
done()

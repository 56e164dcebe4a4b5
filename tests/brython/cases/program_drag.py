"""Drag and drop, with `ev.data`; drawing by the mouse; a form that is checked."""

from browser import bind, document, html, window
from notes import done, record, see, shown

box = document["box"]
box <= html.DIV(html.IMG(id="source", draggable=True, alt="s"), id="from") + html.DIV(id="to")
transfer = window.DataTransfer.new()


def fire(node, name, **options):
    options.update(bubbles=True, cancelable=True, dataTransfer=transfer)
    event = window.DragEvent.new(name, options)
    node.dispatchEvent(event)
    return event.defaultPrevented


@bind("#source", "dragstart")
def start(event):
    event.data["text/plain"] = event.target.id
    event.data.effectAllowed = "move"


@bind("#to", "dragover")
def over(event):
    event.preventDefault()
    event.data.dropEffect = "move"


@bind("#to", "drop")
def drop(event):
    event.preventDefault()
    name = event.data["text/plain"]
    event.target <= document[name]
    document[name].draggable = False
    document[name].style.cursor = "auto"


fire(document["source"], "dragstart")
see("data", lambda: transfer.getData("text/plain"))
record("over", fire(document["to"], "dragover"))
fire(document["to"], "drop")
shown("dropped")

box.clear()
panel = html.DIV(style={"position": "absolute", "left": 0, "top": 0, "width": 50}, id="panel")
box <= panel
at = []


def down(event):
    at[:] = [panel.left - event.x, panel.top - event.y]
    document.bind("mousemove", move)
    document.bind("mouseup", up)


def move(event):
    panel.left = event.x + at[0]
    panel.top = event.y + at[1]


def up(event):
    document.unbind("mousemove", move)
    document.unbind("mouseup")


panel.bind("mousedown", down)
for name, x in (("mousedown", 5), ("mousemove", 15), ("mouseup", 15), ("mousemove", 99)):
    options = {"clientX": x, "clientY": x, "bubbles": True}
    panel.dispatchEvent(window.MouseEvent.new(name, options))
shown("moved")

box.html = '<form><input name="age" value="x"><span class="error"></span><button>Go</button></form>'


@bind("#box form", "submit")
def check(event):
    event.preventDefault()
    form = event.currentTarget
    field = form.select_one("[name=age]")
    if not field.value.isdigit():
        form.select_one(".error").text = f"{field.value!r} is no number"
        field.class_name = "wrong"
    else:
        form.select_one(".error").html = "<b>fine</b>"
        field.classList.remove("wrong")


document.select_one("#box button").click()
shown("wrong")
document.select_one("#box input").value = "30"
document.select_one("#box button").click()
shown("right")
done()

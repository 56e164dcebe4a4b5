"""A page that mypy (strict) and pyright accept: a form, a list, events, storage, timers."""

from typing import assert_type

from browser import (
    DOMEvent,
    DOMNode,
    HTMLNotAllowedError,
    NoBrowserError,
    alert,
    bind,
    confirm,
    console,
    doc,
    document,
    highlight,
    html,
    is_webworker,
    load,
    local_storage,
    object_storage,
    prompt,
    run_script,
    scope,
    self,
    session_storage,
    svg,
    template,
    timer,
    webcomponent,
    websocket,
    win,
    window,
    worker,
)
from browser.widgets.dialog import EntryDialog, InfoDialog, Input
from browser.widgets.menu import Menu
from javascript import JSON, Date, JSObject

# Elements ----------------------------------------------------------------------------------------

rows = html.UL(html.LI(name, Class="row", style={"color": "teal"}) for name in ("a", "b"))
form = html.FORM(
    html.LABEL("Name " + html.INPUT(name="name", required=True))
    + html.BUTTON("Send", type="submit", onclick=lambda ev: ev.preventDefault())
    + html.P(3.5),
    id="form",
    data_step=2,
)
document <= rows + form + html.BR() * 2  # noqa: B015
document.attach(["text", 5, html.B("bold"), (html.I(x) for x in "xy")])
document <= svg.svg(svg.circle(cx=5, cy=5, r=4, stroke_width=2))  # noqa: B015
assert_type(rows, html.UL)
assert_type(html.UL("x") <= "y", html.UL)


class Panel(html.DIV):
    def __init__(self, title: str) -> None:
        super().__init__(html.H2(title), Class="panel")


panel: DOMNode = Panel("Settings")
made = html.maketag("my-tag")("content")
some_class: type[DOMNode] = html.tags["DIV"]

# Finding -----------------------------------------------------------------------------------------

field = document["name"]
assert_type(field, DOMNode)
assert_type(document.select(".row")[0], DOMNode)
assert_type(document.select_one(".row"), DOMNode | None)
assert_type(field.parent, DOMNode | None)
assert_type(field.children[0], DOMNode)
assert_type(document[html.LI][0], DOMNode)
assert_type(document.query.getlist("page"), list[str])
if row := document.select_one(".row"):
    row.text = row.text.strip() or 5
    row.html = "<b>x</b>"
for node in document.body:
    node.classList.add("seen", "old")
    if node.classList.contains("old"):
        node.classList.toggle("old")

# Attributes --------------------------------------------------------------------------------------

assert_type(field.value, str)
assert_type(field.checked, bool)
assert_type(field.style.color, str)
assert_type(field.width, int)
assert_type(field.attrs["href"], str)
assert_type(field.attrs.get("href"), str | None)
field.value = 5
field.left = field.abs_left + 1.5
field.disabled = not field.value
field.style.backgroundColor = "white"
field.style = {"color": "red", "width": 50}
field.style = "color: red"
field.attrs["max"] = 5
field.anyPropertyOfJavaScript = [field.anyOther]
field.focus()
context = document["canvas"].getContext("2d")
context.fillRect(0, 0, 5, 5)
names = [file.name for file in field.files]

# Events ------------------------------------------------------------------------------------------


@bind("#form", "submit")
def submitted(ev: DOMEvent) -> None:
    ev.preventDefault()
    assert_type(ev.target, DOMNode)
    assert_type(ev.key, str)
    assert_type(ev.x, int)


@bind(document.select("li"), "click", {"once": True})
async def clicked(ev: DOMEvent) -> None:
    name = await Input("Name")
    ev.target.text = name


@field.bind("input")
def changed(ev: DOMEvent) -> str:
    return ev.target.value


@bind(window, "resize")
def resized(ev: DOMEvent) -> None:
    console.log(window.innerWidth, ev.type)


assert_type(field.bind("click", clicked), DOMNode)
field.bind("keydown", lambda ev: ev.key == "Enter" and submitted(ev))
field.bind("keydown", print)
field.unbind("click", clicked)
field.dispatchEvent(DOMEvent("mine"))
window.bind("message", lambda ev: print(ev.data))

# The rest ----------------------------------------------------------------------------------------


def tick(name: str, count: int = 1) -> None:
    console.log(name * count)


handle: int = timer.set_timeout(tick, 500, "a", 2)
timer.set_interval(lambda: tick("b"), 1000)
timer.clear_timeout(None)
timer.request_animation_frame(lambda time: console.log(time / 1000))

assert_type(local_storage.storage["theme"], str)
session_storage.storage["theme"] = "dark"
object_storage.ObjectStorage(local_storage.storage)["sizes"] = [1, 2]

answer: str | None = prompt("Name?", "Ann")
if confirm("Sure?") and not is_webworker:
    alert(answer)


def refreshed(ev: DOMEvent, shown: template.Template) -> None:
    shown.data.name = ev.target.value


template.Template("greeting", [refreshed]).render(name="Ann")

socket = websocket.WebSocket("wss://example.org", "chat")
socket.bind("message", lambda ev: console.log(ev.data))
socket.send("hello")
worker.create_worker(
    "sums", onready=lambda it: it.send([1, 2]), onmessage=lambda ev: print(ev.data)
)

InfoDialog("Saved", html.P("All is well"), remove_after=3)
asked = EntryDialog("Name", "Your name", ok="Go")
asked.bind("entry", lambda ev: alert(asked.value))

menu = Menu(document["zone"])
menu.add_menu("File").add_item("Save", lambda ev: print(ev.target)).classList.add("first")
menu.add_link(html.B("Help"), "#help")


class Light(html.DIV):
    observedAttributes = ("color",)

    def attributeChangedCallback(
        self, name: str, old: str | None, new: str | None, namespace: str | None
    ) -> None:
        self.closest("body").title = f"{name}: {old}, {new}"


webcomponent.define("traffic-light", Light, {})
component: type | None = webcomponent.get("traffic-light")

today: JSObject = Date.new(2026, 0, 31)
text: str = JSON.stringify({"a": [1, None]}, space=2)
load("library.js")
run_script("print(1)", "one")
document <= highlight.highlight("x = 1")  # noqa: B015
assert (doc, win, scope) == (document, window, self)
try:
    field.html = "<i>x</i>"
except (HTMLNotAllowedError, NoBrowserError) as error:
    console.warn(str(error))

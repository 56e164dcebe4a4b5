"""The event: target, currentTarget, preventDefault, stopPropagation, keys, pointers."""

from browser import document, html, window
from notes import done, record, see

box = document["box"]
link = html.A(html.B("x", id="inner"), href="#elsewhere", id="link")
box <= link
seen = []


def on_link(event):
    seen.append(
        (
            event.type,
            event.target.id,
            event.currentTarget.id,
            event.target == document["inner"],
            event.bubbles,
            event.cancelable,
            event.defaultPrevented,
        )
    )
    event.preventDefault()
    seen.append(event.defaultPrevented)


def on_box(event):
    seen.append(("box", event.target.id, event.currentTarget.id))


link.bind("click", on_link)
box.bind("click", on_box)
document["inner"].click()
see("bubbles", lambda: list(seen))
see("default prevented", lambda: window.location.hash)
seen.clear()
link.unbind("click")
link.bind("click", lambda event: (event.preventDefault(), event.stopPropagation()))
document["inner"].click()
see("stopPropagation", lambda: list(seen))
link.unbind("click")
link.bind("click", lambda event: event.preventDefault())
link.bind("click", lambda event: event.stopImmediatePropagation())
link.bind("click", lambda event: seen.append("never"))
document["inner"].click()
see("stopImmediatePropagation", lambda: list(seen))
field = html.INPUT()
box <= field
keys = {"key": "a", "keyCode": 65, "which": 65, "code": "KeyA", "ctrlKey": True, "bubbles": False}


def on_key(event):
    seen.append((event.key, event.code, event.ctrlKey, event.shiftKey, event.keyCode, event.which))
    see("char", lambda: event.char)


seen.clear()
field.bind("keydown", on_key)
field.dispatchEvent(window.KeyboardEvent.new("keydown", keys))
see("keys", lambda: list(seen))
seen.clear()


def on_mouse(event):
    seen.append((event.x, event.y, event.clientX, event.clientY, event.button, event.buttons))


field.bind("mousedown", on_mouse)
field.dispatchEvent(window.MouseEvent.new("mousedown", {"clientX": 5, "clientY": 6, "button": 2}))
see("mouse", lambda: list(seen))
seen.clear()
field.bind("mine", lambda event: seen.append((event.type, event.detail["a"], event.isTrusted)))
field.dispatchEvent(window.CustomEvent.new("mine", {"detail": {"a": [1]}}))
see("a CustomEvent", lambda: [(t, list(a), trusted) for t, a, trusted in seen])
seen.clear()
field.bind("input", lambda event: seen.append(event.target.value))
field.value = "typed"
field.dispatchEvent(window.Event.new("input"))
see("input", lambda: list(seen))
seen.clear()
field.bind("mouseenter", lambda event: seen.append(event.relatedTarget is None))
field.dispatchEvent(window.MouseEvent.new("mouseenter"))
see("relatedTarget", lambda: list(seen))
seen.clear()


def odd(event):
    see("no such attribute", lambda: event.nope)
    record("hasattr", (hasattr(event, "type"), hasattr(event, "nope")))
    record("getattr", getattr(event, "nope", "default"))
    record("a property of one's own", (setattr(event, "mine", 5), event.mine)[1])
    record("timeStamp", event.timeStamp > 0)
    record("the name of its class", type(event).__name__)


field.bind("odd", odd)
field.dispatchEvent(window.Event.new("odd"))
field.bind("trigger", lambda event: seen.append(event.type))
see("trigger", lambda: (field.trigger("trigger"), list(seen))[1])
seen.clear()
form = html.FORM(html.INPUT(name="a") + html.BUTTON("go"))
box <= form
form.bind("submit", lambda event: (event.preventDefault(), seen.append(event.target == form)))
form.select_one("button").click()
see("submit", lambda: list(seen))
done()

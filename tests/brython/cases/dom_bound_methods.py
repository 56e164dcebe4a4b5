"""Methods of nodes as listeners and timers; a document's own names; `aio.event`; `html.tags`."""

from browser import aio, document, html, timer, window
from notes import done, record, see

box = document["box"]
button, a, b, c = html.BUTTON(), html.I("a"), html.I("b"), html.I("c")
box <= button + a + b + c


def left():
    return [node.text for node in box.select("i")]


button.bind("click", b.remove)
button.click()
see("a listener", left)
timer.set_timeout(a.remove, 1)
window.setTimeout(c.remove, 1)
see("closest of the document", lambda: hasattr(document, "closest"))
see("closest", lambda: button.closest("div") is not None)
see("coords", lambda: html.AREA(coords=(1, 2, 3, 4)).attrs["coords"])
see("points", lambda: html.AREA(coords=[1, 2]).attrs["coords"])
before = len(html.tags)
html.maketag("new-tag")
see("tags grow", lambda: len(html.tags) - before)
see("a tag of them", lambda: html.tags["new-tag"] is getattr(html, "new-tag"))
del html.tags["new-tag"], html.tags["ACRONYM"]
see("tags shrink", lambda: (len(html.tags) - before, "ACRONYM" in html.tags))
see("the class is still there", lambda: html.ACRONYM().tagName)
html.tags["ACRONYM"] = html.ACRONYM
see("a tag again", lambda: len(html.tags) - before)


async def main():
    window.setTimeout(lambda: button.dispatchEvent(window.Event.new("two")), 20)
    try:
        event = await aio.event(button, "one", "two")
        record("event", (event.type, event.target is button))
    except TypeError:
        record("event", "TypeError")
    while left():
        await aio.sleep(0.01)
    record("timers", left())
    done()


aio.run(main())

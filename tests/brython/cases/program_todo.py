"""A to-do list, as pages write it: adds, ticks, removes, counts, remembers."""

from browser import bind, document, html, window
from browser.local_storage import storage
from javascript import JSON
from notes import done, record, shown

storage.clear()
box = document["box"]
box <= html.INPUT(id="what") + html.BUTTON("Add", id="add")
box <= html.UL(id="items")
box <= html.P("Left: " + html.SPAN(0, id="left"))


def save():
    items = [
        {"text": li.select_one("span").text, "done": "done" in list(li.classList)}
        for li in document["items"].children
    ]
    storage["items"] = JSON.stringify(items)
    document["left"].text = len([item for item in items if not item["done"]])


def toggle(event):
    event.currentTarget.parent.classList.toggle("done")
    save()


def remove(event):
    event.target.closest("li").remove()
    save()


def add_item(text):
    li = html.LI()
    check = html.INPUT(type="checkbox")
    check.bind("change", toggle)
    button = html.BUTTON("×", Class="remove", title=f"Remove {text}")
    button.bind("click", remove)
    li <= check + html.SPAN() + button
    li.select_one("span").text = text
    document["items"] <= li


@bind("#add", "click")
def add(event):
    text = document["what"].value.strip()
    if text:
        add_item(text)
        document["what"].value = ""
        save()


for text in ("milk & <eggs>", "", "bread", "tea"):
    document["what"].value = text
    document["add"].click()
shown("three items")
checks = document.select("#items input")
checks[1].checked = True
checks[1].dispatchEvent(window.Event.new("change"))
document.select("#items .remove")[0].click()
shown("one ticked, one removed")
record("stored", storage["items"])
document["items"].clear()
for item in JSON.parse(storage["items"]):
    add_item(item["text"])
    if item["done"]:
        document["items"].children[-1].classList.add("done")
save()
shown("loaded again")
storage.clear()
done()

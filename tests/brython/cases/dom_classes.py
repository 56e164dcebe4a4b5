"""`class_name`, `classList`."""

from browser import document, html
from notes import done, record, see, shown

box = document["box"]
item = html.P("x", Class="a")
box <= item
record("class_name", (item.class_name, item.className, item.attrs["class"]))
item.class_name = "b c"
shown("class_name, set")
item.className += " d"
shown("className +=")
item.classList.add("e")
item.classList.remove("b")
record("contains", (item.classList.contains("e"), item.classList.contains("b")))
item.classList.toggle("t")
shown("classList")
record("toggle", (item.classList.toggle("t"), item.classList.toggle("t", True)))
item.classList.replace("t", "r")
item.classList.add("f", "g")
shown("several")
record("iteration", list(item.classList))
record("len", (len(item.classList), item.classList.length))
record("in", "c" in list(item.classList))
see("in the list itself", lambda: "c" in item.classList)
record("item", (item.classList[0], item.classList.item(0)))
record("no class", (html.P().class_name, len(html.P().classList)))
see("Class", lambda: (setattr(item, "Class", "z"), item.class_name)[1])
see("empty name", lambda: item.classList.add(""))
item.class_name = ""
shown("emptied")
done()

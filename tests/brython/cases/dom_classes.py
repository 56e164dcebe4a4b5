"""`class_name`, `classList`."""

from browser import document, html
from notes import done, see, shown

box = document["box"]
item = html.P("x", Class="a")
box <= item
see("class_name", lambda: (item.class_name, item.className, item.attrs["class"]))
item.class_name = "b c"
shown("class_name, set")
item.className += " d"
shown("className +=")
item.classList.add("e")
item.classList.remove("b")
see("contains", lambda: (item.classList.contains("e"), item.classList.contains("b")))
item.classList.toggle("t")
shown("classList")
see("toggle", lambda: (item.classList.toggle("t"), item.classList.toggle("t", True)))
item.classList.replace("t", "r")
item.classList.add("f", "g")
shown("several")
see("iteration", lambda: list(item.classList))
see("len", lambda: (len(item.classList), item.classList.length))
see("in", lambda: "c" in list(item.classList))
see("in the list itself", lambda: "c" in item.classList)
see("item", lambda: (item.classList[0], item.classList.item(0)))
see("no class", lambda: (html.P().class_name, len(html.P().classList)))
see("Class", lambda: (setattr(item, "Class", "z"), item.class_name)[1])
see("empty name", lambda: item.classList.add(""))
item.class_name = ""
shown("emptied")
done()

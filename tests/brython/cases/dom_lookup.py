"""`document`: by id, `in`, `del`, by class, by selector, by name."""

from browser import document, html
from notes import done, see

document["box"].html = '<p id="one" class="a">1</p><ul id="list"><li name="n">x</li><li>y</li></ul>'
see("by id", lambda: (document["one"].text, document["one"].tagName))
see("the same each time", lambda: document["one"] is document["one"])
see("equal", lambda: document["one"] == document.getElementById("one"))
see("elt", lambda: document["one"].elt.id)
see("no such id", lambda: document["nope"])
see("the error names it", lambda: "nope" in str(KeyError("nope")))
see("in", lambda: ("one" in document, "nope" in document))
see("by class", lambda: [item.text for item in document[html.LI]])
see("by class, none", lambda: len(document[html.TABLE]))
see("select", lambda: [item.text for item in document.select("#list li")])
see("select, none", lambda: len(document.select("table")))
see("select in an element", lambda: [item.text for item in document["list"].select("li")])
see("select_one", lambda: document.select_one("ul > li").text)
see("select_one, none", lambda: document.select_one("table") is None)
see("select_one in an element", lambda: document["box"].select_one(".a").id)
see("get by selector", lambda: [item.text for item in document.get(selector="li")])
see("get by name", lambda: [item.text for item in document.get(name="n")])
see("get by name, in an element", lambda: [item.text for item in document["list"].get(name="n")])
see("get by id", lambda: [item.text for item in document.get(id="one")])
see("get by tag", lambda: [item.text for item in document.get(tag="LI")])
see("get by classname", lambda: [item.text for item in document.get(classname="a")])
see("get of nothing", lambda: len(document.get()))
see("a bad selector", lambda: document.select("[["))
see("a bad selector of one", lambda: document.select_one("[["))
del document["one"]
see("deleted", lambda: ("one" in document, document["box"].html))
see("deleted twice", lambda: document.__delitem__("one"))
done()

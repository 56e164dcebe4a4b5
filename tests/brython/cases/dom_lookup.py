"""`document`: by id, `in`, `del`, by class, by selector, by name."""

from browser import document, html
from notes import done, record, see

document["box"].html = '<p id="one" class="a">1</p><ul id="list"><li name="n">x</li><li>y</li></ul>'
record("by id", (document["one"].text, document["one"].tagName))
record("the same each time", document["one"] is document["one"])
record("equal", document["one"] == document.getElementById("one"))
record("elt", document["one"].elt.id)
see("no such id", lambda: document["nope"])
see("the error names it", lambda: "nope" in str(KeyError("nope")))
record("in", ("one" in document, "nope" in document))
record("by class", [item.text for item in document[html.LI]])
record("by class, none", len(document[html.TABLE]))
record("select", [item.text for item in document.select("#list li")])
record("select, none", len(document.select("table")))
record("select in an element", [item.text for item in document["list"].select("li")])
record("select_one", document.select_one("ul > li").text)
record("select_one, none", document.select_one("table") is None)
record("select_one in an element", document["box"].select_one(".a").id)
record("get by selector", [item.text for item in document.get(selector="li")])
record("get by name", [item.text for item in document.get(name="n")])
record("get by name, in an element", [item.text for item in document["list"].get(name="n")])
record("get by id", [item.text for item in document.get(id="one")])
see("get by tag", lambda: [item.text for item in document.get(tag="LI")])
see("get by classname", lambda: [item.text for item in document.get(classname="a")])
see("get of nothing", lambda: len(document.get()))
see("a bad selector", lambda: document.select("[["))
see("a bad selector of one", lambda: document.select_one("[["))
see("an int", lambda: document[3])
del document["one"]
record("deleted", ("one" in document, document["box"].html))
see("deleted twice", lambda: document.__delitem__("one"))
done()

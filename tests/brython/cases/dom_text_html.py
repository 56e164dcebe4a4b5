"""`text`, `html`, `value`."""

from browser import document, html
from notes import done, record, see, shown

box = document["box"]
box.text = "<b>x</b>"
shown("text")
record("text, read", (box.text, box.html))
box.html = "<b>x</b> y"
shown("html")
record("html, read", (box.text, box.html))
box.text = 5
shown("text of an int")
box.html = 6.5
shown("html of a float")
box.html = html.B("node").outerHTML
shown("outerHTML")
see("text of None", lambda: (setattr(box, "text", None), box.text)[1])
see("html of None", lambda: (setattr(box, "html", None), box.html)[1])
see("html of a list", lambda: (setattr(box, "html", [1, 2]), box.html)[1])
box.html = "<p>one</p><p>two</p><span style='display:none'>hidden</span>"
record("text of paragraphs", box.text)
record("textContent", box.textContent)
box.html += "<p>three</p>"
record("html +=", len(box.children))
loose = html.DIV("a<br>b")
record("text outside the page", loose.text)
box.html = "a&amp;b&lt;c&nbsp;d"
record("entities", (box.text, box.html))
field = html.INPUT(value="start")
box.clear()
box <= field
field.value = "changed"
record("value", (field.value, field.attrs["value"]))
field.value = 5
record("value of an int", field.value)
field.value = ""
record("empty value", field.value)
see("value of None", lambda: (setattr(field, "value", None), field.value)[1])
field.value += "more"
record("value +=", field.value)
area = html.TEXTAREA("lines\nof text")
record("textarea", (area.value, area.text))
area.value = "other"
record("textarea, changed", (area.value, area.html))
select = html.SELECT(html.OPTION(name, value=i) for i, name in enumerate("abc"))
select.value = 2
record("select", (select.value, select.selectedIndex))
record("text of a text node", document.createTextNode("t").text)
see("html of a text node", lambda: document.createTextNode("t").html)
record("value of a DIV", hasattr(html.DIV(), "value"))
record("innerHTML", (setattr(box, "innerHTML", "<i>x</i>"), box.html)[1])
box.clear()
record("cleared", (box.html, box.text, len(box)))
done()

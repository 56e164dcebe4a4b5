"""`text`, `html`, `value`."""

from browser import document, html
from notes import done, see, shown

box = document["box"]
box.text = "<b>x</b>"
shown("text")
see("text, read", lambda: (box.text, box.html))
box.html = "<b>x</b> y"
shown("html")
see("html, read", lambda: (box.text, box.html))
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
see("text of paragraphs", lambda: box.text)
see("textContent", lambda: box.textContent)
box.html += "<p>three</p>"
see("html +=", lambda: len(box.children))
loose = html.DIV("a<br>b")
see("text outside the page", lambda: loose.text)
box.html = "a&amp;b&lt;c&nbsp;d"
see("entities", lambda: (box.text, box.html))
field = html.INPUT(value="start")
box.clear()
box <= field
field.value = "changed"
see("value", lambda: (field.value, field.attrs["value"]))
field.value = 5
see("value of an int", lambda: field.value)
field.value = ""
see("empty value", lambda: field.value)
see("value of None", lambda: (setattr(field, "value", None), field.value)[1])
field.value += "more"
see("value +=", lambda: field.value)
area = html.TEXTAREA("lines\nof text")
see("textarea", lambda: (area.value, area.text))
area.value = "other"
see("textarea, changed", lambda: (area.value, area.html))
select = html.SELECT(html.OPTION(name, value=i) for i, name in enumerate("abc"))
select.value = 2
see("select", lambda: (select.value, select.selectedIndex))
see("text of a text node", lambda: document.createTextNode("t").text)
see("html of a text node", lambda: document.createTextNode("t").html)
see("value of a DIV", lambda: hasattr(html.DIV(), "value"))
see("innerHTML", lambda: (setattr(box, "innerHTML", "<i>x</i>"), box.html)[1])
box.clear()
see("cleared", lambda: (box.html, box.text, len(box)))
done()

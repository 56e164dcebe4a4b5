"""Fields: `checked`, `disabled`, `options`, `files`, `form`, `focus`."""

from browser import document, html, window
from notes import done, record, see, shown

box = document["box"]
check = html.INPUT(type="checkbox", checked=True)
box <= check
record("checked", check.checked)
check.checked = False
record("unchecked", (check.checked, "checked" in check.attrs))
check.disabled = True
shown("disabled")
check.disabled = False
record("enabled", check.disabled)
box.clear()
radios = [html.INPUT(type="radio", name="r", value=v) for v in "ab"]
box <= radios
radios[0].checked = True
radios[1].checked = True
record("radio", [r.checked for r in radios])
record("which", [r.value for r in document.get(name="r") if r.checked])
select = html.SELECT(html.OPTION(f"text {i}", value=i) for i in range(3))
box <= select
record("select", (select.value, select.selectedIndex, len(select.options)))
select.selectedIndex = 2
record("selected", [o.selected for o in select.options])
record("option", (select.options[1].value, select.options[1].text))
record("last option", select.options[-1].value if len(select.options) == 3 else None)
select.options.append(html.OPTION("new", value="n"))
see("options.append", lambda: [o.value for o in select.options])
select.options.insert(0, html.OPTION("first", value="f"))
see("options.insert", lambda: [o.value for o in select.options])
del select.options[0]
record("del options[0]", [o.value for o in select.options])
select <= html.OPTION("appended", value="a", selected=True)
record("appended", (select.value, len(select.options)))
multiple = html.SELECT((html.OPTION(i, value=i) for i in range(3)), multiple=True)
multiple.options[0].selected = True
multiple.options[2].selected = True
record("multiple", [o.value for o in multiple.options if o.selected])
record("selectedOptions", [o.value for o in multiple.selectedOptions])
upload = html.INPUT(type="file")
record("no files", (len(upload.files), upload.files.length, [f.name for f in upload.files]))
transfer = window.DataTransfer.new()
transfer.items.add(window.File.new(["abc"], "a.txt"))
transfer.items.add(window.File.new(["de"], "b.txt"))
upload.files = transfer.files
record("files", [(f.name, f.size) for f in upload.files])
record("files[0]", (upload.files[0].name, len(upload.files), upload.elt.files[0].name))
form = html.FORM(html.INPUT(name="a", value="1") + html.INPUT(name="b", value="2"))
box <= form
record("elements", [(e.name, e.value) for e in form.elements])
record("form of a field", form.elements[0].form == form)
form.elements[0].value = "changed"
form.reset()
record("reset", form.elements[0].value)
form.elements[0].focus()
record("focus", document.activeElement == form.elements[0])
area = html.TEXTAREA("some words")
box <= area
area.select()
record("select()", (area.selectionStart, area.selectionEnd))
record("select_one in a form", form.select_one("[name=b]").value)
done()

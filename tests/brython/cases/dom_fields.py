"""Fields: `checked`, `disabled`, `options`, `files`, `form`, `focus`."""

from browser import document, html, window
from notes import attempt, done, see, shown

box = document["box"]
check = html.INPUT(type="checkbox", checked=True)
box <= check
see("checked", lambda: check.checked)
check.checked = False
see("unchecked", lambda: (check.checked, "checked" in check.attrs))
check.disabled = True
shown("disabled")
check.disabled = False
see("enabled", lambda: check.disabled)
box.clear()
radios = [html.INPUT(type="radio", name="r", value=v) for v in "ab"]
box <= radios
radios[0].checked = True
radios[1].checked = True
see("radio", lambda: [r.checked for r in radios])
see("which", lambda: [r.value for r in document.get(name="r") if r.checked])
select = html.SELECT(html.OPTION(f"text {i}", value=i) for i in range(3))
box <= select
see("select", lambda: (select.value, select.selectedIndex, len(select.options)))
select.selectedIndex = 2
see("selected", lambda: [o.selected for o in select.options])
see("option", lambda: (select.options[1].value, select.options[1].text))
see("last option", lambda: select.options[-1].value if len(select.options) == 3 else None)
attempt("options.append", lambda: select.options.append(html.OPTION("new", value="n")))
attempt("options.insert", lambda: select.options.insert(0, html.OPTION("first", value="f")))
attempt("del options[0]", lambda: select.options.__delitem__(0))
see("the options now", lambda: [o.value for o in select.options])
attempt("options.add", lambda: select.options.add(html.OPTION("added", value="+")))
attempt("options.remove", lambda: select.options.remove(1))
see("the options then", lambda: [o.value for o in select.options])
select <= html.OPTION("appended", value="a", selected=True)
see("appended", lambda: (select.value, len(select.options)))
multiple = html.SELECT((html.OPTION(i, value=i) for i in range(3)), multiple=True)
multiple.options[0].selected = True
multiple.options[2].selected = True
see("multiple", lambda: [o.value for o in multiple.options if o.selected])
see("selectedOptions", lambda: [o.value for o in multiple.selectedOptions])
upload = html.INPUT(type="file")
see("no files", lambda: (len(upload.files), upload.files.length, [f.name for f in upload.files]))
transfer = window.DataTransfer.new()
transfer.items.add(window.File.new(["abc"], "a.txt"))
transfer.items.add(window.File.new(["de"], "b.txt"))
upload.files = transfer.files
see("files", lambda: [(f.name, f.size) for f in upload.files])
see("files[0]", lambda: (upload.files[0].name, len(upload.files), upload.elt.files[0].name))
form = html.FORM(html.INPUT(name="a", value="1") + html.INPUT(name="b", value="2"))
box <= form
see("elements", lambda: [(e.name, e.value) for e in form.elements])
see("form of a field", lambda: form.elements[0].form == form)
form.elements[0].value = "changed"
form.reset()
see("reset", lambda: form.elements[0].value)
form.elements[0].focus()
see("focus", lambda: document.activeElement == form.elements[0])
area = html.TEXTAREA("some words")
box <= area
area.select()
see("select()", lambda: (area.selectionStart, area.selectionEnd))
see("select_one in a form", lambda: form.select_one("[name=b]").value)
done()

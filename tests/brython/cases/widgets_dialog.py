"""`browser.widgets.dialog`, `browser.highlight`."""

from browser import document
from browser.highlight import highlight
from browser.widgets.dialog import Dialog, EntryDialog, InfoDialog
from notes import done, record, see

info = InfoDialog("Title", "the <b>message</b>", ok="Got it", left=15, top=26)
record("info", (info.select_one(".brython-dialog-title").text, info.inside(document.body)))
record("info, message", info.select_one(".brython-dialog-panel").text)
record("info, at", (info.left, info.top))
record("info, the button", info.select_one("button").text)
info.select_one("button").click()
record("info, closed", info.inside(document.body))
seen = []
entry = EntryDialog("Title", "Name")
entry.bind("entry", lambda event: (seen.append(entry.value), entry.close()))
entry.select_one("input").value = "Ann"
entry.select_one("button").click()
record("entry", (seen, entry.inside(document.body)))
both = Dialog("Title", ok_cancel=True)
record("labels", [button.text for button in both.select("button")])
see("ok_button", lambda: both.ok_button.text)
both.cancel_button.click()
record("cancelled", both.inside(document.body))
plain = Dialog("Title")
plain.panel <= "content"
record("panel", plain.panel.text)
see("close", lambda: plain.close())
record("closed", plain.inside(document.body))
shown = highlight('def f(x):  # "no"\n    return "<b>"')
see("highlight", lambda: (shown.tagName, shown.text))
see("highlight, keywords", lambda: [s.text for s in shown.select(".python-keyword")])
done()

"""`browser.widgets.dialog`, `browser.highlight`."""

from browser import document
from browser.highlight import highlight
from browser.widgets.dialog import Dialog, EntryDialog, InfoDialog
from notes import done, see

info = InfoDialog("Title", "the <b>message</b>", ok="Got it", left=15, top=26)
see("info", lambda: (info.select_one(".brython-dialog-title").text, info.inside(document.body)))
see("info, message", lambda: "the message" in info.select_one(".brython-dialog-panel").text)
see("info, at", lambda: (info.left, info.top))
see("info, the button", lambda: info.select_one("button").text)
info.select_one("button").click()
see("info, closed", lambda: info.inside(document.body))
seen = []
entry = EntryDialog("Title", "Name")
entry.bind("entry", lambda event: (seen.append(entry.value), entry.close()))
entry.select_one("input").value = "Ann"
entry.select_one("button").click()
see("entry", lambda: (seen, entry.inside(document.body)))
both = Dialog("Title", ok_cancel=True)
see("labels", lambda: [button.text for button in both.select("button")])
see("ok_button", lambda: both.ok_button.text)
both.cancel_button.click()
see("cancelled", lambda: both.inside(document.body))
plain = Dialog("Title")
plain.panel <= "content"
see("panel", lambda: plain.panel.text)
see("close", lambda: plain.close())
see("closed", lambda: plain.inside(document.body))
shown = highlight('def f(x):  # "no"\n    return "<b>"')
see("highlight", lambda: (shown.tagName, shown.text))
see("highlight, keywords", lambda: [s.text for s in shown.select(".python-keyword")])
done()

"""`document` itself: body, head, title, what is appended to it, its attributes."""

from browser import doc, document, html, win, window
from notes import done, record, see

record("short names", (doc is document, win is window))
record("body and head", (document.body.tagName, document.head.tagName))
record("documentElement", document.documentElement.tagName)
before = len(document.body.childNodes)
document <= html.P("appended", id="appended")
document <= "text"
document.body <= html.B("to the body")
added = document.body.child_nodes[before:]
record("appended", [node.nodeName for node in added])
record("appended to", document["appended"].parent.tagName)
record("attach", (document.attach(html.I("attached")), document.body.children[-1].text)[1])
record("title", (setattr(document, "title", "new"), document.title)[1])
record("nodeType", document.nodeType)
record("readyState", document.readyState)
record("location", document.location.pathname == window.location.pathname)
record("cookie", (setattr(document, "cookie", "k=v"), "k=v" in document.cookie)[1])
document.cookie = "k=v; max-age=0"
record("activeElement", document.activeElement.tagName)
record("window.document", window.document == document)
record("text and html", ("appended" in document.text, "<b>" in document.html))
record("query", len(document.query.keys()) if hasattr(document.query, "keys") else "no keys")
see("children", lambda: document.children[0].tagName)
see("parent", lambda: document.parent is None)
record("forms", document.forms.length)
record("a node in document", document["appended"] in document)
record("another in document", html.P() in document)
done()

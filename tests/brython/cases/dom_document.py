"""`document` itself: body, head, title, what is appended to it, its attributes."""

from browser import doc, document, html, win, window
from notes import done, see

see("short names", lambda: (doc is document, win is window))
see("body and head", lambda: (document.body.tagName, document.head.tagName))
see("documentElement", lambda: document.documentElement.tagName)
before = len(document.body.childNodes)
document <= html.P("appended", id="appended")
document <= "text"
document.body <= html.B("to the body")
added = list(document.body.childNodes)[before:]
see("appended", lambda: [node.nodeName for node in added])
see("appended to", lambda: document["appended"].parent.tagName)
see("attach", lambda: document.attach(html.I("attached")) is not None)
see("title", lambda: (setattr(document, "title", "new"), document.title)[1])
see("nodeType", lambda: document.nodeType)
see("readyState", lambda: document.readyState)
see("location", lambda: document.location.pathname == window.location.pathname)
see("cookie", lambda: (setattr(document, "cookie", "k=v"), "k=v" in document.cookie)[1])
document.cookie = "k=v; max-age=0"
see("activeElement", lambda: document.activeElement.tagName)
see("window.document", lambda: window.document == document)
see("text and html", lambda: ("appended" in document.text, "<b>" in document.html))
see("query", lambda: len(document.query.keys()) if hasattr(document.query, "keys") else "no keys")
see("children", lambda: document.children[0].tagName)
see("parent", lambda: document.parent is None)
see("forms", lambda: document.forms.length)
see("a node in document", lambda: document["appended"] in document)
see("another in document", lambda: html.P() in document)
done()

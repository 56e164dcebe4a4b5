"""There are no such elements."""

from browser import html, svg

html.DVI("x")  # reject: attr-defined | reportAttributeAccessIssue
svg.circel(r=5)  # reject: attr-defined | reportAttributeAccessIssue
html.P(None, "more")  # reject: call-arg | reportCallIssue
html.P(object())  # reject: arg-type | reportArgumentType

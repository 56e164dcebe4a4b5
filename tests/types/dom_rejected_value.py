"""Properties have types."""

from browser import document, local_storage

field = document["name"]
field.checked = "yes"  # reject: assignment | reportAttributeAccessIssue
field.left = "5px"  # reject: assignment | reportAttributeAccessIssue
field.abs_left = 5  # reject: assignment | reportAttributeAccessIssue
field.style.color = 5  # reject: assignment | reportAttributeAccessIssue
field <= None  # reject: operator | reportOperatorIssue # noqa: B015
local_storage.storage["size"] = 5  # reject: assignment | reportArgumentType

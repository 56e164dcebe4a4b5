"""`browser` has no such name."""

from browser import documnet  # reject: attr-defined | reportAttributeAccessIssue

print(documnet)

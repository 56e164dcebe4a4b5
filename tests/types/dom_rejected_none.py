"""`select_one` returns None when nothing matches."""

from browser import document

document["form"].select_one(".row").text = "x"  # reject: union-attr | reportOptionalMemberAccess
print(document["form"].parent.id)  # reject: union-attr | reportOptionalMemberAccess

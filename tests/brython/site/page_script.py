"""Of the pages with `onload="brython(2)"`: a script by its address."""

from browser import document

document["p"].html = f"<i>{__name__}</i>"

"""The browser's own XMLHttpRequest, from Python."""

from browser import window
from notes import done, record


def changed(*arguments):
    if xhr.readyState == 4:
        record("answer", (xhr.status, xhr.responseText))


xhr = window.XMLHttpRequest.new()
xhr.open("GET", "/text", True)
xhr.addEventListener("loadend", done)
xhr.send()
xhr.onreadystatechange = changed

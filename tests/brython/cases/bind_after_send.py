from browser import ajax
from notes import done

req = ajax.Ajax()
req.open("GET", "/text")
req.send()
req.bind("complete", done)

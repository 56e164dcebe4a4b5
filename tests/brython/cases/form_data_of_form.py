"""`form_data(form)` has the fields of the form."""

from browser import ajax, document
from notes import done, record


def complete(req):
    record("fields", req.json["form"])
    done()


document["colour"].value = "blue"
req = ajax.Ajax()
req.bind("complete", complete)
req.open("POST", "/echo")
req.send(ajax.form_data(document["form"]))

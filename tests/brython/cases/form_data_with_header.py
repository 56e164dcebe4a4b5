"""FormData beside a header multipart/form-data without a boundary."""

from browser import ajax
from notes import done, record


def complete(req):
    echo = req.json
    record("the server finds the field", echo["form"])
    done()


form_data = ajax.form_data()
form_data.append("x", "1")
headers = {"Content-Type": "multipart/form-data"}
ajax.post("/echo", data=form_data, headers=headers, oncomplete=complete)

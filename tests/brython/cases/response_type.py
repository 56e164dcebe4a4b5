"""`responseType` set by hand."""

from browser import ajax
from notes import done, expect, record

expect(3)


def ask(response_type):
    def complete(req):
        record(f"{response_type}: reads back", req.responseType)
        try:
            record(f"{response_type}: read()", req.read())
        except Exception as error:
            record(f"{response_type}: read()", type(error).__name__)
        done()

    req = ajax.Ajax()
    req.bind("complete", complete)
    req.open("GET", "/json")
    req.responseType = response_type
    req.send()


for response_type in ("", "json", "arraybuffer"):
    ask(response_type)

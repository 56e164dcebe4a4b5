from browser import ajax, window
from notes import done, later, record

calls = []


def over():
    record("calls", calls)
    done()


file = window.File.new(["abc"], "a.txt")
ajax.file_upload(
    "/delay?seconds=1.2",
    file,
    timeout=0.4,
    ontimeout=lambda: calls.append("timeout"),
    oncomplete=lambda req: calls.append(("complete", req.status)),
)
later(over, 1600)

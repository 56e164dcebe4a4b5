"""A listener of readystatechange beside `complete`."""

from browser import ajax
from notes import done, later, record

calls = []


def over():
    record("calls", sorted(set(calls)))
    done()


ajax.get(
    "/text",
    onreadystatechange=lambda event: calls.append("readystatechange"),
    oncomplete=lambda req: calls.append("complete"),
    onloadend=lambda event: later(over),
)

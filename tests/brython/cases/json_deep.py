"""JSON that is nested 6,000 levels deep."""

from browser import ajax
from notes import done, expect, record

expect(2)

TEXT = "[" * 6000 + "]" * 6000


def noted(name):
    def complete(req):
        try:
            value = req.json
            levels = 0
            while value:
                value = value[0]
                levels += 1
            record(name, levels + 1)
        except Exception as error:
            record(name, type(error).__name__)
        done()

    return complete


url = "/raw?type=application/json"
ajax.post(url, data=TEXT, mode="json", oncomplete=noted("mode json"))
ajax.post(url, data=TEXT, oncomplete=noted("mode text"))

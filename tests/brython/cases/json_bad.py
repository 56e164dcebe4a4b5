"""Text that is not JSON."""

from browser import ajax
from notes import done, expect, record

expect(2)


def noted(name):
    def complete(req):
        try:
            value = req.json
        except ValueError:
            record(name, "ValueError")
        except Exception as error:
            record(name, "another error" if error else "")
        else:
            record(name, value)
        done()

    return complete


ajax.get("/json?body=%7B", cache=True, mode="json", oncomplete=noted("mode json"))
ajax.get("/json?body=%7B", cache=True, oncomplete=noted("mode text"))

"""`timeout=` and `ontimeout=` of each function: what is called, with how many arguments."""

from browser import ajax
from notes import done, later, record

calls = {}


def over():
    for name in calls:
        record(name, calls[name])
    done()


def cached(name):
    return {"cache": True} if name in ("get", "delete") else {}


def ask(name):
    calls[name] = []
    getattr(ajax, name)(
        f"/delay?seconds=3&name={name}",
        timeout=0.4,
        **cached(name),
        ontimeout=lambda *arguments: calls[name].append(("timeout", len(arguments))),
        oncomplete=lambda req: calls[name].append(("complete", req.status)),
    )


for name in ("get", "delete", "post", "put", "patch"):
    ask(name)
later(over, 5000)

"""A blocking request with a timeout, in a script's body."""

from browser import ajax
from notes import done, record

calls = []
ajax.get(
    "/delay?seconds=1",
    blocking=True,
    cache=True,
    timeout=0.2,
    ontimeout=lambda: calls.append("timeout"),
    oncomplete=lambda req: calls.append(("complete", req.status)),
)
record("calls", calls)
done()

"""`timeout=` without `ontimeout=`."""

from browser import ajax
from notes import done, later, record

calls = []


def over():
    record("calls", calls)
    done()


ajax.get("/hang", timeout=0.2, oncomplete=lambda req: calls.append(("complete", req.status)))
later(over, 800)

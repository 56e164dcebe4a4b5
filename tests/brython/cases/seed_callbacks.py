"""S24: a callback for each event."""

from browser import ajax
from notes import done, record

seen = []


def complete(req):
    seen.append(("complete", req.readyState))
    record("seen", seen)
    done()


ajax.get(
    "/text",
    onloaded=lambda req: seen.append(("loaded", req.readyState)),
    oninteractive=lambda req: seen.append(("interactive", req.readyState)),
    oncomplete=complete,
)

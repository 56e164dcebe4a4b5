from browser import ajax
from notes import done, record

seen = []


def complete(req):
    record("bytes sent", seen[-1] if seen else None)
    done()


ajax.post(
    "/upload",
    data=b"x" * 300_000,
    onuploadprogress=lambda event: seen.append(event.loaded),
    oncomplete=complete,
)

# Uploads two megabytes of random bytes, with a progress bar.
import random

from browser import ajax, document, html

bar = html.PROGRESS(max=1, value=0)
result = html.PRE("Sending…")
document <= html.P(html.LABEL(["Upload ", bar])) + result


def progress(ev):
    bar.value = ev.loaded / ev.total


def complete(req):
    bar.value = 1
    for file in req.json["files"]:
        result.text = f"{file['filename']}: {file['size']} bytes, sha256 {file['sha256'][:12]}…"


ajax.file_upload(
    "/api/upload",
    random.randbytes(2_000_000),
    onuploadprogress=progress,
    oncomplete=complete,
)

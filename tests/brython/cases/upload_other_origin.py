"""A preflight (OPTIONS) to another origin: only with an upload callback."""

from browser import ajax, window
from notes import done, expect

expect(2)
headers = {"Content-Type": "text/plain"}
url = window.other_origin + "/echo?cors=star"
ajax.post(url, data="x", headers=headers, oncomplete=done)
ajax.post(
    url + "&watched=1",
    data="x",
    headers=headers,
    onuploadprogress=lambda event: None,
    oncomplete=done,
)

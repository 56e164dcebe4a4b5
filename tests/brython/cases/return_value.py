from browser import ajax
from notes import done, expect, record

expect(2)
record("get", ajax.get("/text", oncomplete=done) is None)
req = ajax.get("/text", blocking=True)
record("blocking get", None if req is None else (req.status, req.text))
req = ajax.post("/echo", data="x", blocking=True)
record("blocking post", None if req is None else req.status)
done()

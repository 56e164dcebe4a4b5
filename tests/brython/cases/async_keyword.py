from browser import ajax
from notes import done, record

calls = []
ajax.get("/text", async=False, oncomplete=calls.append)
record("answered when get returned", len(calls) == 1)
done()

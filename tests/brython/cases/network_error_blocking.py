from browser import ajax
from notes import attempt, done, record

calls = []
attempt(
    "blocking get",
    lambda: ajax.get("http://localhost:1/x", blocking=True, oncomplete=lambda r: calls.append(0)),
)
record("calls", calls)
done()

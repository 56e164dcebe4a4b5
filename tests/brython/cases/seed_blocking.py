"""S7: the script waits for the response, and for `complete`."""

from browser import ajax
from notes import done, record

calls = []
req = ajax.Ajax()
req.bind("complete", lambda req: calls.append(req.status))
req.open("GET", "/text?body=here", False)
req.send()
record("calls", calls)
record("answer", (req.readyState, req.status, req.text))
done()

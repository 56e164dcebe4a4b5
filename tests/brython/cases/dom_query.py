"""`document.query`."""

from browser import document, window
from notes import done, record, see

before = window.location.href
window.history.replaceState("", "", "?a=1&b=x%20y&a=2&e=")
try:
    query = document.query
    record("one", query["b"])
    record("two", list(query["a"]))
    see("empty", lambda: query["e"])
    see("none", lambda: query["c"])
    record("in", ("a" in query, "c" in query))
    see("get", lambda: query.get("c", 5))
    see("getfirst", lambda: (query.getfirst("a"), query.getfirst("b"), query.getfirst("c", 6)))
    see("getlist", lambda: (query.getlist("a"), query.getlist("b"), query.getlist("c")))
    see("getvalue", lambda: (query.getvalue("a"), query.getvalue("b"), query.getvalue("c", 7)))
    see("keys", lambda: sorted(query.keys()))
    see("iteration", lambda: sorted(key for key in query))
    see("len", lambda: len(query))
    see("str", lambda: str(query))
    query["a"] = "3"
    see("changed", lambda: (query["a"], str(query)))
finally:
    window.history.replaceState("", "", before)
done()

"""Line breaks and bad names; where the error is raised."""

from browser import ajax
from notes import attempt, done


def set_header(name, value):
    req = ajax.Ajax()
    req.open("GET", "/text")
    req.set_header(name, value)


attempt("get, CR LF", lambda: ajax.get("/text", headers={"X-One": "a\r\nY: b"}))
attempt("get, bad name", lambda: ajax.get("/text", headers={"a b": "1"}))
attempt("set_header, CR LF", lambda: set_header("X-One", "a\r\nY: b"))
attempt("set_header, bad name", lambda: set_header("a b", "1"))
done()

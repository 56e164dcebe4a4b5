"""Browsers let no page send CONNECT or TRACE."""

from browser import ajax
from notes import done, record


def attempt(name, function):
    try:
        function("/echo")
    except Exception as error:
        record(name, "a Python error" if isinstance(error, ValueError) else "a JS error")
        record(f"{name}: says that browsers forbid it", "browsers do not let" in str(error))


attempt("connect", ajax.connect)
attempt("trace", ajax.trace)
done()

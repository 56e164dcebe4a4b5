"""What a script has: its name, its arguments, `exec`, `help`, `dir`."""

import sys

from browser import document, html, window
from notes import done, record, see

record("__name__", __name__)
see("sys.argv", lambda: (type(sys.argv).__name__, len(sys.argv)))
see("__file__", lambda: __file__.rpartition("/")[2].partition("#")[2])


def executed(code):
    names = {}
    exec(code, names)
    return names["x"]


x = 1
exec("x = 2; y = [x]")
see("exec", lambda: (x, y))  # noqa: F821
see("exec with a namespace", lambda: executed("def f(): return 3\nx = f()"))
see("exec with an import", lambda: executed("from browser import html\nx = html.B('b').outerHTML"))
see("exec of a syntax error", lambda: executed("x = = 1"))
see("eval", lambda: eval("x + 1"))
see("compile", lambda: eval(compile("x * 5", "made", "eval")))


def helped(*what):
    """What `help` prints."""
    lines, stdout = [], sys.stdout

    class Stream:
        def write(self, text):
            lines.append(text)

        def flush(self):
            pass

    sys.stdout = Stream()
    try:
        help(*what)
    finally:
        sys.stdout = stdout
    return "".join(lines)


def described():
    """What this is for."""


see("help", lambda: "What this is for." in helped(described))
see("help of a built-in function", lambda: "len" in helped(len))
see("help of a node", lambda: len(helped(document)) > 100)
node = html.DIV("text", id="dir")
see("dir(document)", lambda: {"select", "getElementById", "body", "bind"} <= set(dir(document)))
see("dir of a node", lambda: {"text", "html", "style", "attrs", "innerHTML"} <= set(dir(node)))
see("dir of a style", lambda: {"color", "backgroundColor"} <= set(dir(node.style)))
see("dir(window)", lambda: {"setTimeout", "location", "Date", "Math"} <= set(dir(window)))
see("dir of Math", lambda: {"max", "PI"} <= set(dir(window.Math)))
see("dir of a Map", lambda: {"get", "set", "has"} <= set(dir(window.Map.new())))
done()

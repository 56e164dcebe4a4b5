import io
import os
import sys
from pathlib import Path

from browser import window

notes = {}


def attempt(name, function):
    try:
        notes[name] = function()
    except Exception as error:
        notes[name] = f"{type(error).__name__}: {error}"


def read(*arguments, **keywords):
    with open(*arguments, **keywords) as file:
        return file.read()


# input and print
attempt("input", lambda: input("Name? "))
attempt("input, cancelled", lambda: input())
print("at once", end="")
window.console.log("after it")
print(1, 2, sep="-", end=" ")
print("a line", end="\n")
print("to a buffer", end="", file=io.StringIO())
sys.stdin = io.StringIO("typed\n")
attempt("input of another stdin", input)
sys.stdin = sys.__stdin__

attempt("input of pydoc, cancelled", lambda: eval("input('pydoc ')", {"__name__": "pydoc"}))

# open
origin = window.location.origin
attempt("text", lambda: read("data.txt"))
attempt("lines", lambda: list(open("data.txt")))
attempt("bytes of a URL", lambda: read(f"{origin}/pages/data.txt", "rb"))
attempt("encoding", lambda: read("data.txt", encoding="latin-1"))
attempt("a path", lambda: Path("data.txt").read_text())
attempt("from the root", lambda: read("/pages/data.txt"))
attempt("no such file", lambda: open("nowhere.txt"))
attempt("no such file of the system", lambda: Path("/nowhere.txt").read_text())
attempt("a failure", lambda: open("/status/500"))
attempt("written", lambda: open("data.txt", "w"))
attempt("a URL, written", lambda: open(f"{origin}/x.txt", "a"))
attempt("updated", lambda: open("beside.py", "r+"))
attempt("a wrong mode", lambda: open("data.txt", "rwx"))
attempt("a wrong codec", lambda: open("data.txt", encoding="no-such"))
attempt("write to the file", lambda: open("data.txt").write("x"))
attempt("name and mode", lambda: (open("data.txt").name, open("data.txt", "rb").mode))
with open("own.txt", "w") as file:
    file.write("in memory")
attempt("a file in memory", lambda: read("own.txt"))
os.remove("own.txt")

# modules in other encodings
for module in ("in_latin", "in_utf8"):
    attempt(module, lambda module=module: __import__(module).word)
attempt("in_unknown", lambda: __import__("in_unknown"))

# urllib
import json
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

echo = f"{origin}/echo"


def asked(url, *arguments, **keywords):
    with urlopen(url, *arguments, **keywords) as response:
        found = json.load(response)
        return response.status, found["method"], found["query"], found["body_base64"]


attempt("urlopen", lambda: asked(f"{echo}?q=1"))
attempt("urlopen, POST", lambda: asked(echo, urlencode({"x": 1}).encode()))
attempt("urlopen, PUT", lambda: asked(Request(echo, b"raw", {"X-Own": "me"}, method="PUT")))


def headers():
    request = Request(echo, headers={"X-Own": "me"})
    with urlopen(request) as response:
        sent = {name.lower(): value for name, value in json.load(response)["headers"].items()}
        kind = response.headers.get_content_type(), response.getheader("content-type")
        return sent["x-own"], "urllib" in sent["user-agent"], kind[0] in kind[1]


attempt("urlopen, headers", headers)
attempt("urlopen, relative", lambda: urlopen("data.txt").read().decode())
attempt("urlopen, data", lambda: urlopen("data:text/plain,a%20b").read())
attempt("urlopen, bytes", lambda: urlopen(f"{origin}/bytes").read()[:4])
attempt("urlopen, status", lambda: urlopen(f"{origin}/nowhere"))
attempt("urlopen, URL", lambda: urlopen("data.txt").url == f"{origin}/pages/data.txt")


def no_server():
    try:
        urlopen("http://localhost:9/")
    except HTTPError:
        return "an HTTPError"
    except URLError as error:
        return type(error.reason).__name__


attempt("urlopen, no server", no_server)

# help, exec, dir
from contextlib import redirect_stdout

from browser import document, html, timer


def helped(*what):
    """What `help` prints."""
    with redirect_stdout(io.StringIO()) as printed:
        help(*what)
    return printed.getvalue()


def executed(code):
    names = {}
    exec(code, names)
    return names["x"]


attempt("help", lambda: "What `help` prints." in helped(helped))
attempt("help of len", lambda: "Return the number of items" in helped(len))
attempt("help of a str", lambda: "str(object='')" in helped("str"))
attempt("help of ours", lambda: "after `ms` milliseconds" in helped(timer.set_timeout))
attempt("help of a class", lambda: "class DIV" in helped(html.DIV))
attempt("help of the document", lambda: "select" in helped(document))
attempt("help of json", lambda: "skipkeys=False" in helped(json.dumps))
attempt("help of csv", lambda: "delimiter" in helped("csv"))
attempt("help of JavaScript", lambda: len(helped(window.Math)) > 10)
attempt("help, interactive", lambda: "Welcome to Python" in helped())
attempt("exec", lambda: executed("def f():\n  return 3\nx = f()"))
attempt("exec, import", lambda: executed("import beside\nx = beside.NAME"))
attempt("exec, an error", lambda: executed("1 / 0"))
attempt("exec, a syntax error", lambda: executed("x = = 1"))
exec("top = 5")
attempt("exec at the top", lambda: top)
attempt("argv, file, name", lambda: (sys.argv, __file__.rpartition("/")[2], __name__))
node = html.DIV("text")
for name, thing, names in (
    ("document", document, "select getElementById body bind"),
    ("node", node, "text html style attrs innerHTML classList"),
    ("style", node.style, "color backgroundColor"),
    ("window", window, "setTimeout location Date Math"),
    ("Math", window.Math, "max PI"),
    ("Map", window.Map.new(), "get set has size"),
    ("array", window.Array.new(1, 2), "append push length sort"),
    ("object", window.JSON.parse('{"a": 1, "b c": 2}'), "a to_dict"),
):
    attempt(f"dir({name})", lambda thing=thing, names=names: set(names.split()) - set(dir(thing)))
attempt("dir, no names", lambda: {"0", "b c"} & {*dir(window.Array.new(1)), *dir(thing)})
window.notes = json.dumps({name: repr(value) for name, value in notes.items()})

"""The editor: runs each program in its own page, in a frame; shows its console and requests."""

import base64
import re
from urllib.parse import parse_qs, urlencode

from network_panel import NetworkPanel

from browser import ajax, bind, document, html, window

PROGRAMS = {
    "hello.py": "Hello, server",
    "form.py": "A form",
    "upload.py": "Upload with progress",
    "failures.py": "Four failures",
    "together.py": "Await five requests",
    "stream.py": "Read a stream",
    "clock.py": "A clock",
    "error.py": "An error",
}
PAGES = {
    "long-way.html": "A request, the long way",
    "short-way.html": "The same, the short way",
    "upload.html": "Upload files",
    "todo.html": "To-do list",
    "login.html": "Login",
    "upload_preview.html": "Upload a picture",
    "log.html": "Live log",
    "drop.html": "Drop files",
    "calculator.html": "Calculator",
    "table.html": "Sortable table",
    "dashboard.html": "Dashboard",
    "monitor.html": "Monitor",
    "menu.html": "Notes",
    "chat.html": "Chat",
    "primes.html": "Prime numbers",
    "snake.html": "Snake",
    "bricks.html": "Bricks",
    "turtles.html": "Turtle graphics",
    "clock.html": "Clock",
    "console.html": "Console",
    "notebook.html": "Notebook",
    "notes.html": "Notes",
    "two_scripts.html": "Two scripts",
}
EMPTY = """<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>A program</title>
    <link rel="stylesheet" href="style.css">
    <script src="/dist/pyodide-browser.js"></script>
  </head>
  <body></body>
</html>
"""
LEVELS = ("log", "info", "warn", "error")

choice, status, lines = document["choice"], document["status"], document["lines"]
shown: dict = {"name": "hello.py", "offset": 0}


def is_page():
    return shown["name"].endswith(".html")


def say(level, *values):
    line = html.DIV(Class=level)
    line.text = " ".join(str(value) for value in values)
    lines <= line
    lines.scrollTop = lines.scrollHeight
    if level == "error" and (found := re.findall(r'#\w+", line (\d+)', line.text)):
        jump("#", int(found[-1]))


def jump(file, line):
    """Shows the line in the editor if it belongs to the program."""
    if "#" in file:
        editor.mark(line + shown["offset"])


network = NetworkPanel(document["table"], jump)


def fresh_frame():
    frame = html.IFRAME(title="The program's page", src="about:blank")
    document["page"].clear()
    document["page"] <= frame
    return frame


@bind("#run", "click")
def run(ev=None):
    text = editor.text()
    lines.clear()
    network.clear()
    editor.mark(0)
    start = window.performance.now()
    status.text = "Running…"
    frame = fresh_frame()
    inner, page = frame.contentWindow, frame.contentDocument
    page.open()
    for level in LEVELS:
        inner.console[level] = lambda *values, level=level: say(level, *values)

    def script_loaded(ev):
        if str(getattr(ev.target, "src", "")).endswith("/pyodide-browser.js"):
            inner.pyodideBrowser.trace = network.trace

    def ready(ev):
        seconds = (window.performance.now() - start) / 1000
        if status.text == "Running…":
            status.text = f"Python started and ran in {seconds:.2f} s"

    page.addEventListener("load", script_loaded, True)
    page.addEventListener("pyodide-browser:ready", ready)
    page.write(text if is_page() else EMPTY)
    if not is_page():
        script = page.createElement("script")
        script.type, script.id, script.text = "text/python", "program", text
        page.head.appendChild(script)
    page.close()


def show(text):
    shown["offset"] = 0
    if is_page() and text.count('type="text/python"') == 1:
        shown["offset"] = text[: text.index('type="text/python"')].count("\n") + 1
    editor.show(text, is_page())
    run()


def open_named(name):
    shown["name"] = choice.value = name
    path = name if is_page() else f"programs/{name}"
    ajax.get(path, oncomplete=lambda req: show(req.text))


def open_hash(ev=None):
    """Opens the program from `#code=` (base64url), or by its name from `#program=`, or hello.py."""
    given = parse_qs(window.location.hash[1:])
    if "code" in given:
        code = given["code"][0]
        text = base64.urlsafe_b64decode(code + "=" * (-len(code) % 4)).decode()
        choice.value = "own"
        shown["name"] = "own.html" if text.startswith("<") else "own.py"
        show(text)
        return
    name = given.get("program", ["hello.py"])[0]
    open_named(name if name in PROGRAMS | PAGES else "hello.py")


@bind(choice, "change")
def chosen(ev):
    if choice.value != "own":
        window.location.hash = urlencode({"program": choice.value})


@bind("#link", "click")
def copy_link(ev):
    code = base64.urlsafe_b64encode(editor.text().encode()).rstrip(b"=").decode()
    window.history.replaceState(None, "", f"#code={code}")
    window.navigator.clipboard.writeText(window.location.href)
    status.text = "The link to this program is in the clipboard and in the address bar"


def options(title, names):
    group = html.OPTGROUP(label=title)
    for name, text in names.items():
        group <= html.OPTION(text, value=name)
    return group


choice <= options("Programs", PROGRAMS)
choice <= options("Pages", PAGES)
choice <= options("Your programs", {"own": "From a link"})
editor = window.createEditor(
    document["source"], "Source. Press Escape, then Tab, to leave the editor", run
)
for name in ("choice", "run", "link"):
    document[name].disabled = False
window.addEventListener("hashchange", open_hash)
open_hash()

"""What a first program uses: `input`, `print`, `open`, `urllib.request`, old encodings, `help`."""

import json

TO_WRITE = "send the content with browser.ajax, store it in browser.local_storage, or write to a"
HELP = (
    *("help", "help of len", "help of a str", "help of ours", "help of a class"),
    *("help of the document", "help of json", "help of csv", "help of JavaScript"),
    "help, interactive",
)
DIR = ("document", "node", "style", "window", "Math", "Map", "array", "object")


def test_a_beginners_page(visit):
    assert visit.open("/pages/beginner.html") == []
    assert visit.said == {
        "log": [
            *("prompt Name? ", "prompt ", "at once", "after it", "1-2 ", "a line"),
            *("prompt pydoc ", "prompt help> "),
        ],
        "warn": [],
        "error": [],
    }
    notes = json.loads(visit.js("return notes"))
    pages = f"{visit.server.origin}/pages"
    text = "café\nline 2\n"
    expected = {
        "input": "Ada",
        "input, cancelled": "",
        "input of another stdin": "typed",
        "input of pydoc, cancelled": "EOFError: ",
        "text": text,
        "lines": text.splitlines(keepends=True),
        "bytes of a URL": text.encode(),
        "encoding": text.encode().decode("latin-1"),
        "a path": text,
        "from the root": text,
        "no such file of the system": (
            "FileNotFoundError: [Errno 44] No such file or directory: '/nowhere.txt'"
        ),
        "a wrong mode": "ValueError: must have exactly one of create/read/write/append mode",
        "a wrong codec": "LookupError: unknown encoding: no-such",
        "write to the file": "UnsupportedOperation: not writable",
        "name and mode": ("data.txt", "rb"),
        "a file in memory": "in memory",
        "in_latin": "café",
        "in_utf8": "café",
        "urlopen": (200, "GET", [["q", "1"]], ""),
        "urlopen, POST": (200, "POST", [], "eD0x"),
        "urlopen, PUT": (200, "PUT", [], "cmF3"),
        "urlopen, headers": ("me", False, True),
        "urlopen, relative": text,
        "urlopen, data": b"a b",
        "urlopen, bytes": b"\xcd\x07,\xd8",
        "urlopen, status": "HTTPError: HTTP Error 404: Not Found",
        "urlopen, URL": True,
        "urlopen, no server": "NetworkError",
        **dict.fromkeys(HELP, True),
        **{f"dir({name})": set() for name in DIR},
        "dir, no names": set(),
        "exec": 3,
        "exec, import": "beside",
        "exec, an error": "ZeroDivisionError: division by zero",
        "exec, a syntax error": "SyntaxError: invalid syntax (<string>, line 1)",
        "exec at the top": 5,
        "argv, file, name": (["beginner.py"], "beginner.py", "__main__"),
    }
    assert {name: notes.get(name) for name in expected} == {
        name: repr(value) for name, value in expected.items()
    }
    others = {name: note for name, note in notes.items() if name not in expected}
    for name, parts in {
        "no such file": ("FileNotFoundError", f"GET {pages}/nowhere.txt: HTTP status 404"),
        "a failure": ("HTTPStatusError: HTTP status 500", "/status/500"),
        "written": ("open('data.txt', 'w') cannot write", f"{pages}/data.txt: {TO_WRITE}"),
        "a URL, written": ("cannot write to a file on the server", TO_WRITE),
        "updated": ("open('beside.py', 'r+') cannot write", TO_WRITE),
        "in_unknown": ("SyntaxError: encoding problem: no-such-codec", "(in_unknown.py, line 1)"),
    }.items():
        note = others.pop(name)
        assert all(part in note for part in parts), note
    assert others == {}

"""`input`, and `open` of files beside the page."""

from browser import window
from notes import attempt, done, record, see

window.answers.prompt = "Ada"
see("input", lambda: input("Name? "))
see("input without a prompt", lambda: input())
window.Reflect.deleteProperty(window.answers, "prompt")
see("cancelled", lambda: input("Again? "))
record("asked", list(window.said)[-3:])


def read(*arguments, **keywords):
    with open(*arguments, **keywords) as file:
        return file.read()


see("text", lambda: read("inserted.py"))
see("encoding", lambda: read("inserted.py", encoding="ascii"))
see("bytes", lambda: read(f"{window.own_origin}/brython/inserted.py", "rb"))
see("lines", lambda: list(open("inserted.py")))  # noqa: SIM115
see("no such file", lambda: read("nowhere.txt"))
attempt("written", lambda: open("inserted.py", "w"))  # noqa: SIM115
done()

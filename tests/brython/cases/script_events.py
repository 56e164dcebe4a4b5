"""The events of scripts that are inserted later."""

from browser import document, html
from notes import done, later, record

fired = []


def note(event):
    fired.append(f"{event.target.title}: {event.type}")


def insert(title, *content, **attributes):
    script = html.SCRIPT(*content, type="text/python", id=f"inserted_{len(fired)}", **attributes)
    script.title = title
    script.bind("load", note)
    script.bind("error", note)
    document["box"] <= script


def ended():
    record("fired", fired)
    done()


insert("inline", "x = 1")
later(lambda: insert("a file", src="/brython/inserted.py"), 100)
later(lambda: insert("raises", "1 / 0"), 600)
later(lambda: insert("no file", src="/brython/nowhere.py"), 700)
later(ended, 1500)

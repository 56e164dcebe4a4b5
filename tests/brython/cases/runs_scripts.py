"""`run_script`, `load`, `is_webworker`, the scripts in the page."""

import browser
from browser import document, load, run_script, window
from notes import done, later, record, see

window.ran = None
run_script("from browser import window\nwindow.ran = [__name__, 6 * 7]", "case_ran")
see("run_script", lambda: list(window.ran) if window.ran else None)
see("then imported", lambda: __import__("case_ran").__name__)
see("is_webworker", lambda: browser.is_webworker)
see("load", lambda: (load("/brython/library.js"), window.fromLibrary(2))[1])
scripts = [s for s in document.select("script") if s.src.endswith("notes.py")]
see("scripts stay", lambda: [s.type for s in scripts])
see("an absolute src", lambda: scripts[0].src == window.location.origin + "/brython/notes.py")
record("in __name__", __name__)
later(done)

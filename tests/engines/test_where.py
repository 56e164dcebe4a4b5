"""Which call works where, in every host, context and engine: docs/where.md says what was run.

WRITE_DOCS=1 python -m pytest tests/engines/test_where.py          writes it again
"""

import json
from pathlib import Path

from tests import drivers
from tests.engines import documents
from tests.engines.visit import Visit

ROOT = Path(__file__).resolve().parent.parent.parent
WHEEL = next((ROOT / "dist").glob("*.whl"), Path("none")).name
HOST = "/engines/where_host.html?wheel=/dist/{wheel}&pyodide={pyodide}"
PYSCRIPT = "/isolated/tests/engines/site/where_pyscript.html?wheel=/dist/{wheel}"

CONTEXTS = {
    "a page's script": "/engines/where.html?script",
    "a callback in a page": "/engines/where.html?callback",
    'a page\'s script of class "webworker"': "/engines/where.html?webworker",
    "the wheel in Pyodide 314": HOST.format(wheel=WHEEL, pyodide="/dist/pyodide"),
    "in a worker of it": HOST.format(wheel=WHEEL, pyodide="/dist/pyodide") + "&worker",
    "the wheel in Pyodide 0.29": HOST.format(wheel=WHEEL, pyodide="/npm/pyodide-0.29"),
    "in a worker of it too": HOST.format(wheel=WHEEL, pyodide="/npm/pyodide-0.29") + "&worker",
    "PyScript": PYSCRIPT.format(wheel=WHEEL),
    "PyScript's worker": PYSCRIPT.format(wheel=WHEEL) + "&worker",
}
ENGINES = {"chrome": "Chromium", "firefox": "Firefox", "safari": "WebKit"}

NO_LIMIT = """\
A window's synchronous request has no time limit. Where Python can be suspended (JSPI, WebAssembly's
   JavaScript Promise Integration: Chromium and Firefox, in the body of a script) the request waits
   that way and has one; elsewhere it is made without, and a warning says so."""

REASONS = {
    "the same with `timeout=`: the limit holds": NO_LIMIT,
    "`browser.document`": "A worker has no document; the error says so.",
    "`browser.local_storage`": "A worker has no storage; the error says so.",
}
HEAD = """\
# What works where

Made by `tests/engines/test_where.py` from what Chromium, Firefox and WebKit (WebKitGTK) did. The
wheel in Pyodide is what a notebook's kernel has: code is run by `runPythonAsync`.
"""


def test_the_document_says_what_was_run(site):
    for engine in ENGINES:
        drivers.require(engine)
    found = {
        context: {
            engine: checked(Visit(drivers.browser(engine), engine, site), path)
            for engine in ENGINES
        }
        for context, path in CONTEXTS.items()
    }
    documents.check("where.md", lines(found))


def checked(visit, path):
    """By call: "yes", "in a coroutine", or "no: " and why."""
    visit.browser.set_script_timeout(90)
    visit.open(path)
    result = json.loads(visit.global_("result"))
    assert "error" not in result, (visit.engine, path, result)
    return result


def lines(found):
    calls = list(found["a page's script"]["chrome"])
    notes = documents.Notes()
    rows = [
        [context, *(cell(call, results_of(call, by_engine), notes) for call in calls)]
        for context, by_engine in found.items()
    ]
    return [HEAD, *documents.table(["", *calls], rows), "", *notes.lines()]


def results_of(call, by_engine):
    return {name: results[call] for name, results in by_engine.items()}


def cell(call, by_engine, notes):
    failures = {name: value for name, value in by_engine.items() if value.startswith("no")}
    if not failures:
        (value,) = set(by_engine.values())
        return value
    assert call in REASONS, (call, failures)
    note = notes.mark(REASONS[call])
    if len(failures) == len(by_engine):
        return f"no {note}"
    return f"yes, in {', '.join(ENGINES[name] for name in failures)} no {note}"

"""What a program sees of each fault of the network, in each way, in each engine: docs/faults.md.

WRITE_DOCS=1 python -m pytest tests/engines/test_faults.py          writes it again
"""

import json
import socket
from collections import Counter
from urllib.parse import quote

import pytest

from tests import drivers
from tests.engines import documents
from tests.engines.site.faults import BLOCKING, IN_WORKER, ROWS
from tests.engines.test_where import ENGINES
from tests.engines.visit import Visit

HEAD = """\
# Faults of the network

Made by `tests/engines/test_faults.py`: what a program gets if a server or a connection misbehaves.
Each request is made in five ways: with a callback, with `await`, as a stream, blocking in a page,
and blocking in a worker. Each ends with an exception (for a callback: `req.raise_for_status()`), or
with a response, whose text is in quotation marks. All ways agree, except where a note says so.
"""

LIMITS = """\
These requests have a limit. A stream has no `timeout`: `asyncio.timeout` raises TimeoutError, the
   base class of RequestTimeout. WebKit's synchronous requests have no limit in a page ([What works
   where](where.md)), and in a worker none for the preflight: these would wait forever, and are not
   tried."""

LENIENT = """\
WebKitGTK takes the end of the connection, or a chunk that it cannot read, for the end of the
   body."""
DECODING = "WebKitGTK passes on what it cannot decode."
STATUS = "The engines read status lines, and these statuses, in different ways."
LENGTHS = "The engines read an invalid Content-Length in different ways."

REASONS = {
    "closed between chunks": LENIENT,
    "a chunk's size is not a number": LENIENT,
    "a chunk is longer than its size": LENIENT,
    "a chunk's size is negative": LENIENT,
    "a chunk's size has more than 64 bits": LENIENT,
    "two values of Content-Length": LENGTHS,
    "Content-Length is not a number": LENGTHS,
    "Content-Length is negative": LENGTHS,
    "gzip that is none": DECODING,
    "gzip with a wrong checksum": DECODING,
    "deflate that is none": DECODING,
    "a status that is not a number": STATUS,
    "status 99": STATUS,
    "status 1000": STATUS,
    "HTTP/9.9": STATUS,
    "101 Switching Protocols": STATUS,
    "205 with a body": STATUS,
    "407": STATUS,
}
"""Row → why engines or ways differ."""

SHORT = """\
No engine reports an error if a compressed body, or the headers, end early: the text is what has
   arrived. To detect it, send the length or a checksum of the content, or use JSON."""
SHORTENED = ("closed in the headers", "gzip cut short", "deflate cut short")

ENDLESS = [row for rows in ROWS.values() for row, value in rows.items() if "hang" in value[0]]
UNTRIED = {"safari": {BLOCKING: ENDLESS, IN_WORKER: ["the preflight stalls"]}}


@pytest.fixture
def found(site):
    """Engine → way → row → outcome: the name of an exception, or the text after "="."""
    for engine in ENGINES:
        drivers.require(engine)
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))  # without listen
        places = {
            "raw": site.raw_origin,
            # Another host: six requests that never end block the others of a host.
            "stalling": site.raw_origin.replace("127.0.0.1", "localhost"),
            "own": site.origin,
            "other": site.other_origin,
            "closed": closed.getsockname()[1],
        }
        return {engine: outcomes(engine, site, places) for engine in ENGINES}


def outcomes(engine, site, places):
    visit = Visit(drivers.browser(engine), engine, site)
    visit.browser.set_script_timeout(90)
    given = json.dumps([places, UNTRIED.get(engine, {BLOCKING: [], IN_WORKER: []})])
    visit.open(f"/engines/faults.html?given={quote(given)}")
    return json.loads(visit.global_("result"))


def test_the_document_says_what_happened(found):
    notes = documents.Notes()
    lines = [HEAD]
    for section, rows in ROWS.items():
        cells = [
            [marked(row, found, notes), *(cell(row, found[engine]) for engine in ENGINES)]
            for row in rows
        ]
        lines += [*documents.table([section, *ENGINES.values()], cells), ""]
    documents.check("faults.md", [*lines, *notes.lines()])


def marked(row, found, notes):
    """The row's name, with a note if its outcomes differ."""
    by_way = [rows for ways in found.values() for rows in ways.values()]
    if row in SHORTENED:
        return f"{row} {notes.mark(SHORT)}"
    if len({rows[row] for rows in by_way if row in rows}) == 1:
        return row
    reason = REASONS.get(row)
    if reason is None and found["chrome"][BLOCKING][row] == "RequestTimeout":
        reason = LIMITS
    return f"{row} {notes.mark(reason or pytest.fail(f'{row}: outcomes that nothing explains'))}"


def cell(row, by_way):
    """The outcome of most ways, then the others."""
    outcomes = {way: rows[row] for way, rows in by_way.items() if row in rows}
    (most, _), *others = Counter(outcomes.values()).most_common()
    parts = [shown(most)]
    for other, _ in others:
        ways = " and ".join(way for way, outcome in outcomes.items() if outcome == other)
        parts.append(f"{ways}: {shown(other)}")
    return ", ".join(parts)


def shown(outcome):
    if not outcome.startswith("="):
        return outcome
    return f'"{outcome[1:]}"' if outcome.isprintable() else "the compressed bytes"

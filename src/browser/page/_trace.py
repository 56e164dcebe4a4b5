"""The functions that js_shim/page/trace.ts calls to find what sends a request. Not in the wheel."""

import asyncio
import json
import linecache
import re
import sys

from browser import _report
from browser._secrets import redact, redact_header


def follow(on: bool) -> None:
    """Makes the event loop remember where each task was created (debug mode). While a task runs,
    the frames of `gather(aio.get(a), aio.get(b))` are not on the stack."""
    asyncio.get_event_loop().set_debug(on)


def sender(method: str, url: str, headers: str) -> str:
    """As JSON: the redacted URL, the headers, and the file, line and code of the user that sends
    the request; "", 0 and "" if there is none."""
    file, line = _running() or _made() or ("", 0)
    code = linecache.getline(file, line).strip()
    found = {"url": redact(url), "file": file, "line": line, "code": without_values(code)}
    return json.dumps(found | {"requestHeaders": _headers(headers)})


def masked(headers: str) -> str:
    """As JSON: the headers, with `***` for secret values."""
    return json.dumps(_headers(headers))


def _headers(lines: str) -> dict[str, str]:
    pairs = (line.partition(":") for line in lines.splitlines() if line)
    return {name: redact_header(name, value) for name, _, value in pairs}


_VALUE = re.compile(
    r"""
    [a-z]{0,2}(?P<quotes>\"{3}|\'{3}|["']) (?:\\.|.)*? (?:(?P=quotes)|$)  # a str or bytes
    | \#.*                                                             # a comment
    | \b\d[\w.]*                                                       # a number
    """,
    re.VERBOSE | re.IGNORECASE,
)


def without_values(code: str) -> str:
    """A line of code without what it contains literally, which may be a secret:
    `ajax.post(url, data={…: …}, timeout=LIMIT)`."""
    return _VALUE.sub("…", code).strip()


def _running() -> tuple[str, int] | None:
    frame = sys._getframe()
    while frame is not None:
        if _report.is_users(frame.f_code.co_filename):
            return frame.f_code.co_filename, frame.f_lineno
        frame = frame.f_back  # type: ignore[assignment]
    return None


def _made() -> tuple[str, int] | None:
    frames = getattr(asyncio.current_task(), "_source_traceback", None) or ()
    users = (frame for frame in reversed(frames) if _report.is_users(frame.filename))
    return next(((frame.filename, frame.lineno) for frame in users), None)

"""What js_shim/trace.ts asks of Python: who sends a request. Pages only: not in the wheel."""

import asyncio
import json
import linecache
import re
import sys

from browser import _report
from browser.ajax.url import redact

_SECRET = re.compile("auth|cookie|csrf|xsrf|token|secret|key|session|password", re.IGNORECASE)


def follow(on: bool) -> None:
    """In debug mode the loop remembers for each task where it was made: when it runs, its frames
    are only its coroutine's (`gather(aio.get(a), aio.get(b))`)."""
    asyncio.get_event_loop().set_debug(on)


def sender(method: str, url: str, headers: str) -> str:
    """As JSON: the url that may be shown, the headers, and the user's file, line and code that is
    running ("", 0 and "" where there is none)."""
    file, line = _running() or _made() or ("", 0)
    code = linecache.getline(file, line).strip()
    told = {"url": redact(url), "file": file, "line": line, "code": redact(code)}
    return json.dumps(told | {"requestHeaders": _headers(headers)})


def masked(headers: str) -> str:
    """As JSON: the headers, those with secrets as `***`."""
    return json.dumps(_headers(headers))


def _headers(lines: str) -> dict[str, str]:
    pairs = (line.partition(":") for line in lines.splitlines() if line)
    return {name: "***" if _SECRET.search(name) else value.strip() for name, _, value in pairs}


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

"""Blocking requests in a window that wait for an asynchronous one: the page stays alive, and a
timeout holds, which a window's synchronous XMLHttpRequest cannot have."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from browser import _probes, _report
from browser.ajax.errors import describe

if TYPE_CHECKING:
    from browser.ajax.request import Ajax


def is_wanted(request: Ajax) -> bool:
    """Whether this blocking request waits that way; a warning where its timeout is lost."""
    has_timeout = bool(request._timeout)
    if request.suspends is False or not (has_timeout or request.suspends) or _probes.in_worker():
        return False
    if _probes.can_suspend():
        return True
    if has_timeout:
        what = "no timeout: in a page, a blocking request has one only where Python can suspend"
        advice = "not in callbacks, and not in every browser: ask without blocking"
        _report.warn(describe(what, request.method, request.url, advice), RuntimeWarning)
    return False


def until_end(request: Ajax) -> None:
    from asyncio import get_event_loop

    from pyodide.ffi import run_sync

    if not request._done:
        future = get_event_loop().create_future()
        request._resume = partial(future.set_result, None)
        run_sync(future)

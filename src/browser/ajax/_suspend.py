"""Blocking requests in a window that suspend Python and wait for an asynchronous XMLHttpRequest:
the page stays alive, and the timeout works. A synchronous XMLHttpRequest in a window has none."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from browser import _host, _report
from browser.ajax._errors import describe

if TYPE_CHECKING:
    from browser.ajax._state import State


def is_wanted(request: State) -> bool:
    """Whether this blocking request suspends Python. Warns if its timeout cannot work."""
    has_timeout = bool(request._timeout)
    if request.suspends is False or not (has_timeout or request.suspends) or _host.in_worker():
        return False
    if _host.can_suspend():
        return True
    if has_timeout:
        what = "the timeout has no effect: a blocking request in a page needs Python to suspend"
        advice = "Python cannot suspend in callbacks and in some browsers; do not use blocking here"
        _report.warn(describe(what, request.method, request.url, advice), RuntimeWarning)
    return False


def until_end(request: State) -> None:
    from asyncio import get_event_loop

    if request._sent and not request._done:
        future = get_event_loop().create_future()
        request._resume = partial(future.set_result, None)
        _host.run_sync(future)

"""Replaces the parts of `browser` that call JavaScript, while a Server is open."""

import asyncio
import warnings
from collections.abc import Callable
from contextlib import ExitStack
from traceback import extract_stack
from typing import Any
from unittest.mock import patch

from browser import _bridge, _report
from browser.ajax import _shim, _suspend
from browser.testing._clock import Timers, VirtualLoop


class _NoProxy:
    """A class without instances, in place of JsProxy."""


def install(
    transport: Any, loop: VirtualLoop, reported: Callable[[BaseException], None]
) -> ExitStack:
    """Installs the stand-ins. Leaving the stack that it returns removes them."""
    timers = Timers(loop)
    names = ("setTimer", "clearTimer", "setFrame", "clearFrame")
    bridge = {name: getattr(timers, name) for name in names}
    bridge |= {"JsProxy": _NoProxy, "null": _NoProxy()}
    transport.connect(_shim._dispatch)
    with ExitStack() as stack:
        stack.callback(asyncio.set_event_loop, _current_loop())
        asyncio.set_event_loop(loop)
        stack.enter_context(patch.object(_shim, "_transport", transport))
        stack.enter_context(patch.object(_report, "report", reported))
        # As in a worker, or where Python can suspend: a blocking request has a timeout.
        stack.enter_context(patch.object(_suspend, "is_wanted", lambda request: False))
        stack.enter_context(patch.dict(_bridge.bridge.__dict__, bridge))
        stack.callback(timers.clear)
        return stack.pop_all()


def _current_loop() -> asyncio.AbstractEventLoop | None:
    """Returns the thread's event loop, or None. Older Pythons would create one, with a warning."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            return asyncio.get_event_loop()
        except (RuntimeError, DeprecationWarning):
            return None


def caller() -> str:
    """Returns the line of the user's code that is running, or ""."""
    for frame in reversed(extract_stack()):
        if _report.is_users(frame.filename):
            return f"{frame.filename}:{frame.lineno} in {frame.name}"
    return ""

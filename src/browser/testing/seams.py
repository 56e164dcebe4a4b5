"""Where `browser` meets JavaScript, and what stands there while a Server is open."""

import asyncio
import warnings
from collections.abc import Callable
from contextlib import ExitStack
from traceback import extract_stack
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

from browser import _host, _js, _report
from browser.aio import streams as aio_streams
from browser.ajax import shim, suspend
from browser.testing.clock import Timers, VirtualLoop


class _NoProxy:
    """What no value of the stand-ins is an instance of."""


def install(
    transport: Any, streams: Any, loop: VirtualLoop, reported: Callable[[BaseException], None]
) -> ExitStack:
    """Puts the stand-ins in place; what it returns takes them away again."""
    timers = Timers(loop)
    host = SimpleNamespace(
        js_shim=lambda: SimpleNamespace(stream=streams), js_exception=_host.js_exception
    )
    names = ("setTimer", "clearTimer", "setFrame", "clearFrame")
    door = {name: getattr(timers, name) for name in names}
    door |= {"JsProxy": _NoProxy, "null": _NoProxy()}
    transport.connect(shim._dispatch)
    with ExitStack() as stack:
        stack.callback(asyncio.set_event_loop, _current_loop())
        asyncio.set_event_loop(loop)
        stack.enter_context(patch.object(shim, "_transport", transport))
        stack.enter_context(patch.object(_report, "report", reported))
        # As in a worker, or where Python can suspend: the timeout of a blocking request holds.
        stack.enter_context(patch.object(suspend, "is_wanted", lambda request: False))
        # The one module that asks js_shim() for something besides the page and its DOM.
        stack.enter_context(patch.object(aio_streams, "_host", host))
        stack.enter_context(patch.dict(_js.door.__dict__, door))
        stack.callback(timers.clear)
        return stack.pop_all()


def _current_loop() -> asyncio.AbstractEventLoop | None:
    """The thread's event loop; none is made for the asking, as older Pythons do with a warning."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            return asyncio.get_event_loop()
        except (RuntimeError, DeprecationWarning):
            return None


def caller() -> str:
    """The line of the user's code that is running."""
    for frame in reversed(extract_stack()):
        if _report.is_users(frame.filename):
            return f"{frame.filename}:{frame.lineno} in {frame.name}"
    return ""

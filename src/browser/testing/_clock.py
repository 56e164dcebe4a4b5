"""Virtual time: one clock for requests, `browser.timer` and asyncio."""

import asyncio
import heapq
from collections.abc import Callable
from contextvars import Context
from itertools import count
from typing import Any

from browser import timer

BUSY = 100_000
"""The number of steps after which a run ends with an error, for programs that never end."""

FRAME = 1 / 60
_next_number = count().__next__


class _Timer(asyncio.TimerHandle):
    """Timers of the same time fire in the order in which they were set, as in a browser."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.number = _next_number()

    def __lt__(self, other: Any) -> bool:
        return (self.when(), self.number) < (other.when(), other.number)


class VirtualLoop(asyncio.BaseEventLoop):
    """An event loop that advances its clock to the next timer instead of sleeping."""

    _scheduled: list[Any]
    _ready: Any

    def __init__(self) -> None:
        super().__init__()
        self._now = 0.0
        self._steps = 0
        self._end: float | None = None
        self._until: asyncio.Future[Any] | None = None
        self._idle_handles: set[Any] = set()
        # BaseEventLoop waits in `_selector.select`.
        self._selector = self

    def time(self) -> float:
        return self._now

    def advance(self, seconds: float) -> None:
        """Advances the clock, for a request that blocks. No callback runs."""
        self._now += seconds

    def run(self, seconds: float | None = None, until: asyncio.Future[Any] | None = None) -> None:
        """Runs for some seconds, or until a future is done, or until only intervals and animation
        frames are pending."""
        if self.is_running():
            raise RuntimeError("run() was called in a callback of the program: call it in the test")
        self._steps, self._until = 0, until
        if until is not None:
            until.add_done_callback(lambda future: self.stop())
            self.run_forever()
            return
        self._end = None if seconds is None else self._now + seconds
        end = None if self._end is None else self.call_at(self._end, self.stop)
        try:
            self.run_forever()
            while self._ready:  # callbacks that the last timer scheduled
                self.call_soon(self.stop)
                self.run_forever()
        finally:
            if end is not None:
                end.cancel()

    def call_idle(self, seconds: float, callback: Callable[..., Any], *args: Any) -> Any:
        """`call_later` for intervals and animation frames, for which `run()` does not wait."""
        self._idle_handles = {handle for handle in self._idle_handles if handle in self._scheduled}
        handle = self.call_later(seconds, callback, *args)
        self._idle_handles.add(handle)
        return handle

    def call_at(  # type: ignore[override]
        self, when: float, callback: Callable[..., Any], *args: Any, context: Context | None = None
    ) -> asyncio.TimerHandle:
        self._check_closed()  # type: ignore[attr-defined]
        handle = _Timer(when, callback, args, self, context)
        heapq.heappush(self._scheduled, handle)
        handle._scheduled = True  # type: ignore[attr-defined]
        return handle

    def select(self, timeout: float | None) -> list[Any]:
        """Called by BaseEventLoop to wait: for ever if the timeout is None."""
        if self._end is None or not timeout:
            self._steps += 1
        else:
            self._steps = 0
        if self._steps > BUSY:
            raise RuntimeError(
                "the program always has something pending: pass a number of seconds to run(), "
                "or look for an endless loop that waits"
            )
        if timeout is None or (timeout and self._is_idle()):
            self.stop()
        else:
            self._now += timeout
        return []

    def _is_idle(self) -> bool:
        if self._end is not None or self._until is not None:
            return False
        return all(handle.cancelled() or handle in self._idle_handles for handle in self._scheduled)

    def _process_events(self, events: list[Any]) -> None:
        """There is no I/O."""

    def _write_to_self(self) -> None:
        """There is no thread to wake."""


class Timers:
    """The stand-in for the timers of js_shim/bridge/platform.ts."""

    def __init__(self, loop: VirtualLoop) -> None:
        self._loop = loop
        self._handles: dict[int, Any] = {}
        self._next = count(1).__next__

    def setTimer(self, ms: float, repeated: bool) -> int:
        timer_id = self._next()
        seconds = max(ms, 1 if repeated else 0) / 1000
        if repeated:
            self._handles[timer_id] = self._loop.call_idle(seconds, self._tick, timer_id, seconds)
        else:
            self._handles[timer_id] = self._loop.call_later(seconds, self._ended, timer_id)
        return timer_id

    def setFrame(self) -> int:
        timer_id = self._next()
        wait = FRAME - self._loop.time() % FRAME
        self._handles[timer_id] = self._loop.call_idle(wait, self._drawn, timer_id)
        return timer_id

    def clearTimer(self, timer_id: int) -> None:
        handle = self._handles.pop(timer_id, None)
        if handle is not None:
            handle.cancel()

    clearFrame = clearTimer

    def clear(self) -> None:
        for timer_id in list(self._handles):
            timer.clear_timeout(timer_id)
            timer.cancel_animation_frame(timer_id)

    def _tick(self, timer_id: int, seconds: float) -> None:
        self._handles[timer_id] = self._loop.call_idle(seconds, self._tick, timer_id, seconds)
        timer.ended(timer_id)

    def _ended(self, timer_id: int) -> None:
        del self._handles[timer_id]
        timer.ended(timer_id)

    def _drawn(self, timer_id: int) -> None:
        del self._handles[timer_id]
        timer.ended(-timer_id, self._loop.time() * 1000)

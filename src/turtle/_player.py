"""Shows the steps of a drawing one after the other.

A program records its steps without a pause, because Python cannot sleep in a page. The browser
shows them afterwards, at its animation frames.
"""

from collections import deque
from collections.abc import Callable, Generator
from typing import Any

from browser import timer

type Show = Callable[[float], object]
"""Shows a part of a step, from 0 to 1. The last call is with 1."""

_LONGEST_FRAME = 100
"""Milliseconds of the drawing in one frame, also after the tab was hidden."""
_STEPS_IN_A_FRAME = 1000


class Player:
    def __init__(self) -> None:
        self._steps: deque[tuple[float, Show]] = deque()
        self._passed = 0.0
        """Milliseconds of the first step that have been shown."""
        self._last = 0.0
        self._frame: int | None = None
        self._waiting: list[Any] = []

    def add(self, milliseconds: float, show: Show) -> None:
        """A step without duration is shown at once if nothing waits before it."""
        if not self._steps and milliseconds <= 0:
            show(1.0)
            return
        self._steps.append((milliseconds, show))
        if self._frame is None:
            self._passed = self._last = 0.0
            self._frame = timer.request_animation_frame(self._draw)

    def finish(self) -> None:
        """Shows all steps now."""
        while self._steps:
            self._steps.popleft()[1](1.0)
        self._end()

    def stop(self) -> None:
        """Forgets the steps that have not been shown."""
        self._steps.clear()
        self._end()

    def _end(self) -> None:
        timer.cancel_animation_frame(self._frame)
        self._frame = None
        self._wake()

    def _draw(self, now: float) -> None:
        self._frame = None
        try:
            self._passed += min(now - (self._last or now), _LONGEST_FRAME)
            self._last = now
            self._show()
        finally:  # also after an error in a step
            if self._steps:
                self._frame = timer.request_animation_frame(self._draw)
            else:
                self._wake()

    def _show(self) -> None:
        for _ in range(_STEPS_IN_A_FRAME):
            if not self._steps:
                return
            milliseconds, show = self._steps[0]
            if self._passed < milliseconds:
                show(self._passed / milliseconds)
                return
            self._steps.popleft()
            self._passed -= milliseconds
            show(1.0)

    def _wake(self) -> None:
        waiting, self._waiting = self._waiting, []
        for future in waiting:
            if not future.done():
                future.set_result(None)

    def wait(self) -> Generator[Any, None, None]:
        """Ends when all steps are shown."""
        import asyncio

        while self._steps:
            future = asyncio.get_running_loop().create_future()
            self._waiting.append(future)
            if self._frame is None:
                self._frame = timer.request_animation_frame(self._draw)
            yield from future


class Drawing:
    """What `done()` returns: ``await done()`` ends when everything is drawn."""

    def __init__(self, player: Player) -> None:
        self._player = player

    def __await__(self) -> Generator[Any, None, None]:
        return self._player.wait()

    def __repr__(self) -> str:
        left = len(self._player._steps)
        return f"<drawing: {left} steps to show>" if left else "<drawing: complete>"

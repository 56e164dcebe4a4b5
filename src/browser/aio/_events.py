"""Events to await."""

from asyncio import Queue
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from typing import Any, Protocol


class Target[Event](Protocol):
    """A DOMNode, `document`, `window` or another object with `bind` and `unbind`."""

    def bind(self, name: str, function: Callable[[Event], Any], /) -> object: ...
    def unbind(self, name: str, function: Callable[..., Any], /) -> object: ...


async def event[Event](element: Target[Event], *names: str) -> Event:
    """Waits for the next event with one of these names: `ev = await aio.event(button, "click")`.
    `element` is a DOMNode, `document`, `window` or another object with `bind` and `unbind`.

    Raises TypeError without a name.
    """
    async with aclosing(events(element, *names)) as found:
        return await anext(found)


async def events[Event](element: Target[Event], *names: str) -> AsyncGenerator[Event]:
    """Yields every event with one of these names: `async for ev in aio.events(box, "input"): …`.

    Closing the generator, or the end of its task, removes the listeners. Raises TypeError without
    a name.
    """
    if not names:
        raise TypeError("name at least one event, e.g. aio.event(element, 'click')")
    queue: Queue[Event] = Queue()
    listener = queue.put_nowait
    for name in names:
        element.bind(name, listener)
    try:
        while True:
            yield await queue.get()
    finally:
        for name in names:
            element.unbind(name, listener)

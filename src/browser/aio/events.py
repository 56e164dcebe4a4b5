"""Events to await."""

from asyncio import Queue
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Any


async def event(element: Any, *names: str) -> Any:
    """The next event of one of these names: `ev = await aio.event(button, "click")`. `element` is
    a DOMNode, `document`, `window` or anything else with `bind` and `unbind`."""
    async with aclosing(events(element, *names)) as found:
        return await anext(found)


async def events(element: Any, *names: str) -> AsyncGenerator[Any]:
    """Every event of these names, in order: `async for ev in aio.events(box, "input"): …`. The
    listeners go when the generator is closed or its task ends."""
    if not names:
        raise TypeError("name at least one event, e.g. aio.event(element, 'click')")
    queue: Queue[Any] = Queue()
    listener = queue.put_nowait
    for name in names:
        element.bind(name, listener)
    try:
        while True:
            yield await queue.get()
    finally:
        for name in names:
            element.unbind(name, listener)

"""`browser.aio`: await requests, events and time, with CPython's asyncio.

    from browser import aio

    async def main():
        req = await aio.get("/api/echo", data={"q": "a b"}, format="json", timeout=5)
        req.raise_for_status()
        print(req.data)

    aio.run(main())

Everything in asyncio works with it: `asyncio.gather(aio.get(a), aio.get(b))`, `asyncio.timeout`,
task groups. Cancelling a task aborts its request.
"""

from asyncio import Future, gather, sleep

from browser.aio._event_streams import ServerSentEvent
from browser.aio._events import event, events
from browser.aio._requests import (
    Request,
    ajax,
    delete,
    file_upload,
    get,
    head,
    options,
    patch,
    post,
    put,
)
from browser.aio._running import run
from browser.aio._streams import stream

Request.__module__ = ServerSentEvent.__module__ = __name__  # the name in messages

__all__ = [
    "Future",
    "Request",
    "ServerSentEvent",
    "ajax",
    "delete",
    "event",
    "events",
    "file_upload",
    "gather",
    "get",
    "head",
    "options",
    "patch",
    "post",
    "put",
    "run",
    "sleep",
    "stream",
]

"""`browser.aio`: await a request, an event or a while; CPython's own asyncio does the rest.

    from browser import aio

    async def main():
        req = await aio.get("/api/echo", data={"q": "a b"}, format="json", timeout=5)
        req.raise_for_status()
        print(req.data)

    aio.run(main())

All of asyncio works with it: `asyncio.gather(aio.get(a), aio.get(b))`, `asyncio.timeout`, task
groups; cancelling a task aborts its request.
"""

from asyncio import Future, sleep

from browser.aio.events import event, events
from browser.aio.requests import (
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
from browser.aio.running import run
from browser.aio.streams import ServerSentEvent, stream

__all__ = [
    "Future",
    "Request",
    "ServerSentEvent",
    "ajax",
    "delete",
    "event",
    "events",
    "file_upload",
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

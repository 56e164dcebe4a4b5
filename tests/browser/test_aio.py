"""`browser.aio` and the browser: connections that close, events of elements."""

import pytest
from pytest_pyodide import run_in_pyodide


@run_in_pyodide
async def cancel(selenium, way):
    """Closes after the response has begun, so that the server knows the request."""
    import asyncio

    from browser import aio

    url = "/drip?chunks=5000&interval=0.05"
    loop = asyncio.get_running_loop()
    if way == "break":
        async for _ in aio.stream(url):
            break
        return
    try:
        async with asyncio.timeout(None) as limit:
            if way == "stream":
                async for _ in aio.stream(url):
                    limit.reschedule(loop.time())
            elif way == "timeout":
                await aio.get(url, onprogress=lambda event: limit.reschedule(loop.time()))
            else:
                request = aio.get(url, onprogress=lambda event: task.cancel())
                task = asyncio.ensure_future(
                    request if way == "cancel" else asyncio.wait_for(request, 60)
                )
                await task
    except (TimeoutError, asyncio.CancelledError):
        return
    raise AssertionError("not cancelled")


@pytest.mark.parametrize("way", ["timeout", "wait_for", "cancel", "stream", "break"])
def test_cancelling_closes_the_connection(selenium, log, way):
    cancel(selenium, way)
    record = log.wait_for(lambda record: record.disconnected, timeout=60)
    assert record.path == "/drip"


@run_in_pyodide
async def test_event_and_events(selenium):
    from browser import aio, document, html, timer

    box = html.BUTTON("press")
    document <= box
    timer.set_timeout(box.click, 10)
    event = await aio.event(box, "keydown", "click")
    assert (event.type, event.target) == ("click", box)

    for _ in range(3):
        timer.set_timeout(box.click, 10)
    seen = []
    async for event in aio.events(box, "click"):
        seen.append(event.type)
        if len(seen) == 3:
            break
    assert seen == ["click"] * 3
    try:
        await aio.event(box)
    except TypeError:
        pass
    else:
        raise AssertionError("no names")

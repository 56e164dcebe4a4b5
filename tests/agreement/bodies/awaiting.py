"""`browser.aio` and timers: what takes time."""

import asyncio

from browser import aio, ajax, timer


async def requests_are_awaited(world):
    """data by format, status, headers, url."""
    req = await aio.get("/echo", data={"q": "a b"}, format="json")
    assert (req.status, req.statusText, req.ok, req.error) == (200, "OK", True, None)
    assert req.data["query"][0] == ["q", "a b"]
    assert req.response_headers["content-type"] == "application/json"
    req = await aio.post("/raw", data=b"ab", format="binary")
    assert req.data == b"ab"
    req = await aio.get("/text?body=ab", format="dataURL")
    assert req.data == "data:text/plain; charset=utf-8;base64,YWI="
    req = await aio.get("/redirect?to=/text")
    assert req.url.endswith("/text")
    req = await aio.file_upload("/upload", world.file(b"1", "a"), format="json")
    assert req.data["parts"][0]["size"] == 1


async def failures_resolve(world):
    """And raise when asked."""
    for url, error in (
        (f"{world.raw}/reset", ajax.NetworkError),
        ("/hang", ajax.RequestTimeout),
        ("/status/404", ajax.HTTPStatusError),
    ):
        req = await aio.get(url, timeout=0.2 if url == "/hang" else None)
        assert (req.status, req.ok) == (404 if error is ajax.HTTPStatusError else 0, False)
        try:
            req.raise_for_status()
        except error:
            pass
        else:
            raise AssertionError(url)


async def side_by_side_with_a_limit(world):
    """gather, timeout, cancel: the request is aborted."""
    one, two = await asyncio.gather(aio.get("/text?body=1"), aio.get("/text?body=2"))
    assert (one.data, two.data) == ("1", "2")
    calls = []
    try:
        async with asyncio.timeout(0.05):
            await aio.get("/hang", onabort=lambda event: calls.append("abort"))
    except TimeoutError:
        pass
    else:
        raise AssertionError("not cancelled")
    task = asyncio.create_task(aio.get("/hang", onabort=lambda event: calls.append("cancel")))
    await asyncio.sleep(0.01)
    task.cancel()
    await asyncio.wait([task])
    assert calls == ["abort", "cancel"]


async def run_from_where_nothing_can_be_awaited(world):
    """onsuccess gets the result, onerror the exception."""
    seen = []

    async def fails():
        raise KeyError("mine")

    aio.run(aio.sleep(0, "done"), onsuccess=seen.append)
    aio.run(fails(), onerror=seen.append)
    aio.run(fails())
    await asyncio.sleep(0.03)
    assert sorted(map(repr, seen)) == ["'done'", "KeyError('mine')"]
    assert world.reported() == ["KeyError: 'mine'"]


async def streams_arrive_piece_by_piece(world):
    """As bytes, str, lines and server-sent events."""
    pieces = [piece async for piece in aio.stream("/drip?chunks=3&interval=0.05", "binary")]
    assert len(pieces) > 1
    assert sum(map(len, pieces)) == 192
    lines = [line async for line in aio.stream("/drip?chunks=2&size=9&interval=0", "lines")]
    assert lines == ["0 xxxxxx", "1 xxxxxx"]
    events = [event async for event in aio.stream("/sse?events=2&interval=0", "events")]
    assert [(event.data, event.id) for event in events] == [("event 0", "0"), ("event 1", "1")]
    text = [text async for text in aio.stream("/raw", method="POST", data="é")]
    assert "".join(text) == "é"


async def failures_of_streams_raise(world):
    """HTTPStatusError, and NetworkError before and in the middle of the answer."""
    for url, error in (
        ("/status/404", ajax.HTTPStatusError),
        (f"{world.raw}/reset", ajax.NetworkError),
        (f"{world.raw}/half", ajax.NetworkError),
    ):
        try:
            async for _ in aio.stream(url):
                pass
        except error as raised:
            assert f"GET {url}" in str(raised)
        else:
            raise AssertionError(url)


async def timers_and_requests_share_the_clock(world):
    """What is due first comes first; timers of one moment in order."""
    seen = []
    timer.set_timeout(seen.append, 80, "80")
    for number in range(5):
        timer.set_timeout(seen.append, 20, number)
    gone = timer.set_timeout(seen.append, 1, "cleared")
    timer.clear_timeout(gone)
    await aio.get("/delay?seconds=0.3")
    assert seen == [0, 1, 2, 3, 4, "80"]


async def intervals_and_frames(world):
    """Until they are cleared."""
    ticks, frames = [], []
    ticking = timer.set_interval(lambda: ticks.append(1), 20)
    timer.request_animation_frame(frames.append)
    cancelled = timer.request_animation_frame(lambda time: frames.append("cancelled"))
    timer.cancel_animation_frame(cancelled)
    await aio.sleep(0.3)
    timer.clear_interval(ticking)
    count = len(ticks)
    assert count > 2
    assert len(frames) == 1
    assert isinstance(frames[0], int | float)
    await aio.sleep(0.05)
    assert len(ticks) == count


async def a_timer_that_raises_is_reported(world):
    """The others run."""
    seen = []

    def broken():
        raise ValueError("mine")

    timer.set_timeout(broken, 1)
    timer.set_timeout(seen.append, 5, "ran")
    await aio.sleep(0.05)
    assert seen == ["ran"]
    assert world.reported() == ["ValueError: mine"]

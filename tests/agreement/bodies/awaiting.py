"""`browser.aio`: requests, tasks and streams to await."""

import asyncio
from contextlib import aclosing

from browser import aio, ajax, timer


async def each_format(world):
    """Each format has its value of the same response."""
    assert (await aio.get("/json")).data == '{"ok": true}'
    assert (await aio.get("/json", format="json")).data == {"ok": True}
    assert (await aio.get("/json", "binary")).data == b'{"ok": true}'
    data = (await aio.get("/json", format="dataURL")).data
    assert data == "data:application/json;base64,eyJvayI6IHRydWV9"
    req = await aio.get("/text?body=ab", format="dataURL")
    assert req.data == "data:text/plain; charset=utf-8;base64,YWI="
    blob = (await aio.get("/bytes?size=9", format="blob")).data
    assert blob.size == 9


async def what_a_request_has(world):
    """A request has status, headers and the final URL."""
    req = await aio.ajax("GET", "/headers?X-One=1")
    assert (req.status, req.statusText, req.ok, req.error) == (200, "OK", True, None)
    assert req.response_headers["x-one"] == "1"
    assert "/headers?X-One=1&" in req.url
    missing = await aio.get("/status/404")
    assert (missing.status, missing.ok, missing.error) == (404, False, None)
    assert (await aio.get("/redirect?to=/text")).url.endswith("/text")


async def each_method(world):
    """Each method sends its data in the body or in the query."""
    for method in ("post", "put", "patch"):
        req = await getattr(aio, method)("/echo?a=1", data={"x": "é"}, format="json")
        assert (req.data["method"], req.data["url"]) == (method.upper(), "/echo?a=1")
        assert req.data["body"] == "x=%C3%A9"
        assert req.data["headers"]["content-type"] == "application/x-www-form-urlencoded"
    for method in ("get", "delete", "options"):
        req = await getattr(aio, method)("/echo?a=1", data={"x": "é"}, format="json", cache=True)
        assert (req.data["method"], req.data["url"]) == (method.upper(), "/echo?a=1&x=%C3%A9")
    assert (await aio.head("/text")).status == 200
    req = await aio.ajax("propfind", "/echo", data=b"1", format="json")
    assert (req.data["method"], req.data["body"]) == ("PROPFIND", "1")
    req = await aio.ajax("POST", "/echo", "json", {"X-One": "1"}, {"x": 1}, True)
    assert (req.data["headers"]["x-one"], req.data["body"]) == ("1", "x=1")
    assert (await aio.post("/raw", data=b"ab", format="binary")).data == b"ab"


async def a_file_goes_up(world):
    """The file arrives in the field `field_name`."""
    file = world.file(b"12", "a")
    req = await aio.file_upload("/upload", file, field_name="f", format="json")
    (part,) = req.data["parts"]
    assert (part["field"], part["filename"], part["size"]) == ("f", "a", 2)


async def failures_resolve(world):
    """`raise_for_status` raises the error."""
    for url, error in (
        (f"{world.raw}/reset", ajax.NetworkError),
        ("/hang", ajax.RequestTimeout),
        ("/status/404", ajax.HTTPStatusError),
    ):
        req = await aio.get(url, cache=True, timeout=0.2 if url == "/hang" else None)
        answered = error is ajax.HTTPStatusError
        assert (req.status, req.ok) == (404 if answered else 0, False)
        assert type(req.error) is (type(None) if answered else error)
        world.raises(error, f"GET {url}", req.raise_for_status)


async def side_by_side_with_a_limit(world):
    """gather, task groups, wait_for."""
    one, two = await asyncio.gather(aio.get("/text?body=1"), aio.get("/text?body=2"))
    assert (one.data, two.data) == ("1", "2")
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(aio.get(f"/text?body={n}")) for n in range(20)]
    assert [task.result().data for task in tasks] == [str(n) for n in range(20)]
    assert (await asyncio.wait_for(aio.get("/text?body=3"), 15)).data == "3"


async def cancelling_aborts_the_request(world):
    """A time limit and `task.cancel()` abort the request."""
    calls = []

    async def limited():
        async with asyncio.timeout(0.05):
            await aio.get("/hang", onabort=lambda event: calls.append("abort"))

    await world.rejects(TimeoutError, "", limited())
    tasks = []

    def start(done):
        def abort(event):
            calls.append("cancel")

        request = aio.get("/hang", onloadstart=done, onabort=abort)
        tasks.append(asyncio.create_task(request))

    await world.completed(start)
    tasks[0].cancel()
    await asyncio.wait(tasks)
    assert calls == ["abort", "cancel"]


async def run_from_where_nothing_can_be_awaited(world):
    """`onsuccess` gets the result, `onerror` the exception. Without it, the error is reported."""
    seen = []

    async def fails():
        raise KeyError("mine")

    tasks = [
        aio.run(aio.sleep(0, "done"), seen.append),
        aio.run(fails(), seen.append, seen.append),
        aio.run(fails()),
    ]
    assert seen == []
    await asyncio.wait(tasks)
    assert sorted(map(repr, seen)) == ["'done'", "KeyError('mine')"]
    (text,) = world.console()
    assert text.endswith("KeyError: 'mine'")
    assert "in fails" in text


async def a_future_is_awaited(world):
    """A future of asyncio can be awaited."""
    future = aio.Future()
    timer.set_timeout(lambda: future.set_result("timeout!"), 10)
    assert await future == "timeout!"
    assert aio.Future is asyncio.Future


async def streams_arrive_piece_by_piece(world):
    """Pieces arrive before the end of this response, which takes minutes."""
    for format, kind in (("binary", bytes), ("text", str), ("lines", str)):
        pieces = []
        async with aclosing(aio.stream("/drip?chunks=5000&interval=0.05", format)) as stream:
            async for piece in stream:
                pieces.append(piece)
                if len(pieces) == 3:
                    break
        assert [type(piece) for piece in pieces] == [kind] * 3


async def streams_are_complete(world):
    """The whole body arrives as bytes, str, lines and server-sent events."""
    body = bytes(range(256)) * 500
    pieces = [piece async for piece in aio.stream("/raw", "binary", method="POST", data=body)]
    assert b"".join(pieces) == body
    text = (await aio.get("/drip?chunks=4&interval=0")).data
    pieces = [piece async for piece in aio.stream("/drip?chunks=4&interval=0.02")]
    assert "".join(pieces) == text
    lines = [line async for line in aio.stream("/drip?chunks=4&interval=0.02", "lines")]
    assert lines == text.splitlines()
    events = [event async for event in aio.stream("/sse?events=3&interval=0.02", "events")]
    assert [(event.id, event.data, event.event) for event in events] == [
        ("0", "event 0", "message"),
        ("1", "event 1", "message"),
        ("2", "event 2", "message"),
    ]
    pieces = [piece async for piece in aio.stream("/raw", method="POST", data="é")]
    assert "".join(pieces) == "é"
    latin = "/text?body=%C3%A9&encode=latin1&charset=latin1"
    assert "".join([piece async for piece in aio.stream(latin)]) == "é"


async def failures_of_streams_raise(world):
    """Raise HTTPStatusError, and NetworkError before the response and in the middle of it."""
    for url, error in (
        ("/status/404", ajax.HTTPStatusError),
        (f"{world.raw}/reset", ajax.NetworkError),
        (f"{world.raw}/half?cors=star", ajax.NetworkError),
        ("http://localhost:1/x", ajax.NetworkError),
    ):

        async def read(url=url):
            async for _ in aio.stream(url):
                pass

        await world.rejects(error, f"GET {url}", read())


async def a_status_error_has_the_same_attributes_from_a_request_and_a_stream(world):
    """It has status, status_text, method, and the URL without secrets."""
    url = "/status/404?token=hidden"
    try:
        (await aio.post(url)).raise_for_status()
    except ajax.HTTPStatusError as error:
        one = error
    try:
        async for _ in aio.stream(url, method="POST"):
            pass
    except ajax.HTTPStatusError as error:
        two = error
    for error in one, two:
        assert (error.status, error.status_text) == (404, "Not Found")
        assert (error.method, error.url) == ("POST", "/status/404?token=***")
        assert str(error) == "HTTP status 404 Not Found: POST /status/404?token=***"


async def several_at_once(world):
    """`aio.gather` is asyncio's."""
    one, two = await aio.gather(aio.get("/text?body=1"), aio.get("/text?body=2"))
    assert (one.data, two.data) == ("1", "2")
    assert await aio.gather() == []
    found = await aio.gather(aio.get("/hang", timeout="x"), aio.sleep(0), return_exceptions=True)
    assert [type(value) for value in found] == [TypeError, type(None)]

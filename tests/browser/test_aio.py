"""`browser.aio`: requests, events and streams to await."""

import pytest
from pytest_pyodide import run_in_pyodide


@run_in_pyodide
async def test_get_with_each_format(selenium):
    from browser import aio

    req = await aio.get("/json")
    assert req.data == '{"ok": true}'
    assert (await aio.get("/json", format="json")).data == {"ok": True}
    assert (await aio.get("/json", "binary")).data == b'{"ok": true}'
    data = (await aio.get("/json", format="dataURL")).data
    assert data == "data:application/json;base64,eyJvayI6IHRydWV9"
    document = (await aio.get("/xml?body=<a/>", format="document")).data
    assert document.documentElement.tagName == "a"
    blob = (await aio.get("/bytes?size=9", format="blob")).data
    assert blob.size == 9


@run_in_pyodide
async def test_status_headers_and_url(selenium):
    from browser import aio

    req = await aio.ajax("GET", "/headers?X-One=1")
    assert (req.status, req.statusText, req.ok, req.error) == (200, "OK", True, None)
    assert req.response_headers["x-one"] == "1"
    assert "/headers?X-One=1&" in req.url
    missing = await aio.get("/status/404")
    assert (missing.status, missing.ok, missing.error) == (404, False, None)


@run_in_pyodide
async def test_every_method_and_data(selenium):
    from browser import aio

    for method in ("post", "put", "patch"):
        req = await getattr(aio, method)("/echo?a=1", data={"x": "é"}, format="json")
        assert req.data["method"] == method.upper()
        assert req.data["url"] == "/echo?a=1"
        assert req.data["body"] == "x=%C3%A9"
        assert req.data["headers"]["content-type"] == "application/x-www-form-urlencoded"
    for method in ("get", "delete", "options"):
        req = await getattr(aio, method)("/echo?a=1", data={"x": "é"}, format="json", cache=True)
        assert req.data["method"] == method.upper()
        assert req.data["url"] == "/echo?a=1&x=%C3%A9"
    assert (await aio.head("/text")).status == 200
    assert (await aio.ajax("propfind", "/echo", data=b"1", format="json")).data["body"] == "1"
    headers = {"X-One": "1"}
    req = await aio.ajax("POST", "/echo", "json", headers, {"x": 1}, True)
    assert (req.data["headers"]["x-one"], req.data["body"]) == ("1", "x=1")


@run_in_pyodide
async def test_file_upload(selenium):
    from guest import file

    from browser import aio

    req = await aio.file_upload("/upload", file(b"12", "a"), field_name="f", format="json")
    (part,) = req.data["parts"]
    assert (part["field"], part["filename"], part["size"]) == ("f", "a", 2)


@run_in_pyodide
async def test_failures_resolve_and_raise_for_status_raises(selenium):
    from browser import aio, ajax

    for start, error in (
        (aio.get("http://localhost:1/"), ajax.NetworkError),
        (aio.get("/hang", timeout=0.05), ajax.RequestTimeout),
        (aio.get("/status/500"), ajax.HTTPStatusError),
    ):
        req = await start
        if error is not ajax.HTTPStatusError:
            assert req.status == 0
            assert type(req.error) is error
        try:
            req.raise_for_status()
        except error:
            pass
        else:
            raise AssertionError(error)


@run_in_pyodide
async def test_bad_arguments_raise_at_once(selenium):
    from browser import aio

    for start, error, message in (
        (lambda: aio.get("/x", format="xml"), ValueError, "unknown format 'xml': GET /x"),
        (lambda: aio.get("/x", blocking=True), TypeError, "blocking= has no meaning in aio"),
        (lambda: aio.get("/x", timeuot=1), TypeError, "did you mean 'timeout'"),
        (lambda: aio.ajax("TRACE", "/x"), ValueError, "TRACE /x"),
        (lambda: aio.post("/x", data=3), TypeError, "data must be"),
    ):
        try:
            await start()
        except error as raised:
            assert message in str(raised), str(raised)
        else:
            raise AssertionError(message)
    for wrong in (lambda: 1, 1, aio.get):
        try:
            aio.run(wrong)
        except TypeError as raised:
            assert "takes a coroutine" in str(raised)
        else:
            raise AssertionError(wrong)


@run_in_pyodide
async def test_gather_and_task_groups(selenium):
    import asyncio

    from browser import aio

    one, two = await asyncio.gather(aio.get("/text?body=1"), aio.get("/text?body=2"))
    assert (one.data, two.data) == ("1", "2")
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(aio.get(f"/text?body={n}")) for n in range(20)]
    assert [task.result().data for task in tasks] == [str(n) for n in range(20)]
    assert (await asyncio.wait_for(aio.get("/text?body=3"), 5)).data == "3"


@run_in_pyodide
async def cancel(selenium, way):
    import asyncio

    from browser import aio

    try:
        if way == "timeout":
            async with asyncio.timeout(0.1):
                await aio.get("/hang", cache=True)
        elif way == "wait_for":
            await asyncio.wait_for(aio.get("/hang", cache=True), 0.1)
        elif way == "cancel":
            task = asyncio.create_task(aio.get("/hang", cache=True))
            await asyncio.sleep(0.1)
            task.cancel()
            await task
        else:
            async with asyncio.timeout(0.5):
                async for _ in aio.stream("/drip?chunks=1000&interval=0.05"):
                    if way == "break":
                        break
            return
    except (TimeoutError, asyncio.CancelledError):
        return
    raise AssertionError("not cancelled")


@pytest.mark.parametrize("way", ["timeout", "wait_for", "cancel", "stream", "break"])
def test_cancelling_closes_the_connection(selenium, log, way):
    cancel(selenium, way)
    record = log.wait_for(lambda record: record.disconnected)
    assert record.path in ("/hang", "/drip")


@run_in_pyodide
async def test_run_with_its_callbacks(selenium):
    import asyncio

    import js

    from browser import aio

    seen = []

    async def fine():
        await aio.sleep(0)
        return 5

    async def broken():
        raise ValueError("in a coroutine")

    before = len(js.logs)
    aio.run(fine(), seen.append)
    aio.run(broken(), seen.append, seen.append)
    task = aio.run(broken())
    assert seen == []
    await asyncio.wait([task])
    await asyncio.sleep(0.02)
    assert sorted(map(str, seen)) == ["5", "in a coroutine"]
    (text,) = list(js.logs)[before:]
    assert text.endswith("ValueError: in a coroutine")
    assert "in broken" in text


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


@run_in_pyodide
async def test_a_future_is_asyncios(selenium):
    import asyncio

    from browser import aio, timer

    future = aio.Future()
    timer.set_timeout(lambda: future.set_result("timeout!"), 10)
    assert await future == "timeout!"
    assert aio.Future is asyncio.Future


@run_in_pyodide
async def test_stream_of_text_arrives_piece_by_piece(selenium):
    import time

    from browser import aio

    began = time.monotonic()
    first = None
    pieces = []
    async for piece in aio.stream("/drip?chunks=4&interval=0.1"):
        first = first or time.monotonic() - began
        pieces.append(piece)
    assert len(pieces) > 1
    assert time.monotonic() - began > first + 0.15
    assert "".join(pieces) == (await aio.get("/drip?chunks=4&interval=0")).data


@run_in_pyodide
async def test_stream_of_bytes_lines_and_events(selenium):
    from browser import aio

    body = bytes(range(256)) * 500
    got = [piece async for piece in aio.stream("/raw", "binary", method="POST", data=body)]
    assert b"".join(got) == body
    text = (await aio.get("/drip?chunks=3&interval=0")).data
    lines = [line async for line in aio.stream("/drip?chunks=3&interval=0.02", "lines")]
    assert lines == text.splitlines()
    events = [event async for event in aio.stream("/sse?events=3&interval=0.02", "events")]
    assert [(event.id, event.data, event.event) for event in events] == [
        ("0", "event 0", "message"),
        ("1", "event 1", "message"),
        ("2", "event 2", "message"),
    ]
    split = [t async for t in aio.stream("/text?body=%C3%A9&encode=latin1&charset=latin1")]
    assert split == ["é"]


@run_in_pyodide
async def test_stream_failures(selenium):
    from browser import aio, ajax

    for url, error in (
        ("/status/404", ajax.HTTPStatusError),
        ("http://localhost:1/", ajax.NetworkError),
    ):
        try:
            async for _ in aio.stream(url):
                pass
        except error as raised:
            assert f"GET {url}" in str(raised)
        else:
            raise AssertionError(url)

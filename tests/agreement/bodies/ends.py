"""The four failures: network error, timeout, abort, HTTP status. They are never merged."""

import asyncio

from browser import aio, ajax

ENDS = ("complete", "error", "abort", "load", "timeout", "loadend")


def _watched(calls, names=ENDS):
    req = ajax.Ajax()
    for name in names:
        req.bind(name, lambda got, name=name: calls.append((name, req.readyState, req.status)))
    return req


async def a_network_error(world):
    """Calls `complete` with status 0, then `error`. The message names METHOD URL and causes."""
    for url in (
        f"{world.raw}/reset",
        f"{world.raw}/badstatus",
        "/redirect/loop",
        "http://localhost:1/x",
    ):
        calls, seen = [], []
        req = _watched(calls)
        req.bind("complete", lambda req, seen=seen: seen.append(req.text))
        req.bind("error", lambda event, seen=seen: seen.append((event.type, event.target)))
        req.open("GET", url)
        req.send()
        await world.finished(req)
        assert calls == [("complete", 4, 0), ("error", 4, 0), ("loadend", 4, 0)], (url, calls)
        assert type(req.error) is ajax.NetworkError
        assert isinstance(req.error, ConnectionError)
        assert seen == ["", ("error", req)]
        assert (req.error.method, req.error.url) == ("GET", url)
        assert str(req.error).startswith(f"network error: GET {url}: likely causes: ")
        assert "unreachable" in str(req.error)
        assert (req.text, req.statusText, req.getAllResponseHeaders()) == ("", "", "")
        error = world.raises(ajax.NetworkError, "network error", req.raise_for_status)
        assert error is req.error


async def a_network_error_in_the_middle_of_the_answer(world):
    """At the end the part that had arrived is gone."""
    calls = []
    req = _watched(calls)
    req.open("GET", f"{world.raw}/half?cors=star")
    req.send()
    await world.finished(req)
    assert calls == [("complete", 4, 0), ("error", 4, 0), ("loadend", 4, 0)]
    assert type(req.error) is ajax.NetworkError
    assert (req.text, req.getAllResponseHeaders()) == ("", "")


async def a_network_error_of_an_upload(world):
    """The error of the upload comes first, unless the whole body was sent."""
    calls = []
    req = ajax.Ajax()
    for name in ("uploaderror", "uploadload", "error", "loadend"):
        req.bind(name, lambda got, name=name: calls.append(name))
    req.open("POST", f"{world.raw}/reset")
    req.send(b"x")
    await world.finished(req)
    assert calls[-2:] == ["error", "loadend"]
    assert calls[0] in ("uploaderror", "uploadload")


async def a_blocking_network_error(world):
    """Calls `complete` and returns the request, which has the same error."""
    calls = []
    req = ajax.get(f"{world.raw}/reset", blocking=True, oncomplete=calls.append)
    assert calls == [req]
    assert (req.status, req.text, type(req.error)) == (0, "", ajax.NetworkError)


async def a_timeout(world):
    """Calls `ontimeout` without arguments, not `complete`. A bound function gets an event."""
    calls = []
    req = _watched(calls)
    req.open("GET", "/hang")
    req.set_timeout(0.05, lambda: calls.append("the function"))
    req.send()
    await world.finished(req)
    assert calls == ["the function", ("timeout", 4, 0), ("loadend", 4, 0)]
    assert type(req.error) is ajax.RequestTimeout
    assert isinstance(req.error, TimeoutError)
    assert str(req.error) == "no complete response within 0.05 s: GET /hang"


async def every_method_has_a_timeout(world):
    """Calls `ontimeout=` without arguments, and does not call `oncomplete=`."""
    for name in ("get", "delete", "options", "post", "put", "patch", "head"):
        calls = []
        req = await world.ended(
            getattr(ajax, name),
            "/hang",
            timeout=0.02,
            ontimeout=lambda *arguments, calls=calls: calls.append(arguments),
            oncomplete=calls.append,
        )
        assert calls == [()], name
        assert type(req.error) is ajax.RequestTimeout


async def a_timeout_counts_from_send(world):
    """The time starts at `send`, not at `set_timeout`. At the end of the request it stops."""

    async def check(seconds):
        calls = []
        req = ajax.Ajax()
        req.set_timeout(seconds, lambda: calls.append("timeout"))
        req.open("GET", "/text")
        await asyncio.sleep(seconds * 1.2)
        assert calls == []
        req.send()
        await world.finished(req)
        await asyncio.sleep(seconds * 1.2)
        assert calls == []
        assert req.status == 200

    await world.patiently(check)


async def a_timeout_in_the_middle_of_the_answer(world):
    """The limit is for the whole response. Without `ontimeout=` nothing is reported."""
    calls = []
    req = await world.ended(
        ajax.get,
        "/drip?chunks=5000&interval=0.05",
        onprogress=lambda event: event.target.set_timeout(0.01),
        oncomplete=calls.append,
    )
    assert calls == []
    assert (type(req.error), req.status, req.text) == (ajax.RequestTimeout, 0, "")


async def a_timeout_that_is_set_after_send(world):
    """`timeout` is in milliseconds, as in XMLHttpRequest, and counts from `send`."""
    calls = []
    req = ajax.Ajax()
    req.bind("timeout", lambda event: calls.append(event.type))
    for before, after in ((100, 0), (0, 50)):
        req.open("GET", "/hang")
        req.timeout = before
        assert req.timeout == before
        req.send()
        if after:
            req.timeout = after
            assert req.timeout == after
        await world.finished(req)
        assert type(req.error) is ajax.RequestTimeout
    assert calls == ["timeout", "timeout"]


async def readystatechange_is_told_first(world):
    """With readyState 4, also before the upload's end."""
    names = ("uploadtimeout", "uploadabort", "uploaderror")
    for end, url in (("timeout", "/hang"), ("abort", "/hang"), ("error", "http://localhost:1/x")):
        calls = []
        req = _watched(calls, ("readystatechange", *names, end, "loadend"))
        req.open("POST", url)
        calls.clear()
        req.send(b"x")
        if end == "timeout":
            req.timeout = 50
        if end == "abort":
            req.abort()
        else:
            await world.finished(req)
        told = [(name, state) for name, state, _ in calls]
        assert told[0] == ("readystatechange", 4)
        assert told[-2:] == [(end, 4), ("loadend", 4)]
        assert [name for name, _ in told].count("readystatechange") == 1


async def an_abort_in_complete(world):
    """The response is gone; load and loadend are told all the same."""
    calls = []
    req = ajax.Ajax()
    req.bind("complete", lambda req: (calls.append((req.status, req.text)), req.abort()))
    for name in ("complete", "load", "loadend"):
        req.bind(name, lambda got, name=name: calls.append((name, req.readyState, req.text)))
    req.open("GET", "/text?body=1")
    req.send()
    await world.finished(req)
    assert calls == [(200, "1"), ("complete", 0, ""), ("load", 0, ""), ("loadend", 0, "")]
    assert type(req.error) is ajax.RequestAborted


async def an_abort_after_the_end(world):
    """Nobody is called; the object is as before `open`."""
    calls = []
    req = await world.ended(ajax.get, "/text")
    for name in (*ENDS, "readystatechange"):
        req.bind(name, calls.append)
    assert req.getAllResponseHeaders()
    req.abort()
    assert calls == []
    assert (req.readyState, req.status, req.statusText, req.text) == (0, 0, "", "")
    assert (req.getAllResponseHeaders(), req.error) == ("", None)
    world.raises(RuntimeError, "send() before open()", req.send)
    req.responseType, req.withCredentials = "json", True
    req.set_header("X-One", "1")
    req.open("POST", "/echo")
    req.send()
    await world.finished(req)
    assert req.json["headers"]["x-one"] == "1"


async def an_abort_at_readystatechange_4(world):
    """Ends the request for those who wait for it."""

    def stop(event):
        if event.target.readyState == 4:
            event.target.abort()

    request = await aio.get("/text", onreadystatechange=stop)
    assert (request.status, request.data) == (0, "")
    assert type(request.error) is ajax.RequestAborted


async def an_abort(world):
    """Calls `abort` and `loadend` at once, not `complete`. Then the object is as new."""
    calls = []
    req = _watched(calls)
    req.open("GET", "/hang")
    req.send()
    req.abort()
    assert [name for name, _, _ in calls] == ["abort", "loadend"]
    assert type(req.error) is ajax.RequestAborted
    assert isinstance(req.error, ConnectionAbortedError)
    assert (req.status, req.readyState, req.text) == (0, 0, "")
    req.abort()
    assert len(calls) == 2


async def an_abort_of_an_upload(world):
    """The events of the upload come first."""
    calls = []
    req = ajax.Ajax()
    for name in ("uploadabort", "uploadloadend", "abort", "loadend"):
        req.bind(name, lambda got, name=name: calls.append(name))
    req.open("POST", "/hang")
    req.send(b"x" * 100_000)
    req.abort()
    assert calls == ["uploadabort", "uploadloadend", "abort", "loadend"]


async def an_abort_in_a_callback(world):
    """After an abort in the middle of the response, no more events come."""
    calls = []

    def stop(event):
        calls.append("progress")
        event.target.abort()

    req = await world.ended(
        ajax.get, "/drip?chunks=5000&interval=0.05", onprogress=stop, oncomplete=calls.append
    )
    assert calls == ["progress"]
    assert (req.text, type(req.error)) == ("", ajax.RequestAborted)


async def an_http_status_is_no_error(world):
    """Only `raise_for_status` raises it."""
    for status, reason in (
        (400, "Bad Request"),
        (404, "Not Found"),
        (500, "Internal Server Error"),
        (503, "Service Unavailable"),
    ):
        completed = []
        req = await world.ended(ajax.get, f"/status/{status}", oncomplete=completed.append)
        assert completed == [req]
        assert (req.status, req.statusText, req.error) == (status, reason, None)
        assert type(req.status) is int
        text = f"HTTP status {status} {reason}: GET /status/{status}"
        world.raises(ajax.HTTPStatusError, text, req.raise_for_status)
    (await world.ended(ajax.get, "/text")).raise_for_status()


async def no_secret_of_a_url_is_in_a_message(world):
    """A message shows neither password nor token."""
    url = "http://ann:hidden@localhost:1/x?access_token=hidden"
    req = await world.ended(ajax.get, url, cache=True)
    for text in (str(req.error), repr(req.error), repr(req.error.args), repr(req)):
        assert "hidden" not in text
        assert "***" in text

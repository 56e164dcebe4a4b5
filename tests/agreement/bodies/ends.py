"""Network error, timeout, abort, HTTP status: four ends, never merged."""

import asyncio

from browser import ajax

ENDS = ("complete", "error", "abort", "load", "timeout", "loadend")


def _watched(calls, names=ENDS):
    req = ajax.Ajax()
    for name in names:
        req.bind(name, lambda got, name=name: calls.append((name, req.readyState, req.status)))
    return req


async def a_network_error(world):
    """`complete` with status 0, then error; the message tells METHOD URL and likely causes."""
    for url in (f"{world.raw}/reset", f"{world.raw}/badstatus", "/redirect/loop"):
        calls = []
        req = _watched(calls)
        req.open("GET", url)
        req.send()
        await world.finished(req)
        assert calls == [("complete", 4, 0), ("error", 4, 0), ("loadend", 4, 0)], (url, calls)
        assert type(req.error) is ajax.NetworkError
        assert isinstance(req.error, ConnectionError)
        assert str(req.error).startswith(f"network error: GET {url}: likely causes: ")
        assert (req.text, req.statusText, req.getAllResponseHeaders()) == ("", "", "")
        world.raises(ajax.NetworkError, "network error", req.raise_for_status)


async def a_network_error_in_the_middle_of_the_answer(world):
    """Whatever was there is gone at the end."""
    calls = []
    req = _watched(calls)
    req.open("GET", f"{world.raw}/half")
    req.send()
    await world.finished(req)
    assert calls == [("complete", 4, 0), ("error", 4, 0), ("loadend", 4, 0)]
    assert (req.text, req.getAllResponseHeaders()) == ("", "")


async def a_network_error_of_an_upload(world):
    """The upload's own error comes first, unless all has gone up."""
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
    """Returns the request, with the same error."""
    req = ajax.get(f"{world.raw}/reset", blocking=True)
    assert (req.status, req.text, type(req.error)) == (0, "", ajax.NetworkError)


async def a_timeout(world):
    """The function without arguments, no complete; a bound function gets an event."""
    calls = []
    req = _watched(calls)
    req.open("GET", "/hang")
    req.set_timeout(0.05, lambda: calls.append("the function"))
    req.send()
    await world.finished(req)
    assert calls == ["the function", ("timeout", 4, 0), ("loadend", 4, 0)]
    assert type(req.error) is ajax.RequestTimeout
    assert isinstance(req.error, TimeoutError)
    assert str(req.error) == "no complete answer within 0.05 s: GET /hang"


async def every_method_has_a_timeout(world):
    """And `ontimeout=` gets no argument, `oncomplete=` no call."""
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
    """Not from set_timeout; and it is gone when the request ends."""
    calls = []
    req = ajax.Ajax()
    req.set_timeout(0.6, lambda: calls.append("timeout"))
    req.open("GET", "/text")
    await asyncio.sleep(0.7)
    req.send()
    await world.finished(req)
    await asyncio.sleep(0.7)
    assert calls == []
    assert req.status == 200


async def a_timeout_in_the_middle_of_the_answer(world):
    """Ends it too: it is for the whole answer."""
    calls = []
    req = await world.ended(
        ajax.get, "/drip?chunks=50&interval=0.05", timeout=0.12, oncomplete=calls.append
    )
    assert calls == []
    assert (type(req.error), req.status, req.text) == (ajax.RequestTimeout, 0, "")


async def a_timeout_that_is_set_after_send(world):
    """In XMLHttpRequest's milliseconds; counted from send all the same."""
    req = ajax.Ajax()
    req.open("GET", "/hang")
    req.send()
    req.timeout = 50
    assert req.timeout == 50
    await world.finished(req)
    assert type(req.error) is ajax.RequestTimeout


async def an_abort(world):
    """abort and loadend at once, no complete; then the object is as new."""
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
    """The upload is told first."""
    calls = []
    req = ajax.Ajax()
    for name in ("uploadabort", "uploadloadend", "abort", "loadend"):
        req.bind(name, lambda got, name=name: calls.append(name))
    req.open("POST", "/hang")
    req.send(b"x" * 100_000)
    req.abort()
    assert calls == ["uploadabort", "uploadloadend", "abort", "loadend"]


async def an_abort_in_a_callback(world):
    """In the middle of the answer: nothing more is told of it."""
    calls = []

    def stop(event):
        calls.append("progress")
        event.target.abort()

    req = await world.ended(
        ajax.get, "/drip?chunks=50&interval=0.05", onprogress=stop, oncomplete=calls.append
    )
    assert calls == ["progress"]
    assert (req.text, type(req.error)) == ("", ajax.RequestAborted)


async def an_http_status_is_no_error(world):
    """Until it is asked."""
    for status, reason in ((400, "Bad Request"), (404, "Not Found"), (503, "Service Unavailable")):
        completed = []
        req = await world.ended(ajax.get, f"/status/{status}", oncomplete=completed.append)
        assert completed == [req]
        assert (req.status, req.statusText, req.error) == (status, reason, None)
        text = f"HTTP status {status} {reason}: GET /status/{status}"
        world.raises(ajax.HTTPStatusError, text, req.raise_for_status)


async def no_secret_of_a_url_is_in_a_message(world):
    """Neither password nor token."""
    url = "http://ann:hidden@localhost:1/x?access_token=hidden"
    req = await world.ended(ajax.get, url, cache=True)
    for text in (str(req.error), repr(req.error), repr(req)):
        assert "hidden" not in text
        assert "***" in text

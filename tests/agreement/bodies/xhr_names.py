"""XMLHttpRequest's own names on the request, readable and writable."""

from browser import ajax


def _first_of_each(calls):
    """An engine may report a body in more pieces than it came in."""
    return list(dict.fromkeys(calls))


async def properties_before_and_after(world):
    """They have defaults first, later the values of the response."""
    req = ajax.Ajax()
    assert (req.timeout, req.withCredentials, req.responseType) == (0, False, "")
    assert req.encoding is None
    assert (req.statusText, req.responseURL, req.responseText) == ("", "", "")
    assert (req.UNSENT, req.OPENED, req.HEADERS_RECEIVED, req.LOADING, req.DONE) == (0, 1, 2, 3, 4)
    assert req.responseXML is None
    req.open("GET", "/redirect?to=/text?body=1")
    req.send()
    await world.finished(req)
    assert req.statusText == "OK"
    assert req.responseURL.endswith("/text?body=1")
    assert (req.responseText, req.response, req.read()) == ("1", "1", "1")


async def properties_that_hold_one_function(world):
    """`onload`, `upload.onprogress` and the like run in turn with bound functions."""
    calls = []
    req = ajax.Ajax()
    assert req.onload is None

    def loaded(event):
        calls.append((event.type, event.target is req))

    req.onload = lambda event: calls.append("never")
    req.onload = loaded
    assert req.onload is loaded
    req.bind("load", lambda event: calls.append("bound"))
    req.ontimeout = lambda event: calls.append("never")
    req.upload.onprogress = lambda event: calls.append(event.loaded)
    req.open("POST", "/raw")
    req.onreadystatechange = lambda event: calls.append(f"state {event.target.readyState}")
    req.send(b"12345")
    await world.finished(req)
    expected = [5, "state 2", "state 3", "state 4", ("load", True), "bound"]
    assert _first_of_each(calls) == expected
    req.onload = None
    assert req.onload is None
    calls.clear()
    req.open("POST", "/raw")
    req.send(b"12345")
    await world.finished(req)
    assert ("load", True) not in calls
    assert "bound" in calls


async def listeners_that_are_added_and_removed(world):
    """addEventListener and removeEventListener of the request and of its upload."""
    calls = []

    def gone(event):
        calls.append("gone")

    req = ajax.Ajax()
    assert req.upload is req.upload
    for target in (req, req.upload):
        target.addEventListener("load", gone)
        target.addEventListener("load", lambda event: calls.append(event.type))
        target.removeEventListener("load", gone)
    req.open("POST", "/echo")
    req.setRequestHeader("Content-Type", "text/plain")
    req.send(b"12345")
    await world.finished(req)
    assert calls == ["uploadload", "load"]
    assert req.json["headers"]["content-type"] == "text/plain"


async def the_response_of_arraybuffer(world):
    """Is bytes in Python, the same object each time; `read()` is equal to it."""
    body = bytes(range(256))
    for req in await world.both(ajax.post, "/raw", data=body, mode="binary"):
        assert isinstance(req.response, bytes)
        assert (req.response, repr(req.response[:2])) == (body, repr(body[:2]))
        assert req.response is req.response
        assert req.read() == body
        req.open("POST", "/raw")
        assert req.response == b""
    req = ajax.Ajax()
    req.open("POST", "/raw")
    req.responseType = "arraybuffer"
    req.send(req.response + b"again")
    await world.finished(req)
    assert req.response == b"again"
    for again in await world.both(ajax.post, "/raw", data=req.response):
        assert again.text == "again"


async def names_that_do_not_exist(world):
    """They raise AttributeError. A program may add its own attributes."""
    req = ajax.Ajax()
    assert not hasattr(req, "nonsense")
    world.raises(AttributeError, "no attribute 'statuss'", getattr, req, "statuss")
    req.mark = "mine"
    assert req.mark == "mine"


async def the_repr(world):
    """It shows the state and the status."""
    req = ajax.get("/text", cache=True, blocking=True)
    assert repr(req) == "<Ajax: GET /text: complete, status 200>"

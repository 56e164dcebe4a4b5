"""`Server`: routes, recorded requests, errors that fail the test, the end of the block."""

import asyncio
import re
import sys

import pytest

from browser import _host, aio, ajax, timer
from browser._host import NoBrowserError
from browser.ajax import _request
from browser.testing import File, Response, Server


@pytest.fixture
def server():
    with Server("http://localhost/app/") as running:
        yield running


def text_of(url, method="GET"):
    req = ajax.Ajax()
    req.open(method, url, False)
    req.send()
    return req.text


@pytest.mark.parametrize(
    ("method", "route"),
    [
        ("GET", "/app/x"),
        ("get", "x"),
        ("*", "http://localhost/app/x"),
        ("GET", "/app/x?b=2&a=1"),
        ("GET", re.compile(r"/app/\w\?a=1&b=2$")),
        ("GET", "*"),
    ],
)
def test_a_route_matches(server, method, route):
    server.on("*", "*", body="another")
    server.on(method, route, body="found")
    assert text_of("x?a=1&b=2") == "found"
    assert ajax.get("x?a=1&b=2", blocking=True).text == "found"


@pytest.mark.parametrize(
    ("method", "route"),
    [
        ("POST", "x"),
        ("GET", "/x"),
        ("GET", "http://other/app/x"),
        ("GET", "x?a=1"),
        ("GET", re.compile("y")),
    ],
)
def test_a_route_does_not_match(server, method, route):
    server.on("*", "*", body="another")
    server.on(method, route, body="found")
    assert text_of("x?a=1&b=2") == "another"


def test_the_latest_route_responds_as_often_as_times_says(server):
    server.on("GET", "x", body="always")
    server.on("GET", "x", body="twice", times=2)
    assert [text_of("x") for _ in range(3)] == ["twice", "twice", "always"]


def test_responses_one_after_the_other(server):
    route = server.on("GET", "x", status=503).then(Response(body="2")).then(body="3")
    assert [text_of("x") for _ in range(4)] == ["", "2", "3", "3"]
    assert route.requests == server.requests


def test_a_function_gets_the_request(server):
    server.on("POST", "x", lambda request: Response(json={"got": request.json["n"]}))
    assert ajax.post("x", data='{"n": 1}', blocking=True).json == {"got": 1}


def test_what_is_recorded(server):
    server.on("*", "*")
    ajax.post("x?q=1", data={"a": [1, 2], "b": ""}, headers={"X-A": "1"}, blocking=True)
    req = ajax.Ajax()
    req.withCredentials = True
    req.open("GET", "http://ann:pw@other/y?token=t", False)
    req.send()
    data = {"n": 1, "f": File("a.txt", b"ab", "text/plain")}
    ajax.post("/up", data=data, blocking=True)
    form, get, upload = server.requests
    assert (form.method, form.url, form.path) == ("POST", "http://localhost/app/x?q=1", "/app/x")
    assert (form.query, form.form) == ({"q": ["1"]}, {"a": ["1", "2"], "b": [""]})
    assert (form.body, form.text, form.credentials) == (b"a=1&a=2&b=", "a=1&a=2&b=", False)
    assert form.headers["x-a"] == form.headers["X-A"] == "1"
    assert (get.credentials, get.form, get.files, get.ended) == (True, {}, [], "load")
    assert repr(get) == "<Request: GET http://***@other/y?token=***>"
    assert upload.form == {"n": ["1"]}
    assert upload.files == [("f", "a.txt", "text/plain", b"ab")]
    assert upload.files[0].filename == "a.txt"


def test_the_cache_parameter_is_in_the_url_and_not_in_the_query(server):
    server.on("GET", "x?a=1")
    ajax.get("x", data={"a": 1}, blocking=True)
    (request,) = server.requests
    assert re.search(r"\?a=1&\d{16}$", request.url)
    assert request.query == {"a": ["1"]}


def test_how_each_request_ended(server):
    server.on("GET", "/load")
    server.on("GET", "/error", network_error=True)
    server.on("GET", "/never", never=True)
    for path, timeout in (("/load", 1), ("/error", 1), ("/never", 1), ("/never", None)):
        ajax.get(path, timeout=timeout)
    server.run()
    assert [request.ended for request in server.requests] == ["load", "error", "timeout", ""]


def test_an_unexpected_request_fails_the_test_and_is_a_network_error_to_the_program():
    server = Server()
    caught = []
    with pytest.raises(AssertionError) as failed, server:  # noqa: PT012
        server.on("GET", "/known?token=hidden")
        ajax.post("/save?token=hidden", oncomplete=lambda req: caught.append(req.error))
        with pytest.raises(AssertionError):
            server.run()
        ajax.post("/again")
    assert type(caught[0]) is ajax.NetworkError
    message = str(failed.value)
    assert message.startswith(
        "no route matches: POST http://localhost/again: add one with server.on(...)"
    )
    assert "<Route: GET /known?token=***>" in message
    assert "hidden" not in message
    (note,) = failed.value.__notes__
    assert re.search(r"sent by .*test_server\.py:\d+ in test_an_unexpected", note)


def test_an_error_of_a_callback_reaches_the_test_with_its_traceback(server):
    def broken(req):
        raise KeyError("mine")

    server.on("GET", "x")
    ajax.get("x", oncomplete=broken, onload=lambda event: 1 / 0)
    with pytest.raises(KeyError, match="mine") as caught:
        server.run()
    assert caught.traceback[-1].name == "broken"
    assert "ZeroDivisionError" in caught.value.__notes__[0]
    server.run()


def test_what_was_not_raised_is_noted_on_the_tests_own_failure():
    with pytest.raises(AssertionError) as failed, Server() as server:  # noqa: PT012
        server.on("GET", "/x")
        ajax.get("/x", blocking=True, oncomplete=lambda req: 1 / 0)
        raise AssertionError("the test's own")
    assert "ZeroDivisionError" in failed.value.__notes__[0]


def test_an_error_of_a_route_or_a_task_reaches_the_test(server):
    server.on("GET", "/broken", lambda request: 1 / 0)
    ajax.get("/broken")
    with pytest.raises(ZeroDivisionError):
        server.run()
    server.on("GET", "/wrong", lambda request: "text")
    ajax.get("/wrong")
    with pytest.raises(TypeError, match=r"a Response, not str: GET http://localhost/wrong"):
        server.run()

    async def fails():
        raise KeyError("mine")

    async def leaves_a_task():
        asyncio.create_task(fails())  # noqa: RUF006
        await asyncio.sleep(1)

    with pytest.raises(KeyError):
        server.run(leaves_a_task())
    aio.run(fails())
    with pytest.raises(KeyError):
        server.run()


@pytest.mark.parametrize("times", [0, 1, 2])
def test_an_expected_request_must_come(times):
    server = Server()
    with server:
        server.expect("GET", "/x", times=2)
        for _ in range(times):
            text_of("/x")
        if times == 2:
            return
        with pytest.raises(
            AssertionError, match=f"expected 2 times, requested {times} times: GET /x"
        ) as failed:
            server.check()
        server._routes.clear()
    assert ("<Request: GET http://localhost/x>" in str(failed.value)) is bool(times)


def test_leaving_the_block_checks_what_was_expected():
    with (
        pytest.raises(AssertionError, match="expected, but never requested: PUT /x"),
        Server() as server,
    ):
        server.expect("PUT", "/x")


def test_time_is_virtual_and_one_for_all(server):
    seen = []

    def note(what):
        seen.append((what, server.time))

    async def sleeps():
        await asyncio.sleep(3600)
        note("slept")

    server.on("GET", "x", delay=5, chunks=2, interval=10, body="ab")
    timer.set_timeout(note, 7000, "timer")
    aio.run(sleeps())
    ajax.get("x", onprogress=lambda event: note(event.loaded), oncomplete=lambda req: note("end"))
    server.run(7)
    assert seen == [(1, 5.0), ("timer", 7.0)]
    assert server.time == 7
    server.run()
    assert seen[2:] == [(2, 15.0), ("end", 15.0), ("slept", 3600.0)]


def test_a_blocking_request_takes_virtual_time_and_lets_nothing_else_happen(server):
    seen = []
    server.on("GET", "x", delay=60, body="ab")
    timer.set_timeout(seen.append, 1000, "timer")
    assert text_of("x") == "ab"
    assert (server.time, seen) == (60, [])
    server.run()
    assert (server.time, seen) == (60, ["timer"])
    req = ajax.get("x", timeout=10, blocking=True)
    assert (type(req.error), server.time) == (ajax.RequestTimeout, 70)


def test_a_blocking_request_without_a_response_fails_the_test(server):
    server.on("GET", "x", never=True)
    with pytest.raises(ValueError, match="a blocking request without a response") as caught:
        text_of("x")
    assert isinstance(caught.value.__cause__, AssertionError)
    assert ajax.get("x", timeout=1, blocking=True).status == 0


def test_the_upload_goes_in_pieces_too(server):
    seen = []
    server.on("POST", "x", chunks=4, interval=1)
    ajax.post("x", data=b"12345678", onuploadprogress=lambda e: seen.append((e.loaded, e.total)))
    server.run()
    assert seen == [(2, 8), (4, 8), (6, 8), (8, 8)]


def test_intervals_do_not_keep_it_going(server):
    ticks = []
    timer.set_interval(lambda: ticks.append(server.time), 1000)
    server.run()
    assert ticks == []
    server.run(3)
    assert ticks == [1, 2, 3]


def test_a_program_that_never_ends_is_an_error(server, monkeypatch):
    monkeypatch.setattr("browser.testing._clock.BUSY", 500)

    def again():
        timer.set_timeout(again, 1000)

    again()
    with pytest.raises(RuntimeError, match="always has something pending"):
        server.run()
    server.run(1000)


def test_run_returns_the_result_of_a_coroutine_or_raises_its_error(server):
    async def loads():
        return (await aio.get("x")).data

    async def fails():
        (await aio.get("y")).raise_for_status()

    server.on("GET", "x", body="text")
    server.on("GET", "y", status=404)
    assert server.run(loads()) == "text"
    with pytest.raises(ajax.HTTPStatusError, match="404 Not Found"):
        server.run(fails())


def test_a_coroutine_that_waits_for_ever_fails_the_test(server):
    async def waits():
        await aio.get("x?key=hidden")

    server.on("GET", "x", never=True)
    with pytest.raises(
        AssertionError, match=r"waits for ever.*GET http://localhost/app/x\?key=\*\*\*"
    ):
        server.run(waits())
    assert server.requests[0].ended == "abort"


def test_the_end_of_the_block_cancels_what_is_pending():
    with Server() as server:
        server.on("*", "*", never=True)
        ended = []
        ajax.get("/x", onloadend=ended.append)
        timer.set_interval(print, 1)
        timer.request_animation_frame(print)

        async def waits():
            try:
                await aio.get("/y")
            finally:
                ended.append("cleaned up")

        aio.run(waits())
        server.run(0)
    assert ended == ["cleaned up"]
    assert _request._in_flight == {}
    assert timer._waiting == {}
    with pytest.raises(NoBrowserError):
        ajax.get("/x")
    with pytest.raises(NoBrowserError):
        timer.set_timeout(print, 1)


def test_servers_nest():
    with Server() as outer:
        outer.on("GET", "/x", body="outer")
        with Server() as inner:
            inner.on("GET", "/x", body="inner")
            assert text_of("/x") == "inner"
        assert text_of("/x") == "outer"
        assert len(outer.requests) == 1


def test_it_stands_for_requests_and_not_for_the_page(server):
    import browser

    server.on("GET", "x", body="<a/>", headers={"Content-Type": "text/xml"})
    for use in (
        lambda: browser.document["x"],
        lambda: browser.local_storage.storage["x"],
        lambda: browser.websocket.WebSocket("ws://localhost/"),
    ):
        with pytest.raises(NoBrowserError):
            use()
    for mode in ("text", "document"):
        req = ajax.get("x", mode=mode, blocking=True)
        with pytest.raises(NoBrowserError, match="as a document needs a browser"):
            _ = req.xml
    seen = []
    ajax.get("x", mode="document", oncomplete=lambda req: seen.append(req.xml))
    with pytest.raises(
        NoBrowserError, match=r"a document needs a browser: GET http://localhost/app/x"
    ):
        server.run()


@pytest.mark.parametrize(
    ("error", "text", "keywords"),
    [
        (TypeError, "keyword argument 'stauts'; did you mean 'status'", {"stauts": 200}),
        (ValueError, "from 200 to 999, not 99", {"status": 99}),
        (ValueError, "at least 0", {"delay": -1}),
        (ValueError, "chunks must be at least 1", {"chunks": 0}),
        (TypeError, "a body or json", {"body": "x", "json": 1}),
        (TypeError, "contradict", {"never": True, "network_error": True}),
        (TypeError, "not int", {"body": [1]}),
        (ValueError, "at least once, not 0 times", {"times": 0}),
        (TypeError, r"a response or its keywords \(body\)", {"response": Response(), "body": "x"}),
        (TypeError, "not str", {"response": "text"}),
    ],
)
def test_bad_responses(server, error, text, keywords):
    with pytest.raises(error, match=text):
        server.on("GET", "x", **keywords)


def test_bad_routes_and_bad_use(server, monkeypatch):
    with pytest.raises(TypeError, match="a str or a pattern, not int"):
        server.on("GET", 1)
    with pytest.raises(ValueError, match="TRACE /x"):
        server.on("TRACE", "/x")
    with pytest.raises(ValueError, match="Invalid URL"):
        Server("nowhere")
    with pytest.raises(TypeError, match="not str"):
        server.run("5")
    timer.set_timeout(server.run, 1)
    with pytest.raises(RuntimeError, match="call it in the test"):
        server.run()

    async def test():
        with Server():
            pass

    with pytest.raises(RuntimeError, match="without async"):
        server.run(test())
    monkeypatch.setattr(sys, "platform", "emscripten")
    assert _host.in_pyodide()
    with pytest.raises(RuntimeError, match="outside of a browser only"):
        Server()

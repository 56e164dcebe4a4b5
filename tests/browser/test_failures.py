"""Network, timeout, abort, HTTP status: four failures, never merged."""

import pytest
from pytest_pyodide import run_in_pyodide


@run_in_pyodide
async def check_network_error(selenium, url):
    from guest import finished

    from browser import ajax

    calls = []
    req = ajax.Ajax()
    req.bind("complete", lambda req: calls.append(("complete", req.status, req.text)))
    req.bind("error", lambda event: calls.append((event.type, event.target is req)))
    req.bind("load", lambda event: calls.append("load"))
    req.open("GET", url)
    req.send()
    await finished(req)
    assert calls == [("complete", 0, ""), ("error", True)]
    assert type(req.error) is ajax.NetworkError
    assert isinstance(req.error, ConnectionError)
    assert (req.error.method, req.error.url) == ("GET", url)
    assert str(req.error).startswith(f"network error: GET {url}: likely causes: ")
    assert req.readyState == 4
    return str(req.error)


@pytest.mark.parametrize("path", ["/reset", "/half?cors=star", "/badstatus"])
def test_broken_answers_are_network_errors(selenium, urls, path):
    check_network_error(selenium, urls["raw"] + path)


@pytest.mark.parametrize("path", ["/badchunk?cors=star", "/badgzip?cors=star"])
def test_badly_encoded_answers_are_network_errors_but_webkit_takes_them(selenium, urls, path):
    if selenium.browser == "safari":
        check_status(selenium, urls["raw"] + path, 200)
    else:
        check_network_error(selenium, urls["raw"] + path)


@run_in_pyodide
async def check_status(selenium, url, status):
    from guest import completed

    from browser import ajax

    req = await completed(lambda done: ajax.get(url, oncomplete=done))
    assert (req.status, req.error) == (status, None)


def test_a_closed_port_is_a_network_error(selenium):
    assert "unreachable" in check_network_error(selenium, "http://localhost:1/x")


def test_an_origin_that_is_not_allowed_is_a_network_error_that_says_cors(selenium, urls):
    message = check_network_error(selenium, urls["other"] + "/text")
    assert f"CORS: Access-Control-Allow-Origin for {urls['own']}" in message


def test_a_loop_of_redirects_is_a_network_error(selenium):
    check_network_error(selenium, "/redirect/loop")


@run_in_pyodide
async def test_a_timeout_is_neither_complete_nor_a_network_error(selenium):
    from guest import finished

    from browser import ajax

    calls = []
    req = ajax.Ajax()
    for name in ("complete", "error", "abort", "load", "timeout", "loadend"):
        req.bind(name, lambda got, name=name: calls.append(name))
    req.open("GET", "/hang")
    req.set_timeout(0.1, lambda: calls.append("the function"))
    req.send()
    await finished(req)
    assert calls == ["the function", "timeout", "loadend"]
    assert type(req.error) is ajax.RequestTimeout
    assert isinstance(req.error, TimeoutError)
    assert str(req.error) == "no complete answer within 0.1 s: GET /hang"
    assert req.status == 0


@run_in_pyodide
async def test_an_abort_is_neither_complete_nor_a_network_error(selenium):

    from browser import ajax

    calls = []
    req = ajax.Ajax()
    for name in ("complete", "error", "abort", "load", "timeout", "loadend"):
        req.bind(name, lambda got, name=name: calls.append(name))
    req.open("GET", "/hang")
    req.send()
    req.abort()
    assert calls == ["abort", "loadend"]
    assert type(req.error) is ajax.RequestAborted
    assert isinstance(req.error, ConnectionAbortedError)
    assert (req.status, req.readyState, req.text) == (0, 0, "")


@run_in_pyodide
async def test_an_abort_in_the_middle_of_the_answer(selenium):
    from guest import completed

    from browser import ajax

    def start(done):
        def stop(event):
            event.target.abort()

        ajax.get("/drip?chunks=50&interval=0.05", onprogress=stop, onabort=done, oncomplete=print)

    event = await completed(start)
    assert event.target.text == ""


@run_in_pyodide
async def test_an_http_status_is_no_error(selenium):
    from guest import completed

    from browser import ajax

    for status in (400, 404, 500, 503):
        req = await completed(lambda done, s=status: ajax.get(f"/status/{s}", oncomplete=done))
        assert req.error is None
        assert req.status == status
        try:
            req.raise_for_status()
        except ajax.HTTPStatusError as error:
            assert f"HTTP status {status}" in str(error)
            assert "GET /status/" in str(error)
        else:
            raise AssertionError("not raised")


@run_in_pyodide
async def test_raise_for_status_raises_nothing_for_an_answer_and_the_error_otherwise(selenium):
    from guest import completed

    from browser import ajax

    req = await completed(lambda done: ajax.get("/text", oncomplete=done))
    req.raise_for_status()
    req = await completed(lambda done: ajax.get("http://localhost:1/", oncomplete=done))
    try:
        req.raise_for_status()
    except ajax.NetworkError as error:
        assert error is req.error
    else:
        raise AssertionError("not raised")


@run_in_pyodide
async def test_every_method_has_a_timeout_counted_from_send(selenium):
    import asyncio

    from guest import completed

    from browser import ajax

    for name in ("get", "delete", "options", "post", "put", "patch", "head"):
        calls = []
        function = getattr(ajax, name)
        await completed(
            lambda done, function=function, calls=calls: function(
                "/hang", timeout=0.05, ontimeout=done, oncomplete=calls.append
            )
        )
        assert calls == [], name

    calls = []
    req = ajax.Ajax()
    req.set_timeout(0.6, lambda: calls.append("timeout"))
    req.open("GET", "/text")
    await asyncio.sleep(0.7)
    assert calls == []
    req.send()
    await completed(lambda done: req.bind("complete", done))
    assert calls == []


@run_in_pyodide
async def test_without_ontimeout_a_timeout_is_a_quiet_cancel(selenium):
    import js
    from guest import completed

    from browser import ajax

    before = len(js.logs)
    calls = []
    event = await completed(
        lambda done: ajax.get("/hang", timeout=0.05, oncomplete=calls.append, onloadend=done)
    )
    assert calls == []
    assert len(js.logs) == before
    assert type(event.target.error) is ajax.RequestTimeout


@run_in_pyodide
async def test_the_timer_is_gone_when_the_request_ends(selenium):
    import asyncio

    from guest import completed

    from browser import ajax

    calls = []
    req = await completed(
        lambda done: ajax.get(
            "/text", timeout=0.6, ontimeout=lambda: calls.append(1), oncomplete=done
        )
    )
    await asyncio.sleep(0.7)
    assert calls == []
    assert req.status == 200


@run_in_pyodide
async def test_a_timeout_in_the_middle_of_the_answer(selenium):
    from guest import completed

    from browser import ajax

    calls = []
    await completed(
        lambda done: ajax.get(
            "/drip?chunks=50&interval=0.05", timeout=0.2, ontimeout=done, oncomplete=calls.append
        )
    )
    assert calls == []


@run_in_pyodide
async def test_no_secret_of_a_url_is_in_a_message(selenium):
    from guest import completed

    from browser import ajax

    url = "http://ann:hidden@localhost:1/x?access_token=hidden"
    req = await completed(lambda done: ajax.get(url, cache=True, oncomplete=done))
    for text in (str(req.error), repr(req.error), repr(req), repr(req.error.args)):
        assert "hidden" not in text
        assert "***" in text


@run_in_pyodide
async def reset_by_the_server(selenium, origin):
    """The table of requests is empty afterwards: the fixture no_leaks looks."""
    from guest import completed

    from browser import ajax

    for _ in range(20):
        await completed(lambda done: ajax.post(f"{origin}/reset", data=b"x", oncomplete=done))


def test_failures_leave_nothing_behind(selenium, urls):
    reset_by_the_server(selenium, urls["raw"])

"""The attributes of a request of `aio`, and its ends."""

import asyncio

import pytest

from browser import aio, ajax


@pytest.mark.parametrize(
    ("status", "ok"), [(200, True), (204, True), (299, True), (300, False), (404, False)]
)
def test_ok_means_a_status_from_200_to_299(server, status, ok):
    server.on("GET", "/x", status=status)
    req = server.run(aio.get("/x"))
    assert req.ok is ok


def test_the_repr_names_the_request_and_hides_its_secrets(server):
    server.on("GET", "/x", status=404)
    req = server.run(aio.get("/x?token=hidden", cache=True))
    assert repr(req) == "<Request: GET /x?token=***: status 404>"


def test_response_headers_are_by_lower_case_name(server):
    server.on("GET", "/x", headers={"X-One": "a: b", "X-Two": ""})
    headers = server.run(aio.get("/x")).response_headers
    assert (headers["x-one"], headers["x-two"]) == ("a: b", "")


def test_a_data_url_without_a_content_type(server):
    server.on("GET", "/x", body=b"ab")
    data = server.run(aio.get("/x", "dataURL")).data
    assert data == "data:application/octet-stream;base64,YWI="


def test_the_url_is_the_requests_own_where_there_is_no_response(server):
    server.on("GET", "/x", network_error=True)
    assert server.run(aio.get("/x", cache=True)).url == "/x"


def test_the_cache_parameter_is_added_unless_cache_is_true(server):
    server.on("GET", "/x")
    server.run(aio.get("/x"))
    server.run(aio.get("/x", cache=True))
    assert server.requests[0].url.partition("?")[2].isdigit()
    assert server.requests[1].url.endswith("/x")
    server.on("POST", "/x")
    server.run(aio.file_upload("/x", b"1"))
    assert server.requests[2].url.endswith("/x")


def test_headers_and_data_by_position(server):
    server.on("POST", "/x")
    server.run(aio.ajax("post", "/x", "text", {"X-One": "1"}, {"x": 1}, True))
    (request,) = server.requests
    assert (request.method, request.headers["x-one"], request.body) == ("POST", "1", b"x=1")


@pytest.mark.parametrize("name", ["blocking", "async_", "async"])
def test_the_spellings_of_blocking_are_type_errors(server, name):
    for start in (
        aio.get("/x", **{name: False}),
        aio.file_upload("/x", b"1", **{name: False}),
    ):
        with pytest.raises(TypeError, match=f"{name}= has no meaning in aio"):
            server.run(start)


def test_open_ends_the_wait_for_the_request_that_it_abandons(server):
    server.on("GET", "/x", never=True)
    server.on("GET", "/y")
    seen = []

    async def main():
        task = asyncio.ensure_future(
            aio.get("/x", onloadstart=lambda event: seen.append(event.target))
        )
        await asyncio.sleep(0)
        seen[0].open("GET", "/y")
        await asyncio.wait([task], timeout=5)
        return task.done()

    assert server.run(main())


def test_a_cancelled_request_is_aborted_and_its_later_end_wakes_nobody(server):
    server.on("GET", "/x", delay=5)

    async def main():
        task = asyncio.ensure_future(aio.get("/x"))
        await asyncio.sleep(1)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    server.run(main())
    assert server.requests[0].ended == "abort"


def test_requests_of_other_tasks_go_on_when_one_ends(server):
    server.on("GET", "/fast", delay=1, body="fast")
    server.on("GET", "/slow", delay=2, body="slow")
    seen = []

    async def ask(url):
        seen.append((await aio.get(url)).data)

    async def main():
        await asyncio.gather(ask("/slow"), ask("/fast"))

    server.run(main())
    assert seen == ["fast", "slow"]


def test_a_task_that_aborts_the_request_of_another_runs_on_first(server):
    server.on("GET", "/x", never=True)
    requests, seen = [], []

    async def ask():
        req = await aio.get("/x", onloadstart=lambda event: requests.append(event.target))
        seen.append(type(req.error))

    async def main():
        task = asyncio.ensure_future(ask())
        await asyncio.sleep(0)
        requests[0].abort()
        seen.append("still running")
        await task

    server.run(main())
    assert seen == ["still running", ajax.RequestAborted]


def test_notebooks_show_a_request(server):
    server.on("GET", "/x", json={"n": 1})
    request = server.run(aio.get("/x", "json", cache=True))
    assert "<b>n</b>: <code>1</code>" in request._repr_html_()

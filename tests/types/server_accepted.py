import re
from collections.abc import Callable
from typing import Unpack, assert_type

from browser import aio
from browser.testing import File, Request, Response, ResponseOptions, Route, Server, Upload


def items(server: Server, **options: Unpack[ResponseOptions]) -> Route:
    return server.on("GET", "/items", **options)


def echo(request: Request) -> Response:
    return Response(status=201, json={"path": request.path, "names": sorted(request.form)})


async def load() -> int:
    return (await aio.get("/items")).status


def test_everything(done: Callable[[str], None]) -> None:
    with Server("http://localhost/app/") as server:
        server.on("*", "*", status=404, reason="Not here")
        server.on("POST", re.compile(r"/items/\d+$"), echo)
        route = server.on("GET", "/items", json=[1, None], delay=0.2).then(never=True)
        server.expect("GET", "/lines", body=["a\n", b"b\n"], chunks=2, interval=0.5, times=2)
        server.on("GET", "/off", network_error=True, headers=[("X-A", "1"), ("X-A", "2")])
        server.on("GET", "/text", Response(body="text"), times=1)
        items(server, body="hello", headers={"X-Role": "admin"})
        assert_type(server.run(load()), int)
        assert_type(server.time, float)
        server.run()
        server.run(5)
        server.check()
    assert_type(route, Route)
    assert_type(server.requests, list[Request])
    request = route.requests[0]
    assert_type(request.headers["Accept"], str)
    assert_type(request.query, dict[str, list[str]])
    assert_type(request.files, list[Upload])
    assert_type(File("notes.txt", "text").size, int)
    done(request.files[0].filename + request.ended)

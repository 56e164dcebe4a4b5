"""A program that uses the types of `browser.ajax` and `browser.aio`; both checkers accept it."""

import asyncio
from typing import Any, assert_type

from browser import aio, ajax


def show(req: ajax.Ajax) -> None:
    assert_type(req.status, int)
    assert_type(req.text, str)
    assert_type(req.json, Any)
    assert_type(req.getResponseHeader("x-id"), str | None)
    if req.error is not None:
        print(req.error.method, req.error.url, req.error.advice)


def progress(event: ajax.Event) -> None:
    assert_type(event.loaded, int)
    assert_type(event.target.status, int)
    event.target.abort()


def too_slow() -> None:
    print("no response")


async def later(req: ajax.Ajax) -> None:
    await asyncio.sleep(req.status)


def by_functions(wait: bool) -> None:
    ajax.get("/x", oncomplete=show)
    ajax.get("/x", data={"q": "a b", "n": [1, 2]}, timeout=2.5, ontimeout=too_slow, cache=True)
    ajax.post("/x", data=b"bytes", headers={"X-Id": 7}, onuploadprogress=progress)
    ajax.put("/x", data="a=1", mode="json", credentials=True, oncomplete=later)
    ajax.patch("/x", mode="blob", onprogress=progress, oncomplete=None)
    ajax.delete("/x", encoding="latin-1", onloading=show, oninteractive=show)
    ajax.options("/x", async_=True)
    ajax.head("/x", True, onload=progress)
    ajax.get("/x", blocking=False)
    show(ajax.get("/x", blocking=True, timeout=1))
    show(ajax.get("/x", async_=False))
    show(ajax.get("/x", False))
    maybe = ajax.get("/x", blocking=wait)
    if maybe is not None:
        show(maybe)


def by_files(chosen: Any) -> None:
    form = ajax.form_data()
    form.append("file", chosen, "a.txt")
    ajax.post("/x", data=form)
    ajax.post("/x", data={"file": chosen})
    ajax.file_upload("/x", b"content", field_name="photo", data={"n": 1}, oncomplete=show)
    show(ajax.file_upload("/x", chosen, "PUT", blocking=True))


def by_object() -> None:
    req = ajax.Ajax()
    req.bind("complete", show)
    req.bind("load", progress)
    req.open("POST", "/x")
    req.set_header("X-Id", "1")
    req.set_timeout(2, too_slow)
    req.onload = progress
    assert_type(req.responseType, str)
    req.send({"x": 0})
    req.upload.onprogress = progress
    try:
        req.raise_for_status()
    except ajax.HTTPStatusError as error:
        assert_type(error.status, int)
        print(error.status_text, error.method, error.url)


async def by_await(element: Any) -> int:
    req = await aio.get("/x", "json", data={"q": 1}, timeout=5, onprogress=progress)
    req.raise_for_status()
    assert_type(req.status, int)
    assert_type(req.response_headers, dict[str, str])
    await aio.ajax("PUT", "/x", data=b"1", headers={"X-Id": "1"})
    await aio.file_upload("/x", b"content", format="json")
    one, two = await asyncio.gather(aio.head("/x"), aio.post("/x", data="a=1"))
    print(one.ok, two.data, await aio.event(element, "click"))
    assert_type((await aio.event(ajax.Ajax(), "load")).target, ajax.Ajax)
    async for text in aio.stream("/x"):
        assert_type(text, str)
    async for line in aio.stream("/x", "lines", headers={"X-Id": "1"}):
        assert_type(line, str)
    async for piece in aio.stream("/x", "binary", method="POST", data="a=1"):
        assert_type(piece, bytes)
    async for event in aio.stream("/x", "events"):
        assert_type(event, aio.ServerSentEvent)
    return req.status


def got(status: int) -> None:
    print(status)


task = aio.run(by_await(None), onsuccess=got, onerror=print)
assert_type(task, asyncio.Task[int | None])

"""Helpers that the bodies of tests import inside the page."""

import asyncio
import gc
import sys
from collections.abc import Callable
from contextlib import contextmanager
from typing import Any

import js
from pyodide.ffi import create_once_callable, to_js

from browser import ajax, document, timer
from browser.ajax._request import _in_flight

TIMEOUT = 15


async def completed(start: Callable[[Callable[..., None]], Any]) -> Any:
    """Calls `start(done)` and waits until it calls `done(request)`."""
    future = asyncio.get_running_loop().create_future()

    def done(*arguments: Any) -> None:
        if not future.done():
            future.set_result(arguments[0] if arguments else None)

    start(done)
    return await asyncio.wait_for(future, TIMEOUT)


async def finished(request: Any) -> Any:
    """Waits for the end of a request, however it ends."""
    return await completed(lambda done: request.bind("loadend", lambda event: done(request)))


async def both(url: str, **keywords: Any) -> tuple[Any, Any]:
    """The same POST request with a callback, and blocking."""
    callback = await completed(lambda done: ajax.post(url, oncomplete=done, **keywords))
    return callback, ajax.post(url, blocking=True, **keywords)


async def raw(url: str, body: bytes, response_type: str = "", mime_type: str = "") -> Any:
    """The same by a raw XMLHttpRequest, at its end."""
    xhr = js.XMLHttpRequest.new()
    xhr.open("POST", url)
    xhr.responseType = response_type
    if mime_type:
        xhr.overrideMimeType(mime_type)

    def start(done: Callable[..., None]) -> None:
        xhr.addEventListener("loadend", create_once_callable(done))
        xhr.send(to_js(body))

    await completed(start)
    return xhr


@contextmanager
def console() -> Any:
    """The texts of console.error and console.warn in the block: a list of str each."""
    seen: dict[str, list[str]] = {"error": [], "warn": []}
    before = len(js.logs)
    yield seen
    seen["error"] += [str(line) for line in js.logs[before:]]


async def warm_up() -> None:
    """Creates the objects that a page creates once."""
    document.body.text = ""
    await completed(lambda done: ajax.get("/echo", oncomplete=done))


def add_page_modules() -> None:
    """Lets Python import the modules that the wheel does not have: the last place to look for."""
    import browser
    from browser import widgets

    archive = "/lib/pyodide_browser.zip"
    sys.path.append(archive)
    browser.__path__.append(f"{archive}/browser")
    widgets.__path__.append(f"{archive}/browser/widgets")


def clear_page() -> None:
    if turtle := sys.modules.get("turtle"):
        turtle.restart()
    js.document.body.replaceChildren()


def add_result() -> None:
    element = js.document.createElement("div")
    element.id = "result"
    js.document.body.append(element)


def file(content: bytes, name: str, type: str = "application/octet-stream") -> Any:
    """A JS File, as one from a file chooser."""
    from pyodide.ffi import to_js

    return js.File.new(to_js([to_js(content)]), name, js.JSON.parse(f'{{"type": "{type}"}}'))


async def got(url: str, blocking: bool, **keywords: Any) -> Any:
    """Returns the finished GET request, with a callback or blocking."""
    if blocking:
        return ajax.get(url, blocking=True, **keywords)
    return await completed(lambda done: ajax.get(url, oncomplete=done, **keywords))


async def left_behind() -> list[str]:
    """What a test should not leave, by kind; the page is as before, and garbage collected."""
    clear_page()
    gc.collect()
    waiting = {"request": _in_flight, "task": await tasks(), "timer": timer._waiting}
    return [kind for kind, left in waiting.items() if left]


async def tasks() -> int:
    """Counts the other tasks, after those that are ending have had time to end."""
    for _ in range(500):
        left = len(asyncio.all_tasks()) - 1
        if not left:
            break
        await asyncio.sleep(0.02)
    return left

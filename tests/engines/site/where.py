"""The same checks in a script, a callback, a worker and other hosts: which call works where."""

import asyncio
import json
import warnings

import js
from browser import aio, ajax

warnings.simplefilter("ignore")


def blocking():
    return ajax.get("/text?body=1", blocking=True).text == "1"


def blocking_with_timeout():
    return type(ajax.get("/delay?seconds=2", blocking=True, timeout=0.2).error).__name__ == (
        "RequestTimeout"
    )


def has_document():
    from browser import document

    return document.body is not None


def has_storage():
    from browser.local_storage import storage

    storage["where"] = "here"
    return storage.pop("where") == "here"


def works(check):
    try:
        return answer(check())
    except Exception as error:
        return answer(error)


def answer(result):
    return "yes" if result is True else f"no: {result!r}"


def now():
    """The checks without await."""
    return {
        "`ajax.get(url, blocking=True)`": works(blocking),
        "the same with `timeout=`: the limit holds": works(blocking_with_timeout),
        "`browser.document`": works(has_document),
        "`browser.local_storage`": works(has_storage),
    }


async def by_callback():
    done = asyncio.get_running_loop().create_future()
    ajax.get("/text?body=1", oncomplete=done.set_result)
    return (await done).text == "1"


async def by_form():
    posted = await aio.post("/echo", "json", data={"x": 1, "y": "é"})
    return posted.data["form"] == [["x", "1"], ["y", "é"]]


async def by_upload():
    uploaded = await aio.file_upload("/echo", bytes(range(256)), format="json")
    return uploaded.data["files"][0]["size"] == 256


async def by_cancelling():
    try:
        async with asyncio.timeout(0.1):
            received = await aio.get("/hang")
    except TimeoutError:
        return True
    return received.error


async def by_timer():
    from browser import timer

    rung = asyncio.get_running_loop().create_future()
    timer.set_timeout(lambda: rung.set_result(True), 10)
    return await rung


async def by_run():
    done = asyncio.get_running_loop().create_future()

    async def main():
        return (await aio.get("/text?body=1")).data

    aio.run(main(), done.set_result)
    return await done == "1"


async def by_await():
    return (await aio.get("/text?body=1")).data == "1"


async def by_stream():
    return "".join([piece async for piece in aio.stream("/text?body=1")]) == "1"


async def later():
    found = {}
    for name, check in {
        "`ajax.get(url, oncomplete=f)`": by_callback,
        "`aio.run(main())`": by_run,
        "`await aio.post(url, data={…})`": by_form,
        "`await aio.file_upload(url, data)`": by_upload,
        "`asyncio.timeout` around a request": by_cancelling,
        "`timer.set_timeout`": by_timer,
        "`await aio.get(url)`": by_await,
        "`async for … in aio.stream(url)`": by_stream,
    }.items():
        try:
            found[name] = answer(await check())
        except Exception as error:
            found[name] = answer(error)
    return found


async def everywhere():
    return json.dumps(await later() | now())


def in_a_callback(tell):
    at_once = now()

    async def main():
        found = await later() | at_once
        for name in found:
            if found[name] == "yes" and ("await" in name or "async" in name):
                found[name] = "in a coroutine"
        tell(json.dumps(found))

    aio.run(main())

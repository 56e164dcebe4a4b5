"""How a request's end wakes the task that waits for it."""

from pytest_pyodide import run_in_pyodide


@run_in_pyodide
async def test_the_task_goes_on_in_the_turn_of_the_event(selenium):
    import asyncio
    from contextvars import ContextVar

    from browser import aio

    loop, seen, who = asyncio.get_running_loop(), [], ContextVar("who")

    async def ask(name):
        who.set(name)
        await aio.get("/text", onload=lambda event: loop.call_soon(seen.append, "next turn"))
        seen.append(who.get())
        assert asyncio.current_task() is tasks[name]
        await asyncio.sleep(0)

    tasks = {"Ada": asyncio.ensure_future(ask("Ada"))}
    await tasks["Ada"]
    assert seen == ["Ada", "next turn"]


@run_in_pyodide
async def test_a_task_that_runs_may_end_the_request_of_another_or_its_own(selenium):
    import asyncio

    from browser import aio, ajax

    requests = []
    task = asyncio.ensure_future(
        aio.get("/hang", onloadstart=lambda event: requests.append(event.target))
    )
    while not requests:
        await asyncio.sleep(0)
    requests[0].abort()
    assert not task.done()
    own = await aio.get("/hang", onloadstart=lambda event: event.target.abort())
    for req in (await task, own):
        assert type(req.error) is ajax.RequestAborted


@run_in_pyodide
async def test_a_task_that_is_cancelled_at_the_end_is_cancelled(selenium):
    import asyncio

    import pytest

    from browser import aio, window

    uncaught = []
    window.bind("error", lambda event: uncaught.append(event.message))
    task = asyncio.ensure_future(aio.get("/text", onload=lambda event: task.cancel()))
    with pytest.raises(asyncio.CancelledError):
        await task
    window.unbind("error")
    assert uncaught == []


@run_in_pyodide
async def test_exit_after_an_answer_ends_that_task_only(selenium):
    import asyncio

    from browser import aio

    async def ask():
        await aio.get("/text")
        exit()

    task = asyncio.ensure_future(ask())
    other = await aio.get("/text?body=other")
    while not task.done():
        await asyncio.sleep(0.01)
    assert type(task.exception()) is SystemExit
    assert other.data == "other"

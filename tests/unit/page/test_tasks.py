"""Which errors of tasks are reported, and when."""

import asyncio
from types import SimpleNamespace

import pytest

from browser import _host, _report
from browser.page import _tasks


class Loop(asyncio.SelectorEventLoop):
    """What Pyodide's WebLoop adds; its timers end when a test says so."""

    def __init__(self):
        super().__init__()
        self.timers, self.described = [], []

    def create_task(self, coro, **options):
        task = super().create_task(coro, **options)
        task.add_done_callback(self._decrement_in_progress)
        return task

    def _decrement_in_progress(self, future=None):
        assert future is None

    def call_later(self, delay, callback, *arguments, **options):
        self.timers.append((delay, callback))

    def default_exception_handler(self, context):
        self.described.append(context["message"])


@pytest.fixture
def reported(monkeypatch):
    errors = []
    monkeypatch.setattr(_report, "report", lambda error: errors.append(str(error)))
    return errors


def run(main):
    """Runs `main(loop)` in a loop that is watched."""
    with asyncio.Runner(loop_factory=Loop) as runner:
        loop = runner.get_loop()
        original = loop.run_until_complete

        async def watched():
            _tasks.watch()
            loop.run_until_complete, loop.waiting = original, loop.run_until_complete
            await main(loop)

        runner.run(watched())


async def fail(text="failed"):
    raise ValueError(text)


async def turns(count=6):
    for _ in range(count):
        await asyncio.sleep(0)


def test_a_dropped_task_is_reported_at_once(reported):
    async def main(loop):
        loop.create_task(fail("dropped"))
        await turns()
        assert reported == ["dropped"]

    run(main)


def test_a_held_task_is_reported_when_no_other_is_left(reported):
    held = []

    async def main(loop):
        held.append(loop.create_task(fail("held")))
        await turns()
        assert reported == []

    with asyncio.Runner(loop_factory=Loop) as runner:
        loop = runner.get_loop()
        asyncio.set_event_loop(loop)
        original = loop.run_until_complete
        _tasks.watch()
        loop.run_until_complete = original
        runner.run(main(loop))
        loop.call_soon(loop.call_soon, loop.call_soon, loop.stop)
        loop.run_forever()
        assert reported == ["held"]
    asyncio.set_event_loop(None)


def test_a_held_task_is_reported_after_the_limit_though_others_wait(reported):
    async def main(loop):
        held = loop.create_task(fail("held"))
        await turns()
        assert reported == []
        ((delay, report_failed),) = loop.timers
        assert delay == _tasks.LIMIT
        report_failed()
        report_failed()
        assert reported == ["held"]
        assert held.done()

    run(main)


def test_a_task_that_is_awaited_later_is_not_reported(reported):
    async def main(loop):
        task = loop.create_task(fail())
        await turns()
        with pytest.raises(ValueError, match="failed"):
            await task
        ((_, report_failed),) = loop.timers
        report_failed()
        assert reported == []

    run(main)


def test_a_handler_of_the_program_gets_the_error(reported):
    async def main(loop):
        seen = []
        loop.set_exception_handler(lambda loop, context: seen.append(str(context["exception"])))
        loop.create_task(fail())
        await turns()
        assert (seen, reported) == (["failed"], [])

    run(main)


def test_what_is_no_exception_is_described(reported):
    async def main(loop):
        loop.call_exception_handler({"message": "no exception"})
        assert (loop.described, reported) == (["no exception"], [])

    run(main)


def test_waiting_where_python_cannot_wait_says_what_to_write(reported, monkeypatch, recwarn):
    async def main(loop):
        monkeypatch.setattr(_host, "can_suspend", lambda: False)
        for future, call in ((fail(), "fail()"), (loop.create_future(), "main()")):
            with pytest.raises(RuntimeError, match="cannot wait") as caught:
                loop.waiting(future)
            assert f"write: await {call}; " in str(caught.value)
            assert f"browser.aio.run({call})" in str(caught.value)

    run(main)
    assert not recwarn


def test_waiting_where_python_can_wait(reported, monkeypatch):
    async def main(loop):
        monkeypatch.setattr(_host, "can_suspend", lambda: True)
        with pytest.raises(RuntimeError, match="already running"):  # by the loop itself
            loop.waiting(loop.create_future())

    run(main)


def test_tasks_that_fail_at_once_are_reported_when_they_have_begun(reported):
    async def main(loop):
        loop.create_task(fail("first"))
        await _tasks.begun()
        assert reported == ["first"]

    run(main)


def test_nothing_to_wait_for_without_asyncio(monkeypatch):
    from browser.page import _late, _runner

    modules = {"asyncio": _late.LateModule("asyncio")}
    monkeypatch.setattr(_runner, "sys", SimpleNamespace(modules=modules))
    assert _runner.tasks_begun() is None

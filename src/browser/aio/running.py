"""Running a coroutine from where nothing can be awaited."""

from asyncio import Task
from collections.abc import Callable, Coroutine
from typing import Any

from browser import _report


def run(
    coro: Coroutine[Any, Any, Any],
    onsuccess: Callable[[Any], Any] | None = None,
    onerror: Callable[[BaseException], Any] | None = None,
) -> Task[Any]:
    """Runs a coroutine and returns at once (Brython's page on browser.aio). `onsuccess` gets its
    result, `onerror` its exception, which reaches the console where there is no `onerror`.

    Returns the task: it can be awaited, or cancelled. TypeError when `coro` is no coroutine.
    """
    if not isinstance(coro, Coroutine):
        advice = (
            "call the async function: aio.run(main())" if callable(coro) else "pass a coroutine"
        )
        raise TypeError(f"aio.run() takes a coroutine, not {type(coro).__name__}: {advice}")
    task: Task[Any] = _report.start(_followed(coro, onsuccess, onerror))
    return task


async def _followed(
    coro: Coroutine[Any, Any, Any],
    onsuccess: Callable[[Any], Any] | None,
    onerror: Callable[[BaseException], Any] | None,
) -> Any:
    try:
        result = await coro
    except Exception as error:
        if onerror is None:
            raise
        _report.call(onerror, error)
        return None
    if onsuccess is not None:
        _report.call(onsuccess, result)
    return result

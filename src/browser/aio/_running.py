"""Running a coroutine from code that cannot await."""

from asyncio import Task
from collections.abc import Callable, Coroutine
from typing import Any

from browser import _report


def run[T](
    coro: Coroutine[Any, Any, T],
    onsuccess: Callable[[T], object] | None = None,
    onerror: Callable[[Exception], object] | None = None,
) -> Task[T | None]:
    """Runs a coroutine and returns at once (https://brython.info/static_doc/3.13/en/aio.html).

    `onsuccess` gets its result, `onerror` its exception. Without `onerror`, the exception is
    reported on the console.

    Returns the task; it can be awaited or cancelled. Raises TypeError if `coro` is not a coroutine.
    """
    if not isinstance(coro, Coroutine):
        advice = (
            "call the async function: aio.run(main())" if callable(coro) else "pass a coroutine"
        )
        raise TypeError(f"aio.run() takes a coroutine, not {type(coro).__name__}: {advice}")
    task: Task[T | None] = _report.start(_followed(coro, onsuccess, onerror))
    return task


async def _followed[T](
    coro: Coroutine[Any, Any, T],
    onsuccess: Callable[[T], object] | None,
    onerror: Callable[[Exception], object] | None,
) -> T | None:
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

"""PyScript's own fetch."""

import asyncio

from pyscript import fetch, window
from pyscript.ffi import create_proxy


def at_a_time(width):
    def measure(url, count, done):
        async def some():
            for _ in range(count // width):
                await (await fetch(url)).text()

        async def main():
            await asyncio.gather(*[some() for _ in range(width)])
            done(count)

        asyncio.ensure_future(main())

    return create_proxy(measure)


window.py_pyscript_many = at_a_time(1)
window.py_pyscript_six = at_a_time(6)
window.python_is_ready = True

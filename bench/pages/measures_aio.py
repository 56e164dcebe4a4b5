"""The same program for Brython and for us: bench/aio.py drives it through `window.measures`."""

from browser import aio, window


async def one_by_one(url, count):
    for _number in range(count):
        req = await aio.get(url, cache=True)
        if len(req.data) != 20:
            raise ValueError(req.data)


def py_await(url, count, done):
    async def main():
        await one_by_one(url, count)
        done(count)

    aio.run(main())


def py_gather(url, count, done):
    import asyncio

    async def main():
        await asyncio.gather(*[one_by_one(url, 1) for _number in range(count)])
        done(count)

    aio.run(main())


def py_pyfetch(url, count, done):
    from pyodide.http import pyfetch

    async def main():
        for _number in range(count):
            await (await pyfetch(url)).string()
        done(count)

    aio.run(main())


def py_pyfetch_gather(url, count, done):
    import asyncio

    from pyodide.http import pyfetch

    async def ask():
        await (await pyfetch(url)).string()

    async def main():
        await asyncio.gather(*[ask() for _number in range(count)])
        done(count)

    aio.run(main())


window.py_await = py_await
window.py_gather = py_gather
window.py_pyfetch = py_pyfetch
window.py_pyfetch_gather = py_pyfetch_gather
window.python_is_ready = True

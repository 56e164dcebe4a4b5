"""Awaited requests: the same program for Brython and this package."""

from browser import aio, window


async def ask(url, count):
    for _number in range(count):
        req = await aio.get(url, cache=True)
        if len(req.data) != 20:
            raise ValueError(req.data)


def await_many(url, count, done):
    async def main():
        await ask(url, count)
        done(count)

    aio.run(main())


def await_six(url, count, done):
    left = [6]

    async def main():
        await ask(url, count // 6)
        left[0] -= 1
        if not left[0]:
            done(count)

    for _number in range(6):
        aio.run(main())


window.py_await_many = await_many
window.py_await_six = await_six
window.python_is_ready = True

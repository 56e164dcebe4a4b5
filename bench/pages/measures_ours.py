"""Measures for CPython only: asyncio, pyfetch, and a long run that measures what grows."""

import asyncio
import json
from time import perf_counter

from browser import aio, ajax, window
from pyodide.http import pyfetch


async def ask(url):
    await aio.get(url, cache=True)


async def ask_pyfetch(url):
    await (await pyfetch(url)).string()


async def nothing(url):
    pass


def gathering(ask):
    def gather(url, count, done):
        async def main():
            await asyncio.gather(*[ask(url) for _ in range(count)])
            done(count)

        aio.run(main())

    return gather


def pyfetch_at_a_time(width):
    def measure(url, count, done):
        async def some():
            for _ in range(count // width):
                await ask_pyfetch(url)

        async def main():
            await asyncio.gather(*[some() for _ in range(width)])
            done(count)

        aio.run(main())

    return measure


def pyfetch_text(url, mode, done):
    async def main():
        done(len(await (await pyfetch(url)).string()))

    aio.run(main())


def pyfetch_json(url, mode, done):
    async def main():
        done(len(await (await pyfetch(url)).json()))

    aio.run(main())


def long(url, counts, done):
    """Sends `count` requests one after the other. Measures milliseconds for each `block` of them, and
    how PyProxies and heap grow between the first and the last block."""
    count, block = counts
    window.trace_proxies()
    times, left = [], [count]
    begun = [perf_counter()]
    before = []

    def complete(req):
        left[0] -= 1
        if left[0] % block == 0:
            times.append((perf_counter() - begun[0]) * 1000)
            if len(times) == 1:
                before[:] = [window.proxies(), window.heap()]
            if not left[0]:
                heap = window.heap()
                found = {"times": times, "proxies": window.proxies() - before[0]}
                found["heap"] = None if heap is None else heap - before[1]
                window.tell(json.dumps(found))
                done(count)
                return
            begun[0] = perf_counter()
        ajax.get(url, oncomplete=complete)

    ajax.get(url, oncomplete=complete)


window.py_gather = gathering(ask)
window.py_pyfetch_gather = gathering(ask_pyfetch)
window.py_nothing_gather = gathering(nothing)
window.py_pyfetch_many = pyfetch_at_a_time(1)
window.py_pyfetch_six = pyfetch_at_a_time(6)
window.py_pyfetch_text = pyfetch_text
window.py_pyfetch_json = pyfetch_json
window.py_long = long

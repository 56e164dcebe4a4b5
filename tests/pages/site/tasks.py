import asyncio

from browser import aio, timer


async def fail(text):
    raise ValueError(text)


async def fail_later(text):
    await asyncio.sleep(0)
    await fail(text)


async def wait_for(task):
    await asyncio.sleep(0)
    try:
        await task
    except ValueError as error:
        print("handled:", error)


async def end():
    exit()


def run_in_a_callback():
    asyncio.run(fail("never runs"))


def raise_soon():
    raise ValueError("a callback of the loop")


loop = asyncio.get_event_loop()
background = set()
asyncio.create_task(fail("dropped"))
held = asyncio.ensure_future(fail("held"))
in_a_set = asyncio.create_task(fail_later("in a set"))
background.add(in_a_set)
in_a_set.add_done_callback(background.discard)
together = asyncio.gather(fail_later("together"), asyncio.sleep(0))
aio.run(fail("by aio.run"))
aio.run(wait_for(asyncio.create_task(fail("awaited later"))))
future = loop.create_future()
future.set_exception(ValueError("a future"))
del future, in_a_set, together
loop.call_soon(raise_soon)
loop.call_soon(exit)
asyncio.create_task(end())
asyncio.create_task(asyncio.sleep(5)).cancel()
timer.set_timeout(run_in_a_callback, 1)
timer.set_timeout(len, 2)

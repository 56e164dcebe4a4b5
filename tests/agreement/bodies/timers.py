"""`browser.timer`: the order in which functions run."""

from browser import aio, timer


async def timers_and_requests_share_the_clock(world):
    """The earlier one runs first. Timers of the same time run in order."""

    async def check(seconds):
        seen = []
        timer.set_timeout(seen.append, seconds * 1000, "late")
        for number in range(5):
            timer.set_timeout(seen.append, seconds * 200, number)
        gone = timer.set_timeout(seen.append, 1, "cleared")
        timer.clear_timeout(gone)
        await aio.get(f"/delay?seconds={seconds * 2}")
        assert seen == [0, 1, 2, 3, 4, "late"]

    await world.patiently(check)


async def intervals_and_frames(world):
    """They repeat until they are cleared."""
    ticks, frames = [], []

    def start(done):
        def tick():
            ticks.append(1)
            if len(ticks) == 3:
                timer.clear_interval(ticking)
                done()

        ticking = timer.set_interval(tick, 20)

    await world.completed(start)
    cancelled = timer.request_animation_frame(lambda time: frames.append("cancelled"))
    timer.cancel_animation_frame(cancelled)
    time = await world.completed(timer.request_animation_frame)
    assert time > 0
    await aio.sleep(0.05)
    assert len(ticks) == 3
    assert frames == []


async def a_timer_that_raises_is_reported(world):
    """The other timers run."""

    def broken():
        raise ValueError("mine")

    def start(done):
        timer.set_timeout(broken, 1)
        timer.set_timeout(done, 5, "ran")

    assert await world.completed(start) == "ran"
    assert world.reported() == ["ValueError: mine"]


async def what_a_timer_takes(world):
    """It takes a function, milliseconds, and arguments for the function."""

    def start(done):
        timer.set_timeout(lambda *arguments: done(arguments), 1, "a", [1])

    assert await world.completed(start) == ("a", [1])
    timer.clear_timeout(timer.set_timeout(print, ms=1000))
    timer.clear_timeout(None)
    text = "a timer takes a function, not NoneType"
    world.raises(TypeError, text, timer.set_timeout, None, 5)
    world.raises(TypeError, "number of milliseconds, not str", timer.set_timeout, print, "5")

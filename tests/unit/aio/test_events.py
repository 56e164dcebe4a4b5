"""`aio.event` and `aio.events`, over anything that has `bind` and `unbind`."""

import asyncio

import pytest

from browser import aio


class Target:
    def __init__(self):
        self.listeners = []

    def bind(self, name, listener):
        self.listeners.append((name, listener))

    def unbind(self, name, listener):
        self.listeners.remove((name, listener))

    def fire(self, name, event):
        for bound, listener in self.listeners:
            if bound == name:
                listener(event)


def test_the_next_event_of_several_names(server):
    target = Target()
    server.loop.call_later(1, target.fire, "keydown", "not asked for")
    server.loop.call_later(2, target.fire, "input", "the event")
    assert server.run(aio.event(target, "click", "input")) == "the event"
    assert target.listeners == []


def test_every_event_until_the_loop_is_left(server):
    target = Target()
    for number in range(5):
        server.loop.call_later(number, target.fire, ("click", "input")[number % 2], number)

    async def first_three():
        events = aio.events(target, "click", "input")
        seen = [await anext(events) for _ in range(3)]
        assert len(target.listeners) == 2
        await events.aclose()
        return seen

    assert server.run(first_three()) == [0, 1, 2]
    assert target.listeners == []


def test_a_cancelled_task_takes_its_listeners_along(server):
    target = Target()

    async def main():
        task = asyncio.ensure_future(aio.event(target, "click"))
        await asyncio.sleep(0)
        assert len(target.listeners) == 1
        task.cancel()
        await asyncio.wait([task])

    server.run(main())
    assert target.listeners == []


def test_without_a_name_it_is_a_type_error(server):
    with pytest.raises(TypeError, match="name at least one event"):
        server.run(aio.event(Target()))

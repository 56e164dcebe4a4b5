"""Which callbacks run, when, and with which argument."""

import asyncio
import gc

from browser import ajax

STATES = ("loading", "loaded", "interactive", "complete")
XHR_EVENTS = ("readystatechange", "loadstart", "progress", "load", "loadend")
ENDS = ("complete", "error", "abort", "load", "timeout", "loadend")


def _watched(names, calls):
    req = ajax.Ajax()
    for name in names:
        req.bind(name, lambda got, name=name: calls.append((name, req.readyState)))
    return req


def _first_of_each(calls):
    """An engine may report a body in more pieces than it came in."""
    return list(dict.fromkeys(calls))


async def the_events_of_a_success(world):
    """The states and XMLHttpRequest's own events come in order, each at its readyState."""
    calls = []
    req = _watched((*STATES, *XHR_EVENTS), calls)
    req.open("GET", "/text")
    req.send()
    await world.finished(req)
    assert _first_of_each(calls) == [
        ("readystatechange", 1),
        ("loading", 1),
        ("loadstart", 1),
        ("readystatechange", 2),
        ("loaded", 2),
        ("readystatechange", 3),
        ("interactive", 3),
        ("progress", 3),
        ("readystatechange", 4),
        ("complete", 4),
        ("load", 4),
        ("loadend", 4),
    ]


async def the_states_without_a_body(world):
    """A response without a body is never interactive."""
    for method, url in (("GET", "/status/204"), ("HEAD", "/text")):
        calls = []
        req = _watched(STATES, calls)
        req.open(method, url)
        req.send()
        await world.finished(req)
        assert calls == [("loading", 1), ("loaded", 2), ("complete", 4)], (method, calls)
        assert req.text == ""


async def callbacks_get_the_request_or_an_event(world):
    """The states pass the request; the other events pass an event with it as the target."""
    seen = {}
    states = {f"on{name}": lambda got, n=name: seen.update({n: got}) for name in STATES}
    req = await world.ended(ajax.get, "/bytes?size=1000", mode="binary", **states)
    assert all(seen.pop(name) is req for name in STATES)
    events = {}
    callbacks = {
        f"on{name}": lambda event: events.update({event.type: event}) for name in XHR_EVENTS
    }
    req = await world.completed(
        lambda done: ajax.get("/bytes?size=1000", oncomplete=done, **callbacks)
    )
    await asyncio.sleep(0)  # load and loadend come after complete
    assert set(events) == set(XHR_EVENTS)
    assert all(event.target is req and event.currentTarget is req for event in events.values())
    for name in ("progress", "load", "loadend"):
        event = events[name]
        assert (event.loaded, event.total, event.lengthComputable) == (1000, 1000, True)
    assert (events["loadstart"].loaded, events["loadstart"].total) == (0, 0)


async def all_that_are_bound_run_in_order(world):
    """Also functions that are bound after `open` and `send`. `unbind` removes one or all."""
    calls = []

    class Page:
        def complete(self, got):
            calls.append("method")

    page = Page()

    def gone(got):
        calls.append("gone")

    req = ajax.Ajax()
    req.bind("complete", lambda req: calls.append(1))
    req.bind("complete", gone)
    req.bind("complete", lambda req: calls.append(2))
    req.bind("complete", page.complete)
    req.bind("load", gone)
    req.bind("load", gone)
    req.unbind("load")
    req.unbind("complete", page.complete)
    req.open("GET", "/text")
    req.bind("complete", lambda req: calls.append(3))
    req.send()
    req.unbind("complete", gone)
    for name in ("loaded", "interactive", "progress"):
        req.bind(name, lambda got, name=name: calls.append(name))
    req.bind("complete", lambda req: calls.append(4))
    await world.finished(req)
    assert _first_of_each(calls) == ["loaded", "interactive", "progress", 1, 2, 3, 4]


async def progress_of_what_arrives(world):
    """Progress comes before the end. The total is known if the server sends the length."""
    for url, total in (("/drip?chunks=3&interval=0&length=1", 192), ("/drip?chunks=3", 0)):
        seen = []
        await world.ended(ajax.get, url, onprogress=seen.append)
        assert seen[-1].loaded == 192
        assert {(event.total, event.lengthComputable) for event in seen} == {(total, total > 0)}
    sizes = set()

    def third(event):
        sizes.add(event.loaded)
        if len(sizes) == 3:
            event.target.abort()

    req = await world.ended(ajax.get, "/drip?chunks=5000&interval=0.05", onprogress=third)
    assert len(sizes) == 3
    assert type(req.error) is ajax.RequestAborted


async def progress_of_what_goes_up(world):
    """The events of the upload come before the response, and only if they have a listener."""
    calls = []
    names = [f"upload{name}" for name in ("loadstart", "progress", "load", "loadend")]
    req = ajax.Ajax()
    for name in (*names, "loaded", "load"):
        req.bind(name, lambda got, name=name: calls.append(name))
    sizes = []
    req.bind("uploadprogress", lambda event: sizes.append((event.type, event.loaded, event.total)))
    req.open("POST", "/raw")
    req.send(b"x" * 300_000)
    await world.finished(req)
    assert _first_of_each(calls) == [*names, "loaded", "load"]
    assert sizes[-1] == ("uploadprogress", 300_000, 300_000)
    assert req.readyState == 4
    seen = []
    await world.ended(ajax.post, "/raw", data=b"x" * 1000, onuploadprogress=seen.append)
    assert (seen[-1].type, seen[-1].loaded, seen[-1].total) == ("uploadprogress", 1000, 1000)


async def no_upload_without_a_body(world):
    """GET sends no body, so there are no upload events."""
    calls = []
    await world.ended(ajax.get, "/text", onuploadloadstart=calls.append, onuploadload=calls.append)
    assert calls == []


async def a_callback_that_raises_stops_no_other(world):
    """Its error is reported with the user's own lines. `exit()` ends a callback silently."""
    calls = []

    def broken(req):
        raise KeyError("mine")

    def leaves(req):
        raise SystemExit

    req = ajax.Ajax()
    for function in (broken, leaves, calls.append):
        req.bind("complete", function)
    req.open("GET", "/text")
    req.send()
    await world.finished(req)
    assert calls == [req]
    (text,) = world.console()
    assert text.startswith("Traceback (most recent call last):")
    assert "in broken" in text
    assert text.endswith("KeyError: 'mine'")
    assert "browser/ajax" not in text


async def an_async_callback_runs_as_a_task(world):
    """A coroutine function can be bound. Its error is reported."""

    def start(done):
        async def callback(req):
            await asyncio.sleep(0)
            done((req, asyncio.current_task()))
            raise ValueError("later")

        ajax.get("/text", oncomplete=callback)

    req, task = await world.completed(start)
    assert req.status == 200
    await asyncio.wait([task])
    assert world.reported() == ["ValueError: later"]


async def one_object_serves_many_requests(world):
    """`open` in the request's own callback: the listeners stay, the headers do not."""
    answers = []

    def start(done):
        def again(req):
            answers.append((req.json["url"], req.json["headers"].get("x-one")))
            if len(answers) == 3:
                done()
                return
            req.open("GET", f"/echo?{len(answers)}")
            req.send()

        req = ajax.Ajax()
        req.bind("complete", again)
        req.open("GET", "/echo?0")
        req.set_header("X-One", "1")
        req.send()

    await world.completed(start)
    assert answers == [("/echo?0", "1"), ("/echo?1", None), ("/echo?2", None)]


async def open_abandons_what_is_under_way(world):
    """Callbacks do not run."""
    calls = []
    req = _watched(ENDS, calls)
    req.open("GET", "/hang")
    req.send()
    req.open("GET", "/text")
    assert calls == []
    req.send()
    await world.finished(req)
    assert [name for name, _ in calls] == ["complete", "load", "loadend"]


async def open_twice_changes_the_state_once(world):
    """And removes the headers."""
    calls = []
    req = _watched(("readystatechange", "loading"), calls)
    req.set_header("X-One", "1")
    req.open("GET", "/echo")
    req.set_header("X-Two", "1")
    req.open("GET", "/echo")
    assert calls == [("readystatechange", 1), ("loading", 1)]
    req.send()
    req.open("GET", "/echo")
    assert len(calls) == 2
    req.send()
    await world.finished(req)
    assert "x-one" not in req.json["headers"]
    assert "x-two" not in req.json["headers"]
    req.open("GET", "/echo")
    assert calls[-2:] == [("readystatechange", 1), ("loading", 1)]


async def open_in_a_callback_leaves_the_last_events(world):
    """Those of the same end follow, as in XMLHttpRequest, and do not change the new request."""
    calls = []
    req = ajax.Ajax()

    def again(event):
        if len(calls) == 1:
            req.open("GET", "/text?body=2")
            req.send()

    for name in ("abort", "load"):
        req.bind(name, lambda event, name=name: calls.append((name, req.readyState)))
    req.bind("abort", again)
    req.bind("loadend", lambda event: calls.append(("loadend", req.readyState)))
    req.open("GET", "/hang")
    req.send()
    req.abort()
    assert calls == [("abort", 4), ("loadend", 1)]
    await world.finished(req)
    assert calls[2:] == [("load", 4), ("loadend", 4)]
    assert (req.text, req.error) == ("2", None)


async def uninitialized_never_fires(world):
    """A program may bind it."""
    calls = []
    await world.ended(ajax.get, "/text", onuninitialized=calls.append)
    assert calls == []


async def a_request_lives_until_its_end(world):
    """Only the browser refers to it."""

    def start(done):
        req = ajax.Ajax()
        req.bind("complete", lambda req: done(req.text))
        req.open("GET", "/delay?seconds=0.1")
        req.send()
        del req
        gc.collect()

    assert "0.1" in await world.completed(start)

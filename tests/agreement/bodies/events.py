"""Who is called, when, with what."""

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
    """An engine may tell of a body in more pieces than it came in."""
    return list(dict.fromkeys(calls))


async def the_events_of_a_success(world):
    """The states and XHR's own events, in order, each at its readyState."""
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
    """An answer without a body is never interactive."""
    for method, url in (("GET", "/status/204"), ("HEAD", "/text")):
        calls = []
        req = _watched(STATES, calls)
        req.open(method, url)
        req.send()
        await world.finished(req)
        assert calls == [("loading", 1), ("loaded", 2), ("complete", 4)], (method, calls)
        assert req.text == ""


async def callbacks_get_the_request_or_an_event(world):
    """The states get the request, the others an event whose target it is."""
    seen = {}
    states = {f"on{name}": lambda got, n=name: seen.update({n: got}) for name in STATES}
    req = await world.ended(ajax.get, "/bytes?size=1000", mode="binary", **states)
    assert all(seen.pop(name) is req for name in STATES)
    events = {}

    def start(done):
        req = ajax.Ajax()
        for name in XHR_EVENTS:
            req.bind(name, lambda event: events.update({event.type: event}))
        req.bind("loadend", done)
        req.open("GET", "/bytes?size=1000")
        req.send()

    req = (await world.completed(start)).target
    assert set(events) == set(XHR_EVENTS)
    assert all(event.target is req and event.currentTarget is req for event in events.values())
    for name in ("progress", "load", "loadend"):
        event = events[name]
        assert (event.loaded, event.total, event.lengthComputable) == (1000, 1000, True)
    assert (events["loadstart"].loaded, events["loadstart"].total) == (0, 0)


async def all_that_are_bound_run_in_order(world):
    """Also what is bound after open and after send; unbind takes away one or all."""
    calls = []

    def gone(got):
        calls.append("gone")

    req = ajax.Ajax()
    req.bind("complete", lambda req: calls.append(1))
    req.bind("complete", gone)
    req.bind("complete", lambda req: calls.append(2))
    req.bind("load", gone)
    req.unbind("load")
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
    """Piece by piece; the total is known where the server tells the length."""
    for url, total in (("/drip?chunks=3&interval=0.06&length=1", 192), ("/drip?chunks=3", 0)):
        seen = []
        await world.ended(ajax.get, url, onprogress=seen.append)
        assert seen[-1].loaded == 192
        assert len({event.loaded for event in seen}) > 1
        assert {(event.total, event.lengthComputable) for event in seen} == {(total, total > 0)}


async def progress_of_what_goes_up(world):
    """The events of the upload come before those of the answer, and only when asked for."""
    calls = []
    names = [f"upload{name}" for name in ("loadstart", "progress", "load", "loadend")]
    req = ajax.Ajax()
    for name in (*names, "loaded", "load"):
        req.bind(name, lambda got, name=name: calls.append(name))
    sizes = []
    req.bind("uploadprogress", lambda event: sizes.append((event.loaded, event.total)))
    req.open("POST", "/raw")
    req.send(b"x" * 300_000)
    await world.finished(req)
    assert _first_of_each(calls) == [*names, "loaded", "load"]
    assert sizes[-1] == (300_000, 300_000)
    assert req.readyState == 4


async def no_upload_without_a_body(world):
    """GET sends nothing, so there is nothing to watch."""
    calls = []
    await world.ended(ajax.get, "/text", onuploadloadstart=calls.append, onuploadload=calls.append)
    assert calls == []


async def a_callback_that_raises_stops_no_other(world):
    """Its error is reported; exit() ends a callback quietly."""
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
    assert world.reported() == ["KeyError: 'mine'"]


async def an_async_callback_runs_as_a_task(world):
    """A coroutine function may be bound."""
    import asyncio

    seen = []

    async def callback(req):
        await asyncio.sleep(0)
        seen.append(req.status)

    await world.ended(ajax.get, "/text", oncomplete=callback)
    await asyncio.sleep(0.02)
    assert seen == [200]


async def one_object_serves_many_requests(world):
    """Opened anew in its own callback: the listeners stay, the headers go."""
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
    """Without a call."""
    calls = []
    req = _watched(ENDS, calls)
    req.open("GET", "/hang")
    req.send()
    req.open("GET", "/text")
    assert calls == []
    req.send()
    await world.finished(req)
    assert [name for name, _ in calls] == ["complete", "load", "loadend"]


async def uninitialized_never_fires(world):
    """It may be bound."""
    calls = []
    await world.ended(ajax.get, "/text", onuninitialized=calls.append)
    assert calls == []


async def properties_that_hold_one_function(world):
    """onload and its kind, among what is bound; upload.onprogress."""
    calls = []
    req = ajax.Ajax()
    req.onload = lambda event: calls.append("never")
    req.onload = lambda event: calls.append((event.type, event.target is req))
    req.bind("load", lambda event: calls.append("bound"))
    req.upload.onprogress = lambda event: calls.append(event.loaded)
    req.open("POST", "/raw")
    req.onreadystatechange = lambda event: calls.append(f"state {event.target.readyState}")
    req.send(b"12345")
    await world.finished(req)
    expected = [5, "state 2", "state 3", "state 4", ("load", True), "bound"]
    assert _first_of_each(calls) == expected

"""Listeners and events: who is called, when, with what."""

from pytest_pyodide import run_in_pyodide


@run_in_pyodide
async def test_all_that_are_bound_run_in_order(selenium):
    from guest import finished

    from browser import ajax

    calls = []
    req = ajax.Ajax()
    req.bind("complete", lambda req: calls.append(1))
    req.bind("complete", lambda req: calls.append(2))
    req.open("GET", "/text")
    req.bind("complete", lambda req: calls.append(3))
    req.send()
    req.bind("complete", lambda req: calls.append(4))
    await finished(req)
    assert calls == [1, 2, 3, 4]


@run_in_pyodide
async def test_unbind_takes_one_function_or_all(selenium):
    from guest import finished

    from browser import ajax

    calls = []

    def one(req):
        calls.append("one")

    def two(req):
        calls.append("two")

    req = ajax.Ajax()
    req.bind("complete", one)
    req.bind("complete", two)
    req.bind("load", two)
    req.unbind("complete", one)
    req.unbind("load")
    req.open("GET", "/text")
    req.send()
    await finished(req)
    assert calls == ["two"]


@run_in_pyodide
async def test_the_states_bound_after_send_are_called_too(selenium):
    from guest import finished

    from browser import ajax

    seen = []
    req = ajax.Ajax()
    req.open("GET", "/drip?chunks=3&interval=0.05")
    req.send()
    for name in ("loaded", "interactive", "complete", "progress"):
        req.bind(name, lambda got, name=name: seen.append(name))
    await finished(req)
    assert seen[0] == "loaded"
    assert "interactive" in seen
    assert "progress" in seen
    assert seen[-1] == "complete"


@run_in_pyodide
async def test_xhrs_own_events_carry_an_event_with_the_request_as_target(selenium):
    from guest import completed

    from browser import ajax

    seen = []
    names = ("loadstart", "readystatechange", "progress", "load", "loadend")
    callbacks = {f"on{name}": seen.append for name in names}
    req = await completed(
        lambda done: ajax.get("/bytes?size=1000", mode="binary", oncomplete=done, **callbacks)
    )
    import asyncio

    await asyncio.sleep(0)
    by_name = {event.type: event for event in seen}
    assert set(by_name) == set(names)
    assert all(event.target is req and event.currentTarget is req for event in seen)
    assert [event.type for event in seen][-2:] == ["load", "loadend"]
    for name in ("progress", "load", "loadend"):
        event = by_name[name]
        assert (event.loaded, event.total, event.lengthComputable) == (1000, 1000, True)
    assert by_name["loadstart"].loaded == 0


@run_in_pyodide
async def test_the_length_of_a_stream_is_not_computable(selenium):
    from guest import completed

    from browser import ajax

    seen = []
    await completed(lambda done: ajax.get("/drip", onprogress=seen.append, onloadend=done))
    assert all((event.total, event.lengthComputable) == (0, False) for event in seen)
    assert seen[-1].loaded == 5 * 64


@run_in_pyodide
async def test_upload_progress_counts_the_bytes_sent(selenium):
    from guest import completed

    from browser import ajax

    seen = []
    data = b"x" * 300_000
    await completed(
        lambda done: ajax.post("/upload", data=data, onuploadprogress=seen.append, oncomplete=done)
    )
    assert seen[-1].loaded == seen[-1].total == len(data)
    assert seen[-1].type == "uploadprogress"


@run_in_pyodide
async def upload_across_origins(selenium, origin, **callbacks):
    from guest import completed

    from browser import ajax

    wanted = {name: lambda event: None for name in callbacks}
    await completed(
        lambda done: ajax.post(
            f"{origin}/echo?cors=star",
            data="x",
            headers={"Content-Type": "text/plain"},
            oncomplete=done,
            **wanted,
        )
    )


def test_the_upload_is_watched_only_when_asked(selenium, log, urls):
    """A listener on the upload makes the browser ask the server first (a CORS preflight)."""
    upload_across_origins(selenium, urls["other"])
    assert [record.method for record in log] == ["POST"]
    log.clear()
    upload_across_origins(selenium, urls["other"], onuploadprogress=True)
    assert [record.method for record in log] == ["OPTIONS", "POST"]


@run_in_pyodide
async def test_a_callback_that_raises_is_reported_and_the_others_run(selenium):
    import js
    from guest import completed

    from browser import ajax

    def broken(req):
        raise KeyError("in my callback")

    before = len(js.logs)

    def start(done):
        req = ajax.Ajax()
        req.bind("complete", broken)
        req.bind("complete", done)
        req.open("GET", "/text")
        req.send()

    await completed(start)
    (text,) = list(js.logs)[before:]
    assert text.startswith("Traceback (most recent call last):")
    assert "in broken" in text
    assert text.endswith("KeyError: 'in my callback'")
    assert "browser/ajax" not in text


@run_in_pyodide
async def test_exit_ends_a_callback_quietly(selenium):
    import sys

    import js
    from guest import finished

    from browser import ajax

    before = len(js.logs)
    req = ajax.Ajax()
    req.bind("complete", lambda req: sys.exit())
    req.open("GET", "/text")
    req.send()
    await finished(req)
    assert len(js.logs) == before


@run_in_pyodide
async def test_an_async_callback_runs_as_a_task_and_its_error_is_reported(selenium):
    import asyncio

    import js
    from guest import completed

    from browser import ajax

    before = len(js.logs)

    def start(done):
        async def callback(req):
            await asyncio.sleep(0)
            done(req)
            raise ValueError("later")

        ajax.get("/text", oncomplete=callback)

    req = await completed(start)
    assert req.status == 200
    await asyncio.sleep(0.05)
    assert [line.splitlines()[-1] for line in list(js.logs)[before:]] == ["ValueError: later"]


@run_in_pyodide
async def test_uninitialized_may_be_bound_and_never_fires(selenium):
    from guest import completed

    from browser import ajax

    calls = []
    await completed(lambda done: ajax.get("/text", onuninitialized=calls.append, oncomplete=done))
    assert calls == []


@run_in_pyodide
async def test_a_method_that_is_bound_and_unbound_is_the_same(selenium):
    from guest import finished

    from browser import ajax

    class Page:
        calls = 0

        def complete(self, req):
            self.calls += 1

    page = Page()
    req = ajax.Ajax()
    req.bind("complete", page.complete)
    req.unbind("complete", page.complete)
    req.open("GET", "/text")
    req.send()
    await finished(req)
    assert page.calls == 0


@run_in_pyodide
async def test_a_callback_may_open_the_object_anew(selenium):
    from guest import completed

    from browser import ajax

    def start(done):
        answers = []

        def again(req):
            answers.append(req.text)
            if len(answers) == 3:
                done(answers)
                return
            req.open("GET", f"/text?body={len(answers)}")
            req.send()

        req = ajax.Ajax()
        req.bind("complete", again)
        req.open("GET", "/text?body=0")
        req.send()

    assert await completed(start) == ["0", "1", "2"]

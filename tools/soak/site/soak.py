"""What the page does again and again, and what it counts."""

import asyncio
import gc
import json
import random
import sys
from collections import Counter

from browser import aio, ajax, document, html, template, timer, window, worker
from browser.local_storage import storage

REQUESTS, WAVES, STREAMS, TASKS, NODES, SCRIPTS, RENDERS = 100, 4, 10, 40, 200, 10, 20
WORKER_EACH = 5
"""A worker starts in each fifth round: it needs a second."""

chance = random.Random(1)
counts = Counter()


async def one_round(number, raw):
    """Returns what it has done, as JSON. `raw` is the origin of broken responses."""
    for _ in range(WAVES):
        await requests(raw)
    await asyncio.gather(*(stream(n) for n in range(STREAMS)))
    await cancelled_tasks()
    nodes()
    await scripts()
    templates()
    await timers()
    storage["soak"] = "x" * 1000
    del storage["soak"]
    if number % WORKER_EACH == 0:
        await a_worker()
    document["place"].clear()
    done = json.dumps(counts)
    counts.clear()
    return done


async def requests(raw):
    """With a response, broken, with a limit, aborted; with callbacks and awaited."""
    waiting = []
    for number in range(REQUESTS):
        kind = number % 5
        if kind == 0:
            waiting.append(aio.post("/echo", "json", data={"x": number}))
        elif kind == 1:
            over = asyncio.get_running_loop().create_future()
            ajax.post("/raw", data=b"x" * 2000, mode="binary", oncomplete=over.set_result)
            waiting.append(over)
        elif kind == 2:
            waiting.append(aio.get(f"{raw}/half"))
        elif kind == 3 and number % 10 == 3:
            waiting.append(aio.get("/hang", timeout=0.05))
        else:
            aborted()
    done = await asyncio.gather(*waiting)
    counts["requests"] += REQUESTS + 1
    counts["requests that failed"] += sum(1 for req in done if req.error)
    ajax.get("/text", blocking=True)


def aborted():
    req = ajax.Ajax()
    req.bind("complete", print)
    req.open("GET", "/hang")
    req.send()
    req.abort()
    counts["requests that failed"] += 1


async def stream(number):
    """Half of them leave early."""
    async for _ in aio.stream("/drip?chunks=3&interval=0.01"):
        if number % 2:
            break
    counts["requests"] += 1
    counts["streams"] += 1


async def cancelled_tasks():
    tasks = [asyncio.ensure_future(aio.get("/delay?seconds=1")) for _ in range(TASKS)]
    for task in tasks:
        await asyncio.sleep(chance.random() / 100)
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    counts["requests"] += TASKS
    counts["tasks cancelled"] += TASKS


def nodes():
    """Each has a listener, which knows its number."""
    box = html.DIV()
    for number in range(NODES):
        item = html.P(number, Class="item")
        item.bind("click", lambda ev, number=number: ev.target.attrs.__setitem__("n", number))
        box <= item
    document["place"] <= box
    for item in document.select(".item"):
        item.click()
    assert len(document.select("[n]")) == NODES
    counts["nodes"] += NODES


async def scripts():
    """With the same ids again: a script stays importable by its id."""
    for number in range(SCRIPTS):
        over = asyncio.get_running_loop().create_future()
        window.inserted = lambda over=over: over.set_result(None)
        script = html.SCRIPT(type="text/python", id=f"inserted{number}")
        script.text = "from browser import window\nvalues = list(range(1000))\nwindow.inserted()"
        document["place"] <= script
        await over
        script.remove()
        counts["scripts"] += 1


def templates():
    for number in range(RENDERS):
        numbers.render(numbers=range(number))
        counts["renders"] += 1


def clicked(event, element):
    pass


numbers = template.Template("template", [clicked])


async def timers():
    over = asyncio.get_running_loop().create_future()
    ticks = []

    def tick():
        ticks.append(1)
        if len(ticks) == 3:
            timer.clear_interval(ticking)
            timer.set_timeout(lambda: over.set_result(None), 1)

    ticking = timer.set_interval(tick, 1)
    await over


async def a_worker():
    over = asyncio.get_running_loop().create_future()

    def answered(ev):
        ev.target.terminate()  # a closure that holds the worker would keep it
        over.set_result(ev.data)

    worker.create_worker("echo", lambda one: one.send("here"), answered)
    assert await over == "here"
    counts["workers"] += 1


async def sample():
    """Counts what is left, after collecting garbage; as JSON."""
    from browser import _handles, _listeners
    from browser._bridge import bridge
    from browser.ajax._request import _in_flight

    for _ in range(5):
        gc.collect()
        await asyncio.sleep(0.02)
    python = window.pyodideBrowser.pyodide._module
    targets = [window, document, *document.select("*")]
    left = {
        "Python: objects": len(gc.get_objects()),
        "Python: memory, MB": python.HEAP8.length / 1e6,
        "Python: modules": len(sys.modules),
        "Python: wrappers": len(_handles._wrappers) - len(targets),
        "requests open": len(_in_flight),
        "tasks": len(asyncio.all_tasks()),
        "timers": len(timer._waiting),
        "objects that Python holds": bridge.heldObjects() - len(targets),
        "JsProxies": python.hiwire.num_keys(),
        "PyProxies": python.pyproxy_alloc_map.size,
        "functions that JavaScript holds": bridge.liveFunctions(),
        "listeners": sum(len(_listeners.bindings(target)) for target in targets),
        "nodes": len(targets) - 2,
    }
    return json.dumps(left)


async def offline(origin):
    """Requests end with an error, at once; `origin` is "", or that of a server that is gone."""
    done = await asyncio.gather(*(aio.get(f"{origin}/text?n={number}") for number in range(10)))
    assert [type(req.error) for req in done] == [ajax.NetworkError] * 10
    counts["requests"] += 10
    counts["requests that failed"] += 10
    counts["times offline"] += 1


def count_visibility(event):
    if document.visibilityState == "hidden":
        counts["times hidden"] += 1


def count_freezing(event):
    counts["times frozen"] += 1


def count_restoring(event):
    if event.persisted:
        counts["times restored"] += 1


document.bind("visibilitychange", count_visibility)
document.bind("freeze", count_freezing)
window.bind("pageshow", count_restoring)

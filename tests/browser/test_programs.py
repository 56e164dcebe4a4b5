"""Random programs, run on `Ajax` and on raw XMLHttpRequest in one page: the traces agree."""

import itertools
import json
import os
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

HERE = Path(__file__).parent

EVENTS = ("readystatechange", "loadstart", "progress", "load", "loadend", "error", "abort")
ALL_EVENTS = (*EVENTS, "timeout", "complete")
UPLOAD_EVENTS = ("uploadloadstart", "uploadprogress", "uploadload", "uploadloadend")
ALL_UPLOAD_EVENTS = (*UPLOAD_EVENTS, "uploadabort", "uploaderror", "uploadtimeout")
LAST = {"readystatechange": 4, "progress": 1, "uploadprogress": 1}
"""A callback acts at its event of this number at most, of readystatechange at this state. How often
the browser reports progress depends on time."""

TRIES = 3
"""A difference must happen in all of them: when an engine reports an event may depend on time."""

TYPES = (
    [],
    ["text/plain"],
    ["text/plain; charset=utf-8"],
    ["text/plain; charset=windows-1252"],
    ["text/plain; charset=windows-1252", "text/html"],
    ["text/plain; charset=windows-1252", "text/plain"],
    ["text/html", "text/plain; charset=windows-1252"],
    ["text/plain; charset=windows-1252, text/plain; charset=utf-8"],
    ['text/plain; charset="windows-1252, text/html"'],
    ["text/plain; charset=windows-1252", "*/*"],
)


def opens(methods):
    response = st.fixed_dictionaries(
        {"status": st.sampled_from((200, 404, 500)), "types": st.sampled_from(TYPES)}
    )
    return st.tuples(st.just("open"), st.sampled_from(methods), response)


def settings_of(limits):
    """Steps that change a setting."""
    return st.one_of(
        st.tuples(st.just("header"), st.just("X-One"), st.sampled_from(("1", "2"))),
        st.tuples(st.just("timeout"), st.sampled_from(limits)),
        st.tuples(st.just("responseType"), st.sampled_from(("", "arraybuffer", "json"))),
        st.tuples(st.just("withCredentials"), st.booleans()),
        st.tuples(st.just("mimeType"), st.just("text/plain; charset=windows-1252")),
    )


@st.composite
def programs(draw, engine):
    """Lists of steps. A body and a limit that ends the request at once would depend on time."""
    with_bodies = draw(st.booleans())
    limits = (0, 60_000) if with_bodies else (0, 60_000, 1)
    opening = opens(("POST", "PUT") if with_bodies else ("GET",))
    sending = st.just(("send", "body") if with_bodies else ("send",))
    aborting = st.just(("abort",))
    acting = st.one_of(opening, sending, aborting, settings_of(limits))
    # In loadstart, a second `send` would send one request twice. In Firefox, `open` in the last
    # progress breaks the new request; in Chromium, after `open` in the last uploadprogress, the new
    # one has no uploadload (ours has: it opens the XMLHttpRequest once more when it sends).
    in_loadstart = st.one_of(opening, aborting, settings_of(limits))
    in_progress = st.one_of(sending, aborting, settings_of(limits))

    def listening(names):
        return st.sampled_from(names).flatmap(
            lambda name: st.tuples(
                st.just("listen"),
                st.just(name),
                st.lists(
                    in_loadstart
                    if "start" in name
                    else in_progress
                    if name == "progress" or (engine, name) == ("chrome", "uploadprogress")
                    else acting,
                    max_size=3,
                ),
                st.integers(1, LAST.get(name, 2)),
            )
        )

    names = ALL_EVENTS + (ALL_UPLOAD_EVENTS if with_bodies else ())
    moving = st.sampled_from((("piece",), ("piece",), ("end",), ("break",), ("expire",)))
    step = st.one_of(acting, listening(names), moving, opening, sending)
    all_of_them = [("listen", name, ()) for name in names] if draw(st.booleans()) else []
    return [*all_of_them, *draw(st.lists(step, min_size=3, max_size=20))]


@pytest.fixture
def run(selenium):
    """Runs a program in the page; returns the traces of both."""
    for name in ("programs.js", "programs.py"):
        text = json.dumps((HERE / name).read_text())
        selenium.run_js(f"pyodide.FS.writeFile({name!r}, {text})")
    return lambda program: json.loads(
        selenium.run_async(f"import programs; await programs.run({json.dumps(program)!r})")
    )


def comparable(trace):
    """Without repetitions: an engine may report what arrived in several events."""
    shown, repeated = [], []
    for kind, *entry in trace:
        if kind == "step" or not is_repeated(*entry):
            repeated = []
        elif entry in repeated:
            continue
        else:
            repeated.append(entry)
        shown.append([kind, *entry])
    return shown


def is_repeated(name, loaded, total, state):
    return name.endswith("progress") or (name == "readystatechange" and state.startswith("[3"))


def test_programs(selenium, run, capsys):
    first = int(os.environ.get("FUZZ_SEED", 1))
    programs_wanted = int(os.environ.get("FUZZ_PROGRAMS", 100))
    end = time.monotonic() + 60 * float(os.environ.get("FUZZ_MINUTES", 0))
    count, late = 0, []
    for number in itertools.count(first):
        more, differed = agree(run, selenium.browser, number, programs_wanted)
        count += more
        late += differed
        if time.monotonic() >= end:
            break
    with capsys.disabled():
        print(f"\n{selenium.browser}: {count} programs agree, seed {first}", flush=True)
        for name in late:
            print(f"differed once: {name}", flush=True)


def agree(run, engine, number, programs_wanted):
    """Returns how many programs there were, and which of them agreed in a later try only. A
    difference is shrunk. Errors name the seed, too."""
    count = 0
    late: list[str] = []
    broken: list[Exception] = []

    @seed(number)
    @settings(
        max_examples=programs_wanted,
        deadline=None,
        database=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    @given(programs(engine))
    def traces_agree(program):
        nonlocal count
        count += 1
        if broken:  # a page that has once got stuck says nothing about shorter programs
            raise broken[0]
        name = f"FUZZ_SEED={number}: {json.dumps(program)}"
        for _ in range(TRIES):
            try:
                raw, ours = map(comparable, run(program))
            except (Exception, pytest.fail.Exception) as error:
                broken.append(RuntimeError(f"{name}: {error}"))
                raise broken[0] from error
            if ours == raw:
                break
            late.append(name)
        assert ours == raw, name

    traces_agree()
    return count, late

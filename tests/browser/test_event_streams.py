"""`aio.stream(url, "events")` beside the browser's own EventSource, in one page."""

from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st
from pytest_pyodide import run_in_pyodide

PARTS = (
    *("data: a", "data", "data:", "data:  b", "Data: c", "event: news", "event:", "event:\0"),
    *("id: 1", "id", "id:\0", "id: 2\0", "retry: 9", "retry: x", ": comment", ":", "é\u2028"),
    *("\ufeff", "\0", " ", "data: \ufeffd", "\u0085", "\x0b"),
)
ENDS = ("\r", "\n", "\r\n", "\n\n", "\r\r", "\r\n\r\n", "\n\r")
TEXTS = st.lists(st.tuples(st.sampled_from(("", *PARTS)), st.sampled_from(("", *ENDS))), max_size=8)
BODIES = st.tuples(
    st.sampled_from((b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\xef\xbb")),
    TEXTS.map(lambda lines: "".join(map("".join, lines)).encode()),
    st.binary(max_size=4),
    st.sampled_from((b"", b"\n", b"\n\n", b"data: end\n\n")),
).map(b"".join)


@run_in_pyodide
async def seen(selenium, body, cuts):
    """What EventSource gives, and the stream: of the same response, and cut in every way."""
    from itertools import pairwise

    import js
    from pyodide.code import run_js

    from browser import aio

    own = run_js("""
        (url) => new Promise((resolve) => {
          const seen = [];
          const source = new EventSource(url);
          const note = (event) => seen.push(event.type, event.data, event.lastEventId);
          for (const name of ["message", "news", "0", "\\0"]) source.addEventListener(name, note);
          source.onerror = () => {
            source.close();
            resolve(seen);
          };
        })
    """)
    answering = run_js("""
        (...pieces) => async () => new Response(new ReadableStream({
          start(controller) {
            for (const piece of pieces) controller.enqueue(Uint8Array.from(piece));
            controller.close();
          },
        }), { headers: { "Content-Type": "text/event-stream; charset=latin1" } })
    """)

    async def streamed():
        events = [event async for event in aio.stream(url, "events", cache=True)]
        return [value for event in events for value in (event.event, event.data, event.id)]

    def pieces(at):
        places = [0, *at, len(body)]
        return [body[start:end].hex() for start, end in pairwise(places)]

    url = f"/pieces?hex={'.'.join(pieces(cuts))}"
    expected = list(await own(url))
    found = {"server": await streamed()}
    fetch = js.fetch
    try:
        for at in [cuts, [*range(len(body))], *([n] for n in range(len(body)))]:
            cut = [js.Array.of(*bytes.fromhex(piece)) for piece in pieces(at)]
            js.fetch = answering(*cut)
            found[str(at)] = await streamed()
    finally:
        js.fetch = fetch
    return expected, found


def where_it_follows_the_standard(engine, body):
    """Firefox drops NUL, and an id that comes without data; WebKit reads UTF-16."""
    if engine == "firefox":
        return body.replace(b"\0", b"0").replace(b"id", b"data\nid")
    if engine == "safari":
        return body.replace(b"\xff\xfe", b"").replace(b"\xfe\xff", b"")
    return body


def test_events_are_those_of_eventsource(selenium):
    @settings(
        max_examples=25,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.explicit, Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    @given(BODIES, st.lists(st.integers(0, 99), max_size=6))
    @example(b"\xef\xbb\xbfdata: a\r\rid: 7\r\ndata: b\r\n\r\nid\0\ndata: c\n\ndata: lost\n", [9])
    @example(b"id: 1\nevent: news\n\ndata: x\n\nevent: \0\ndata: y\nid: 2\0\n\n", [])
    def agrees(body, cuts):
        body = where_it_follows_the_standard(selenium.browser, body)
        expected, found = seen(selenium, body, sorted({n for n in cuts if n < len(body)}))
        assert found == dict.fromkeys(found, expected)

    agrees()

"""`aio.stream`: pieces to text, lines and server-sent events."""

import codecs

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from browser import aio, ajax

ANY_CUT = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


def streamed(server, format, *pieces, **keywords):
    server.on("*", "/x", body=list(pieces), headers={"Content-Type": keywords.pop("type", "")})

    async def all_of_it():
        return [piece async for piece in aio.stream("/x", format, **keywords)]

    return server.run(all_of_it())


def test_a_character_that_is_split_between_pieces(server):
    assert "".join(streamed(server, "text", b"caf\xc3", b"\xa9")) == "café"
    assert streamed(server, "text", b"\xc3", b"\xa9") == ["é"]
    assert "".join(streamed(server, "text", b"a", b"\xc3")) == "a\ufffd"


@pytest.mark.parametrize(
    ("keywords", "text"),
    [
        ({}, "\ufffd"),
        ({"type": "text/plain; charset=latin1"}, "é"),
        ({"encoding": "latin1"}, "é"),
        ({"type": "text/plain; charset=utf-8", "encoding": "latin1"}, "é"),
    ],
)
def test_the_codec_is_the_given_one_the_charset_or_utf_8(server, keywords, text):
    assert "".join(streamed(server, "text", b"\xe9", **keywords)) == text


@pytest.mark.parametrize(
    ("pieces", "lines"),
    [
        ([b"a\nb\n"], ["a", "b"]),
        ([b"a\nb"], ["a", "b"]),
        ([b"a", b"b\nc", b"\n"], ["ab", "c"]),
        ([b"a\r\nb\r\n"], ["a", "b"]),
        ([b"a\r", b"\nb\r", b"\r", b"\n", b"\n"], ["a", "b", "", ""]),
        ([b"a\rb\r"], ["a", "b"]),
        ([b"a\n\nb"], ["a", "", "b"]),
        ([b""], []),
    ],
)
def test_lines(server, pieces, lines):
    assert streamed(server, "lines", *pieces) == lines


def test_server_sent_events(server):
    events = streamed(
        server,
        "events",
        b": a comment\n\n",
        b"data: one\ndata:two\nevent: news\nid: 7\n\n",
        b"event: without data\n\n",
        b"unknown: x\ndata:  blank\n\n",
        b"data\nid: 8\0\nretry: 1500\n\n",
        b"retry: \xc2\xb2\nretry: -1\nretry:\ndata:\nid\n\n",
        b"retry:" + b"9" * 5000 + b"\ndata:x\n\n",
        b"data: never ended",
    )
    assert events == [
        aio.ServerSentEvent("one\ntwo", "news", "7"),
        aio.ServerSentEvent(" blank", "message", "7"),
        aio.ServerSentEvent("", "message", "7", 1500),
        aio.ServerSentEvent("", "message", "", 1500),
        aio.ServerSentEvent("x", "message", "", 10**15 - 1),
    ]


def test_events_are_utf_8_whatever_the_response_says(server):
    (event,) = streamed(
        server, "events", "data: é\n\n".encode(), type="text/event-stream; charset=latin1"
    )
    assert event.data == "é"
    assert streamed(server, "events", b"\xff\xfe\ndata: x\n\n") == [aio.ServerSentEvent("x")]


@pytest.mark.parametrize(
    ("keywords", "body", "text"),
    [
        ({}, codecs.BOM_UTF8 + "é\ufeff".encode(), "é\ufeff"),
        ({}, codecs.BOM_UTF8 * 2, "\ufeff"),
        ({}, codecs.BOM_UTF16_LE + "é".encode("utf-16-le"), "é"),
        ({}, codecs.BOM_UTF16_BE + "é".encode("utf-16-be"), "é"),
        ({"type": "text/plain; charset=latin1"}, codecs.BOM_UTF8 + "é".encode(), "é"),
        ({"encoding": "utf-8"}, codecs.BOM_UTF8 + b"a", "a"),
        ({"encoding": "utf-16"}, codecs.BOM_UTF16_BE + "é".encode("utf-16-be"), "é"),
        ({}, b"\xef\xbb", "\ufffd"),
        ({}, b"\xef\xbba", "\ufffda"),
        ({}, codecs.BOM_UTF8, ""),
    ],
)
def test_a_stream_has_no_byte_order_mark_however_it_is_cut(server, keywords, body, text):
    for at in range(len(body) + 1):
        pieces = [body[:at], body[at:]]
        assert "".join(streamed(server, "text", *pieces, **keywords)) == text
    pieces = [body[i : i + 1] for i in range(len(body))]
    assert "".join(streamed(server, "text", *pieces, **keywords)) == text


def test_text_waits_only_for_the_rest_of_a_byte_order_mark(server):
    assert streamed(server, "text", b"a", b"b") == ["a", "b"]
    assert streamed(server, "text", b"\xef", b"\xbb", b"\xbf", b"b") == ["b"]


PARTS = (*("data: a", "data", "event:b", "id: c", "id:\0", ": x", "retry:9", "é", "\ufeff"), "")
BODIES = st.lists(st.sampled_from([*PARTS, "\r", "\n", "\r\n", "\n\n", "\r\r"])).map("".join)


@ANY_CUT
@given(
    st.sampled_from(["lines", "events"]), st.binary(max_size=20) | BODIES.map(str.encode), st.data()
)
def test_the_cuts_between_pieces_make_no_difference(server, format, body, data):
    cuts = sorted(data.draw(st.lists(st.integers(0, len(body)))))
    pieces = [body[start:end] for start, end in zip([0, *cuts], [*cuts, len(body)], strict=True)]
    assert streamed(server, format, *pieces) == streamed(server, format, body)


def test_what_is_sent(server):
    streamed(server, "text", b"", method="post", data={"x": 1}, headers={"X-One": "1"})
    (request,) = server.requests
    assert (request.method, request.body, request.headers["x-one"]) == ("POST", b"x=1", "1")
    assert request.headers["content-type"] == "application/x-www-form-urlencoded"
    with pytest.warns(RuntimeWarning, match="the header Cookie: GET /x"):
        streamed(server, "text", b"", headers={"Cookie": "1"}, cache=True)


@pytest.mark.parametrize(("status", "raised"), [(399, False), (400, True), (503, True)])
def test_a_status_of_400_or_above_raises(server, status, raised):
    server.on("GET", "/x", status=status)

    async def read():
        async for _ in aio.stream("/x"):
            pass

    if raised:
        with pytest.raises(ajax.HTTPStatusError, match=f"HTTP status {status}.*: GET /x"):
            server.run(read())
        assert server.requests[0].ended == "abort"
    else:
        server.run(read())


def test_leaving_the_loop_closes_the_connection(server):
    server.on("GET", "/x", body=[b"1", b"2"], interval=5)

    async def first():
        stream = aio.stream("/x")
        piece = await anext(stream)
        await stream.aclose()
        return piece

    assert server.run(first()) == "1"
    assert server.requests[0].ended == "abort"

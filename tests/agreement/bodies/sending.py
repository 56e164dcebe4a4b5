"""The request that the server receives: URL, headers, body."""

import warnings
from array import array
from hashlib import sha256
from types import MappingProxyType

from browser import aio, ajax

URLENCODED = "application/x-www-form-urlencoded"
WITH_BODY = (ajax.post, ajax.put, ajax.patch)
WITHOUT_BODY = (ajax.get, ajax.delete, ajax.options)


async def _sent(world, method, data=None, headers=None, url="/echo"):
    """Sends it with `Ajax.send`."""
    req = ajax.Ajax()
    req.open(method, url)
    for name, value in (headers or {}).items():
        req.set_header(name, value)
    req.send(data)
    return (await world.finished(req)).json


async def _sent_both_ways(world, data, headers=None):
    """The requests of each function with a body, and of `Ajax.send` with the same method."""
    for function in WITH_BODY:
        req = await world.ended(function, "/echo", data=data, headers=headers)
        yield function.__name__.upper(), req.json
        yield function.__name__.upper(), await _sent(world, function.__name__, data, headers)


def _shown(answer):
    return answer["method"], answer["body"], answer["headers"].get("content-type")


async def a_mapping_is_url_encoded(world):
    """A list repeats the key. Other values become str."""
    data = {"x": [1, 2], "y": "é &", "z": None}
    body = "x=1&x=2&y=%C3%A9%20%26&z=None"
    async for method, answer in _sent_both_ways(world, data):
        assert _shown(answer) == (method, body, URLENCODED)
    assert _shown(await _sent(world, "DELETE", data)) == ("DELETE", body, URLENCODED)


async def a_str_and_bytes_go_as_they_are(world):
    """Bytes have no Content-Type. One that the program gives stays."""
    long = "x=1&y=" + "é" * 2000
    kind = {"content-type": "application/json"}
    for data, headers, body, content_type in (
        ("x=1", None, "x=1", URLENCODED),
        (long, None, long, URLENCODED),
        ('{"x": "é"}', kind, '{"x": "é"}', "application/json"),
        (b"ab", None, "ab", None),
        (bytearray(b"ab"), None, "ab", None),
        (memoryview(b"xabx")[1:3], kind, "ab", "application/json"),
    ):
        async for method, answer in _sent_both_ways(world, data, headers):
            assert _shown(answer) == (method, body, content_type)
    assert _shown(ajax.post("/echo", blocking=True).json) == ("POST", "", URLENCODED)
    req = await world.ended(ajax.post, "/echo", headers={"X": "1"})
    assert (req.json["body"], req.json["headers"]["x"]) == ("", "1")


async def text_is_utf_8_and_its_type_says_so(world):
    """One rule for short, long, ASCII and other text, and for all methods."""
    latin = "text/plain;charset=iso-8859-1"
    for text in ("x=1", "x=é", "x=" + "1" * 2000, "x=" + "é" * 2000):
        for method in ("POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND"):
            for given, sent in (
                (None, URLENCODED),
                ("text/plain", "text/plain"),
                ("text/plain; charset=utf-8", "text/plain; charset=utf-8"),
                (latin, "text/plain;charset=UTF-8"),
            ):
                answer = await _sent(world, method, text, given and {"Content-Type": given})
                assert _shown(answer) == (method, text, sent)
    for data in ({"x": "é"}, ""):
        async for _, answer in _sent_both_ways(world, data, {"content-type": latin}):
            assert answer["headers"]["content-type"] == "text/plain;charset=UTF-8"
    async for _, answer in _sent_both_ways(world, b"\xe9", {"content-type": latin}):
        assert answer["headers"]["content-type"] == latin


async def lone_surrogates_become_u_fffd(world):
    """In bodies, forms, queries, URLs; a pair is a character."""
    lone, sent = "a\ud800b\udc00\udfff", "a\ufffdb\ufffd\ufffd"
    for text, body in ((lone, sent), (lone + "x" * 2000, sent + "x" * 2000)):
        async for _, answer in _sent_both_ways(world, text):
            assert answer["body"] == body
    for data in ({lone: [lone, 1]}, f"{lone}={lone}&{lone}=1"):
        req = await world.ended(ajax.get, "/echo", data=data, cache=True)
        assert req.json["query"] == [[sent, sent], [sent, "1"]]
    async for _, answer in _sent_both_ways(world, {"x": "\ud83d\ude00" + lone}):
        assert answer["form"] == [["x", "\U0001f600" + sent]]
    form = ajax.form_data()
    form.append(lone, lone)
    for data in (form, {lone: lone, "f": world.file(b"1", "a")}):
        (part, *_) = (await world.ended(ajax.post, "/upload", data=data)).json["parts"]
        assert (part["field"], part["size"]) == (sent, len(sent.encode()))
    assert (await _sent(world, "GET", url=f"/echo?q={lone}"))["query"] == [["q", sent]]
    texts = [text async for text in aio.stream("/raw?type=text/plain", method="POST", data=lone)]
    assert "".join(texts) == sent


async def a_view_of_memory_is_sent_as_its_bytes(world):
    """With strides, of other formats, of several dimensions, empty; everywhere."""
    content = memoryview(bytes(range(32, 80)))
    for view in (
        content[::2],
        content[::-1],
        content[5:],
        content[:0],
        content.cast("i"),
        content.cast("i")[::-1],
        content.cast("B", (6, 8)),
        memoryview(array("d")),
        memoryview(b""),
    ):
        sent = bytes(view)
        async for _, answer in _sent_both_ways(world, view):
            assert answer["body"].encode() == sent
        answer = (await world.ended(ajax.get, "/echo", data={"x": view}, cache=True)).json
        assert answer["query"] == [["x", sent.decode()]]
        for data in ({"f": view, "g": world.file(b"1", "a")}, {"f": view}):
            headers = {"Content-Type": "multipart/form-data"}
            req = await world.ended(ajax.post, "/upload", data=data, headers=headers)
            assert req.json["parts"][0]["sha256"] == sha256(sent).hexdigest()
        req = await world.ended(ajax.file_upload, "/upload", view)
        assert req.json["parts"][0]["sha256"] == sha256(sent).hexdigest()
        stream = aio.stream("/raw", "binary", method="POST", data=view)
        assert b"".join([piece async for piece in stream]) == sent


async def form_data_has_a_boundary(world):
    """With and without the Content-Type that a page may give."""
    for content_type in (
        None,
        "multipart/form-data",
        "multipart/form-data; charset=utf-8",
        "Multipart/Form-Data;charset=latin1",
    ):
        headers = content_type and {"Content-Type": content_type}
        async for _, answer in _sent_both_ways(world, {"x": "é"}, headers):
            kind = answer["headers"]["content-type"]
            assert not content_type or kind.startswith("multipart/form-data; boundary=")
        async for _, answer in _sent_both_ways(world, ajax.form_data(), headers):
            assert answer["headers"]["content-type"].startswith("multipart/form-data; boundary=")


async def get_and_head_send_no_body(world):
    """`send(data)` ignores the data and adds no parameter."""
    answer = await _sent(world, "GET", {"x": 1})
    assert _shown(answer) == ("GET", "", None)
    assert answer["url"] == "/echo"
    req = ajax.Ajax()
    req.open("HEAD", "/echo")
    req.send({"x": 1})
    await world.finished(req)
    assert (req.status, req.text) == (200, "")
    assert req.responseURL.endswith("/echo")
    assert _shown((await world.ended(ajax.get, "/echo")).json) == ("GET", "", None)


async def without_a_body_data_becomes_the_query(world):
    """It is added to the query, before the fragment. GET adds the cache parameter."""
    form = ajax.form_data()
    form.append("x", "1")
    form.append("y", "é &")
    for data in ({"x": 1, "y": "é &"}, "x=1&y=%C3%A9%20%26", b"x=1&y=%C3%A9+%26", form):
        for function in WITHOUT_BODY:
            answer = (await world.ended(function, "/echo?a=0#here", data=data)).json
            assert answer["query"][:3] == [["a", "0"], ["x", "1"], ["y", "é &"]]
            assert len(answer["query"]) == (4 if function is ajax.get else 3)
            assert _shown(answer) == (function.__name__.upper(), "", None)
    req = ajax.get("/echo?a=0#here", data={"x": 1, "y": "é &"}, cache=True, blocking=True)
    assert req.json["url"] == "/echo?a=0&x=1&y=%C3%A9%20%26"


async def the_cache_parameter(world):
    """GET and HEAD add a unique one. `Ajax` and `cache=True` add none."""
    drawn = []
    for _ in range(2):
        req = await world.ended(ajax.get, "/echo?b=1#x", data={"c": 2})
        path, _, number = req.json["url"].rpartition("&")
        assert path == "/echo?b=1&c=2"
        assert number.isdigit()
        drawn.append(number)
        assert req.responseURL.endswith(req.json["url"])
        head = await world.ended(ajax.head, "/text?b=1")
        drawn.append(head.responseURL.rpartition("&")[2])
        assert drawn[-1].isdigit()
    assert len(set(drawn)) == 4
    for function in (ajax.delete, ajax.options):
        assert (await world.ended(function, "/echo?b=1")).json["url"] == "/echo?b=1"
    for function in (*WITHOUT_BODY, ajax.head):
        req = await world.ended(function, "/text?b=1#x", data={"c": 2}, cache=True)
        assert req.responseURL.endswith("/text?b=1&c=2")


async def characters_of_a_url(world):
    """Quotes, brackets and blanks are encoded as browsers do."""
    url = '/text/it\'s [a] "path" {with} é?q=\'x\' "y"&r=[1]&s={é}#top'
    req = await world.ended(ajax.get, url, cache=True)
    path = "/text/it's%20[a]%20%22path%22%20%7Bwith%7D%20%C3%A9"
    assert req.responseURL.endswith(path + "?q=%27x%27%20%22y%22&r=[1]&s={%C3%A9}")
    assert req.status == 404
    assert (await _sent(world, "GET", url="/x/../echo?a=~"))["url"] == "/echo?a=~"
    quotes = await _sent(world, "GET", url="/echo?q='x' \"y\"&r=[1]")
    assert quotes["url"] == "/echo?q=%27x%27%20%22y%22&r=[1]"


async def headers_are_sent(world):
    """In any case; the last value wins. Also before `open`, from any mapping; numbers as str."""
    req = ajax.Ajax()
    req.set_header("X-One", "0")
    req.set_header("x-one", " 1 ")
    req.open("POST", "/echo")
    assert req.json is None
    req.set_header("X-Two", "2")
    req.setRequestHeader("X-Three", "3")
    req.send()
    headers = (await world.finished(req)).json["headers"]
    assert headers["x-one"] == "1"
    assert headers["x-two"] == "2"
    assert headers["x-three"] == "3"
    assert "content-type" not in headers
    for mapping in ({"X-Number": 1}, MappingProxyType({"X-Number": 1, "x-Two": "2"})):
        req = await world.ended(ajax.get, "/echo", headers=mapping)
        assert req.json["headers"]["x-number"] == "1"
    assert req.json["headers"]["x-two"] == "2"


async def forbidden_headers_are_dropped(world):
    """One warning names them, without their values."""
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        headers = {"Cookie": "hidden", "Host": "x", "X-A": "1", "DNT": "7"}
        req = ajax.get("/echo", headers=headers, blocking=True)
    assert req.json["headers"]["x-a"] == "1"
    assert req.json["headers"].get("dnt") != "7"
    (warning,) = seen
    assert "Cookie, Host, DNT: GET /echo" in str(warning.message)
    assert "hidden" not in str(warning.message)
    assert "browser/ajax" not in warning.filename


async def after_send_settings_are_errors(world):
    """They work again after `open`."""
    req = ajax.Ajax()
    req.open("POST", "/echo")
    req.send()
    advice = "after send(): POST /echo: call open(method, url) first"
    for what, function, *arguments in (
        ("send()", req.send),
        ("set_header()", req.set_header, "X", "1"),
        ("set_header()", req.setRequestHeader, "X", "1"),
        ("withCredentials =", setattr, req, "withCredentials", True),
    ):
        world.raises(RuntimeError, f"{what} {advice}", function, *arguments)
    await world.finished(req)
    world.raises(RuntimeError, f"send() {advice}", req.send)
    advice = "while the response arrives or after it: POST /echo: call open(method, url) first"
    for what, function, *arguments in (
        ("overrideMimeType()", req.overrideMimeType, "text/plain"),
        ("responseType =", setattr, req, "responseType", "json"),
    ):
        world.raises(RuntimeError, f"{what} {advice}", function, *arguments)


async def a_file_is_a_body(world):
    """It is sent unchanged, with its type."""
    for kind in ("text/plain", ""):
        async for method, answer in _sent_both_ways(world, world.file(b"ab", "a", kind)):
            assert _shown(answer) == (method, "ab", kind or None)
    file = world.file(b"abc", "a.txt", "text/plain")
    assert (file.name, file.size, file.type) == ("a.txt", 3, "text/plain")

"""What reaches the server: URL, headers, body."""

import hashlib
import warnings

from browser import ajax

URLENCODED = "application/x-www-form-urlencoded"
WITH_BODY = (ajax.post, ajax.put, ajax.patch)


async def _sent(world, method, data=None, headers=None, url="/echo"):
    """By Ajax.send."""
    req = ajax.Ajax()
    req.open(method, url)
    for name, value in (headers or {}).items():
        req.set_header(name, value)
    req.send(data)
    return (await world.finished(req)).json


def _told(answer):
    return answer["method"], answer["body"], answer["headers"].get("content-type")


async def a_mapping_is_url_encoded(world):
    """Lists repeat the key, other values go through str()."""
    data = {"x": [1, 2], "y": "é &", "z": None}
    body = "x=1&x=2&y=%C3%A9%20%26&z=None"
    for function in WITH_BODY:
        req = await world.ended(function, "/echo", data=data)
        assert _told(req.json) == (function.__name__.upper(), body, URLENCODED)
    for method in ("POST", "put", "patch", "DELETE"):
        assert _told(await _sent(world, method, data)) == (method.upper(), body, URLENCODED)


async def a_str_and_bytes_go_as_they_are(world):
    """Bytes without a Content-Type; a given one is kept."""
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
        req = await world.ended(ajax.post, "/echo", data=data, headers=headers)
        assert _told(req.json) == ("POST", body, content_type)
    assert _told(ajax.post("/echo", blocking=True).json) == ("POST", "", URLENCODED)


async def get_and_head_send_no_body(world):
    """send(data) ignores it; the functions make it the query."""
    assert _told(await _sent(world, "GET", {"x": 1})) == ("GET", "", None)
    req = ajax.get("/echo?a=0#here", data={"x": 1, "y": "é &"}, cache=True, blocking=True)
    assert req.json["url"] == "/echo?a=0&x=1&y=%C3%A9%20%26"
    form = ajax.form_data()
    form.append("x", "a b")
    for data in ({"x": "a b"}, "x=a%20b", b"x=a+b", form):
        for function in (ajax.delete, ajax.options):
            req = await world.ended(function, "/echo", data=data)
            assert req.json["query"] == [["x", "a b"]]
            assert req.json["body"] == ""


async def the_cache_parameter(world):
    """For GET and HEAD only, unique; none of `Ajax`, none with cache=True."""
    drawn = []
    for _ in range(2):
        req = await world.ended(ajax.get, "/echo?b=1#x", data={"c": 2})
        path, _, number = req.json["url"].rpartition("&")
        assert path == "/echo?b=1&c=2"
        assert number.isdigit()
        drawn.append(number)
        assert req.responseURL.endswith(req.json["url"])
    assert len(set(drawn)) == 2
    head = await world.ended(ajax.head, "/text?b=1")
    assert head.responseURL.rpartition("&")[2].isdigit()
    assert (await world.ended(ajax.delete, "/echo?b=1")).json["url"] == "/echo?b=1"
    assert (await _sent(world, "GET"))["url"] == "/echo"


async def characters_of_a_url(world):
    """Quotes, brackets and blanks are written as browsers do."""
    url = '/text/it\'s [a] "path" {with} é?q=\'x\' "y"&r=[1]&s={é}#top'
    req = await world.ended(ajax.get, url, cache=True)
    path = "/text/it's%20[a]%20%22path%22%20%7Bwith%7D%20%C3%A9"
    assert req.responseURL.endswith(path + "?q=%27x%27%20%22y%22&r=[1]&s={%C3%A9}")
    assert req.status == 404
    assert (await _sent(world, "GET", url="/x/../echo?a=~"))["url"] == "/echo?a=~"


async def headers_are_sent(world):
    """In any case, the last one wins; before open too; from any mapping; numbers as str."""
    req = ajax.Ajax()
    req.set_header("X-One", "0")
    req.set_header("x-one", " 1 ")
    req.open("POST", "/echo")
    assert req.json is None
    req.set_header("X-Two", "2")
    req.setRequestHeader("X-Three", "3")
    req.send()
    headers = (await world.finished(req)).json["headers"]
    assert headers["x-two"] == "2"
    assert headers["x-three"] == "3"
    assert "content-type" not in headers
    req = await world.ended(ajax.get, "/echo", headers={"X-Number": 1})
    assert req.json["headers"]["x-number"] == "1"


async def forbidden_headers_are_dropped(world):
    """With one warning that names them, and no value."""
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        req = ajax.get("/echo", headers={"Cookie": "hidden", "X-A": "1", "DNT": "7"}, blocking=True)
    assert req.json["headers"]["x-a"] == "1"
    assert req.json["headers"].get("dnt") != "7"
    (warning,) = seen
    assert "Cookie, DNT" in str(warning.message)
    assert "GET /echo" in str(warning.message)
    assert "hidden" not in str(warning.message)


def _parts(req):
    assert req.status == 200, req.text
    keys = ("field", "filename", "content_type", "sha256")
    return [tuple(part[key] for key in keys) for part in req.json["parts"]]


def _sha(content):
    return hashlib.sha256(content).hexdigest()


async def file_upload_sends_form_data(world):
    """Byte-exact, with name and type; other fields first; headers and method by position."""
    content = bytes(range(256)) * 40
    file = world.file(content, 'é "x".bin', "image/x-special")
    upload = ("filetosave", "é %22x%22.bin", "image/x-special", _sha(content))
    for req in await world.both(ajax.file_upload, "/upload", file):
        assert _parts(req) == [upload]
    headers = {"X-CSRFToken": "t", "Content-Type": "multipart/form-data"}
    req = await world.ended(
        ajax.file_upload, "/upload", file, "PUT", "picture", headers=headers, data={"a": [1, "b\n"]}
    )
    assert _parts(req) == [
        ("a", None, None, _sha(b"1")),
        ("a", None, None, _sha(b"b\r\n")),
        ("picture", *upload[1:]),
    ]
    req = await world.ended(ajax.file_upload, "/upload", b"ab")
    octets = "application/octet-stream"
    assert _parts(req) == [("filetosave", "filetosave", octets, _sha(b"ab"))]


async def files_among_the_values_of_a_dict(world):
    """Make it FormData, as does a Content-Type of multipart/form-data."""
    file = world.file(b"ab", "a.txt", "text/plain")
    untyped = world.file(b"cd", "c")
    req = await world.ended(ajax.post, "/upload", data={"f": [file, untyped], "n": 1, "b": b"x"})
    octets = "application/octet-stream"
    assert _parts(req) == [
        ("f", "a.txt", "text/plain", _sha(b"ab")),
        ("f", "c", octets, _sha(b"cd")),
        ("n", None, None, _sha(b"1")),
        ("b", "blob", octets, _sha(b"x")),
    ]
    headers = {"Content-Type": "multipart/form-data"}
    req = await world.ended(ajax.put, "/upload", data={"n": 1}, headers=headers)
    assert _parts(req) == [("n", None, None, _sha(b"1"))]


async def form_data_is_built_by_hand(world):
    """append, set, get, has, delete; a copy goes out with a file_upload."""
    file = world.file(b"ab", "a.txt", "text/plain")
    form = ajax.form_data()
    form.append("n", 1)
    form.append("n", "2")
    form.append("gone", "x")
    form.append("f", file, "other.txt")
    form.set("n", "3")
    form.delete("gone")
    assert (form.get("n"), form.get("gone")) == ("3", None)
    assert form.has("f")
    assert list(form.getAll("n")) == ["3"]
    other = ("f", "other.txt", "text/plain", _sha(b"ab"))
    number = ("n", None, None, _sha(b"3"))
    req = await world.ended(ajax.post, "/upload", data=form)
    assert _parts(req) == [number, other]
    req = await world.ended(ajax.file_upload, "/upload", file, data=form)
    assert len(_parts(req)) == 3
    assert not form.has("filetosave")
    req = await world.ended(ajax.post, "/echo", data=ajax.form_data())
    assert req.json["headers"]["content-type"].startswith("multipart/form-data; boundary=")


async def a_file_is_a_body(world):
    """As it is, with its type."""
    for kind in ("text/plain", ""):
        req = await world.ended(ajax.post, "/echo", data=world.file(b"ab", "a", kind))
        assert _told(req.json) == ("POST", "ab", kind or None)
    file = world.file(b"abc", "a.txt", "text/plain")
    assert (file.name, file.size, file.type) == ("a.txt", 3, "text/plain")

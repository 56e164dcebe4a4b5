"""file_upload, form_data and files among `data`: multipart, to the byte."""

import hashlib

from browser import ajax


def _parts(req):
    assert req.status == 200, req.text
    keys = ("field", "filename", "content_type", "sha256")
    return [tuple(part[key] for key in keys) for part in req.json["parts"]]


def _sha(content):
    return hashlib.sha256(content).hexdigest()


async def file_upload_sends_form_data(world):
    """Sends the exact bytes with name and type, after the other fields; with headers and method."""
    content = bytes(range(256)) * 40
    file = world.file(content, 'é "x".bin', "image/x-special")
    upload = ("filetosave", "é %22x%22.bin", "image/x-special", _sha(content))
    for req in await world.both(ajax.file_upload, "/upload", file):
        assert _parts(req) == [upload]
        assert req.responseURL.endswith("/upload")
    for method, position in (("POST", ()), ("PUT", ("put",))):
        headers = {"X-CSRFToken": "t"}
        req = await world.ended(ajax.file_upload, "/echo", file, *position, headers=headers)
        assert (req.json["method"], req.json["headers"]["x-csrftoken"]) == (method, "t")
    req = await world.ended(
        ajax.file_upload,
        "/upload",
        file,
        "PUT",
        "picture",
        headers={"Content-Type": "multipart/form-data"},
        data={"a": [1, "b\n"]},
        timeout=60,
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
    """They make it a FormData, as does the Content-Type multipart/form-data."""
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
    req = ajax.Ajax()
    req.open("POST", "/upload")
    req.send({"upload": world.file(b"\x00\xff\r\n--", "a.bin"), "n": 1})
    await world.finished(req)
    sent = _sha(b"\x00\xff\r\n--")
    assert _parts(req) == [("upload", "a.bin", octets, sent), ("n", None, None, _sha(b"1"))]
    headers = {"content-type": "multipart/form-data"}
    req = await world.ended(ajax.put, "/upload", data={"n": 1}, headers=headers)
    assert _parts(req) == [("n", None, None, _sha(b"1"))]


async def form_data_is_built_by_hand(world):
    """append, set, get, has, delete. `file_upload` sends a copy."""
    file = world.file(b"ab", "a.txt", "text/plain")
    form = ajax.form_data()
    form.append("n", 1)
    form.append("n", "2")
    form.append("gone", "x")
    form.append("f", file, "other.txt")
    form.append("g", file)
    form.set("n", "3")
    form.delete("gone")
    assert (form.get("n"), form.get("gone")) == ("3", None)
    assert form.has("f")
    assert list(form.getAll("n")) == ["3"]
    other = ("f", "other.txt", "text/plain", _sha(b"ab"))
    same = ("g", "a.txt", "text/plain", _sha(b"ab"))
    number = ("n", None, None, _sha(b"3"))
    req = await world.ended(ajax.post, "/upload", data=form)
    assert _parts(req) == [number, other, same]
    req = await world.ended(ajax.file_upload, "/upload", b"1", data=form)
    assert _parts(req)[-1][0] == "filetosave"
    assert len(_parts(req)) == 4
    assert not form.has("filetosave")

"""A Python error at once that says what, METHOD URL and what to do."""

from browser import ajax


def _opened():
    req = ajax.Ajax()
    req.open("POST", "/echo")
    return req


async def arguments_of_the_functions(world):
    """Each of a wrong kind."""
    for error, text, arguments, keywords in (
        (TypeError, "url must be a str, not int: GET", (1,), {}),
        (ValueError, "GET http://[", ("http://[",), {"cache": True}),
        (TypeError, "did you mean 'timeout'?: GET /echo", ("/echo",), {"timeuot": 1}),
        (ValueError, "did you mean 'oncomplete'?: GET /echo", ("/echo",), {"oncompleted": print}),
        (TypeError, "must be callable, not str", ("/echo",), {"oncomplete": "f"}),
        (TypeError, "must be callable, not int", ("/echo",), {"timeout": 1, "ontimeout": 2}),
        (ValueError, "unknown mode 'xml': GET /echo", ("/echo",), {"mode": "xml"}),
        (ValueError, "mode 'text' only", ("/echo",), {"mode": "json", "encoding": "latin1"}),
        (LookupError, "unknown encoding 'klingon'", ("/echo",), {"encoding": "klingon"}),
        (TypeError, "not str: GET /echo", ("/echo",), {"timeout": "1"}),
        (ValueError, "a timeout of -1 s: GET /echo", ("/echo",), {"timeout": -1}),
        (TypeError, "must be True or False", ("/echo",), {"blocking": "yes"}),
        (TypeError, "contradict each other", ("/echo",), {"blocking": True, "async_": True}),
        (TypeError, "must be True or False", ("/echo",), {"cache": "no"}),
        (TypeError, "headers must be a mapping", ("/echo",), {"headers": "X: 1"}),
        (TypeError, "not NoneType: GET /echo", ("/echo",), {"headers": {"X": None}}),
        (ValueError, "holds CR, LF or NUL: GET", ("/echo",), {"headers": {"X": "a\r\nY: b"}}),
        (TypeError, "data must be a mapping", ("/echo",), {"data": [1]}),
    ):
        world.raises(error, text, ajax.get, *arguments, **keywords)
    world.raises(TypeError, "not list", ajax.post, "/echo", data=[1])
    world.raises(ValueError, "do not let a page send CONNECT", ajax.connect, "/echo")
    world.raises(ValueError, "do not let a page send TRACE", ajax.trace, "/echo")


async def files_in_the_wrong_place(world):
    """In a URL, or none at all."""
    file = world.file(b"1", "a")
    world.raises(TypeError, "use post or put: GET /echo", ajax.get, "/echo", data={"f": file})
    form = ajax.form_data()
    form.append("f", file)
    world.raises(TypeError, "cannot be sent in a URL", ajax.get, "/echo", data=form)
    world.raises(TypeError, "not str: POST /upload", ajax.file_upload, "/upload", "a.txt")
    world.raises(TypeError, "a FORM element", ajax.form_data, file)


async def the_long_way(world):
    """Methods of `Ajax`, and their order."""
    world.raises(ValueError, "not valid: GET http://[", ajax.Ajax().open, "GET", "http://[")
    world.raises(ValueError, "not valid: GET http://", ajax.Ajax().open, "GET", "http://")
    world.raises(ValueError, "not valid", ajax.Ajax().open, "GET", "http://a:99999/")
    world.raises(ValueError, "not valid", ajax.Ajax().open, "GET", "http://a^b/")
    world.raises(ValueError, "TRACK /echo", ajax.Ajax().open, "track", "/echo")
    world.raises(ValueError, "'G T' is not an HTTP method", ajax.Ajax().open, "G T", "/echo")
    world.raises(ValueError, "did you mean 'complete'?", _opened().bind, "completed", print)
    world.raises(TypeError, "must be callable", _opened().bind, "complete", None)
    world.raises(ValueError, "bad header name 'a b'", _opened().set_header, "a b", "1")
    world.raises(TypeError, "POST /echo", _opened().send, 1)
    world.raises(RuntimeError, "send() before open()", ajax.Ajax().send)
    req = _opened()
    req.send()
    world.raises(RuntimeError, "send() after send(): POST /echo", req.send)
    world.raises(RuntimeError, "set_header() after send()", req.set_header, "X", "1")
    world.raises(RuntimeError, "responseType", setattr, req, "responseType", "json")
    await world.finished(req)


async def unknown_names(world):
    """Of attributes."""
    req = ajax.Ajax()
    assert not hasattr(req, "nonsense")
    req.mark = "mine"
    assert req.mark == "mine"

"""Bad input: a Python error at once: "what: METHOD URL: what to do". Nothing is sent, which the
tests that run these bodies check."""

from browser import aio, ajax


def _opened():
    req = ajax.Ajax()
    req.open("POST", "/echo")
    return req


async def arguments_of_the_functions(world):
    """Each argument of a wrong type raises an error."""
    for error, text, arguments, keywords in (
        (TypeError, "url must be a str, not int: GET", (1,), {}),
        (ValueError, "GET http://[", ("http://[",), {"cache": True}),
        (TypeError, "callback for 'complete' must be callable, not str", (), {"oncomplete": "f"}),
        (TypeError, "'timeout' must be callable, not int", (), {"timeout": 1, "ontimeout": 2}),
        (LookupError, "unknown encoding 'klingon'", (), {"encoding": "klingon"}),
        (TypeError, "a timeout must be a number of seconds, not str: GET", (), {"timeout": "1"}),
        (ValueError, "a timeout of -1 s: GET /echo", (), {"timeout": -1}),
        (TypeError, "blocking must be True or False, not str: GET", (), {"blocking": "yes"}),
        (TypeError, "cache must be True or False, not str: GET /echo", (), {"cache": "no"}),
        (TypeError, "data must be a mapping, str, bytes, File, Blob", (), {"data": [1]}),
    ):
        world.raises(error, text, ajax.get, *(arguments or ("/echo",)), **keywords)
    data = "data must be a mapping, str, bytes, File, Blob, FormData or URLSearchParams, not list"
    world.raises(TypeError, data, ajax.post, "/echo", data=[1])


async def unknown_keywords_events_and_modes(world):
    """The message names the nearest name, or all of them."""
    keyword = "unknown keyword 'timeuot'; did you mean 'timeout'?: GET /echo"
    world.raises(TypeError, keyword, ajax.get, "/echo", timeuot=1)
    event = "unknown event 'completed' in oncompleted=; did you mean 'oncomplete'?: GET /echo"
    world.raises(ValueError, event, ajax.get, "/echo", oncompleted=print)
    modes = "use one of text, binary, json, document, blob"
    for function in (ajax.get, ajax.post):
        text = f"unknown mode 'xml': {function.__name__.upper()} /echo: {modes}"
        world.raises(ValueError, text, function, "/echo", mode="xml")
    encoding = "encoding='latin1' works in mode 'text' only, not in 'json': GET /echo"
    world.raises(ValueError, encoding, ajax.get, "/echo", mode="json", encoding="latin1")


async def contradictions(world):
    """The spellings of `blocking` must not contradict each other."""
    text = "blocking and async_ contradict each other: GET /echo"
    world.raises(TypeError, text, ajax.get, "/echo", blocking=True, async_=True)


async def headers(world):
    """Bad headers raise in `headers=` and in `set_header`."""
    for error, text, given in (
        (TypeError, "headers must be a mapping of names to values, not str: GET /echo", "X: 1"),
        (TypeError, "value of header 'X' must be a str, not NoneType: GET /echo", {"X": None}),
        (ValueError, "value of header 'X' holds CR, LF or NUL: GET", {"X": "a\r\nY: b"}),
    ):
        world.raises(error, text, ajax.get, "/echo", headers=given)
    text = "bad header name 'a b': POST /echo"
    world.raises(ValueError, text, _opened().set_header, "a b", "1")


async def methods_that_browsers_forbid(world):
    """The functions, `open` and `file_upload` refuse them."""
    world.raises(ValueError, "do not let a page send CONNECT requests", ajax.connect, "/echo")
    world.raises(ValueError, "do not let a page send TRACE requests", ajax.trace, "/echo")
    text = "browsers do not let a page send TRACK requests: TRACK /echo"
    world.raises(ValueError, text, ajax.Ajax().open, "track", "/echo")
    file = world.file(b"1", "a")
    world.raises(ValueError, "TRACE /upload", ajax.file_upload, "/upload", file, method="TRACE")
    world.raises(ValueError, "'G T' is not an HTTP method", ajax.Ajax().open, "G T", "/echo")


async def files_in_the_wrong_place(world):
    """A file in a query raises an error; so does another value instead of a file."""
    file = world.file(b"1", "a")
    text = "'f' is a file: it cannot be sent in a URL; use post or put: GET /echo"
    world.raises(TypeError, text, ajax.get, "/echo", data={"f": file})
    form = ajax.form_data()
    form.append("f", file)
    world.raises(TypeError, "cannot be sent in a URL", ajax.get, "/echo", data=form)
    text = "the file must be a File, a Blob or bytes, not str: POST /upload"
    world.raises(TypeError, text, ajax.file_upload, "/upload", "a.txt")
    text = "field_name must be a str, not int: POST /upload"
    world.raises(TypeError, text, ajax.file_upload, "/upload", file, field_name=3)
    world.raises(TypeError, "form_data takes a FORM element", ajax.form_data, file)


async def the_long_way(world):
    """The methods of `Ajax` check their arguments and their order."""
    world.raises(ValueError, "URL is not valid: GET http://[", ajax.Ajax().open, "GET", "http://[")
    world.raises(ValueError, "not valid: GET http://", ajax.Ajax().open, "GET", "http://")
    world.raises(ValueError, "not valid", ajax.Ajax().open, "GET", "http://a:99999/")
    world.raises(ValueError, "not valid", ajax.Ajax().open, "GET", "http://a^b/")
    text = "unknown event 'completed'; did you mean 'complete'?"
    world.raises(ValueError, text, _opened().bind, "completed", print)
    world.raises(TypeError, "a str, not int", _opened().bind, 4, print)
    text = "the callback for 'complete' must be callable, not NoneType"
    world.raises(TypeError, text, _opened().bind, "complete", None)
    world.raises(TypeError, "POST /echo", _opened().send, 1)
    text = "send() before open(): call open(method, url) first"
    world.raises(RuntimeError, text, ajax.Ajax().send)
    world.raises(ValueError, "a timeout of -1 s: POST /echo", _opened().set_timeout, -1, print)
    for error, text, name, value in (
        (LookupError, "unknown encoding 'klingon'", "encoding", "klingon"),
        (ValueError, "unknown responseType 'xml': POST /echo", "responseType", "xml"),
        (TypeError, "milliseconds, not str: POST /echo", "timeout", "1"),
        (TypeError, "milliseconds, not bool: POST /echo", "timeout", True),
        (ValueError, "a timeout of -1 ms: POST /echo", "timeout", -1),
    ):
        world.raises(error, text, setattr, _opened(), name, value)


async def secrets_are_not_shown(world):
    """A message shows neither the password nor the token of the URL."""
    url = "http://ann:hidden@localhost/?token=hidden"
    text = "GET http://***@localhost/?token=***"
    assert "hidden" not in str(world.raises(ValueError, text, ajax.get, url, mode="xml"))


async def of_aio(world):
    """Errors raise when the coroutine is awaited; those of `run` at once."""
    for error, text, coroutine in (
        (ValueError, "unknown format 'xml': GET /x", aio.get("/x", format="xml")),
        (TypeError, "blocking= has no meaning in aio: GET /x", aio.get("/x", blocking=True)),
        (TypeError, "did you mean 'timeout'?: GET /x", aio.get("/x", timeuot=1)),
        (ValueError, "TRACE /x", aio.ajax("TRACE", "/x")),
        (TypeError, "data must be", aio.post("/x", data=3)),
        (ValueError, "unknown format 'xml': GET /x", anext(aio.stream("/x", "xml"))),
    ):
        await world.rejects(error, text, coroutine)
    for wrong in (lambda: 1, 1, aio.get):
        world.raises(TypeError, "takes a coroutine", aio.run, wrong)

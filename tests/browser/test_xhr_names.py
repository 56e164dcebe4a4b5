"""XMLHttpRequest's own names on the request, readable and writable."""

from pytest_pyodide import run_in_pyodide


@run_in_pyodide
async def test_properties_before_and_after(selenium):
    from guest import finished

    from browser import ajax

    req = ajax.Ajax()
    assert (req.timeout, req.withCredentials, req.responseType, req.encoding) == (
        0,
        False,
        "",
        None,
    )
    assert (req.statusText, req.responseURL, req.responseText) == ("", "", "")
    assert (req.UNSENT, req.OPENED, req.HEADERS_RECEIVED, req.LOADING, req.DONE) == (0, 1, 2, 3, 4)
    assert req.responseXML is None
    req.open("GET", "/redirect?to=/text?body=1")
    req.send()
    await finished(req)
    assert req.statusText == "OK"
    assert req.responseURL.endswith("/text?body=1")
    assert (req.responseText, req.response, req.read()) == ("1", "1", "1")


@run_in_pyodide
async def test_timeout_is_in_milliseconds_and_can_be_set_after_send(selenium):
    from guest import finished

    from browser import ajax

    calls = []
    req = ajax.Ajax()
    req.open("GET", "/hang")
    req.timeout = 100
    assert req.timeout == 100
    req.bind("timeout", lambda event: calls.append(event.type))
    req.send()
    await finished(req)
    assert calls == ["timeout"]
    req.open("GET", "/hang")
    req.timeout = 0
    req.send()
    req.timeout = 50
    await finished(req)
    assert calls == ["timeout", "timeout"]
    for bad, error in (("1", TypeError), (True, TypeError), (-1, ValueError)):
        try:
            req.timeout = bad
        except error:
            pass
        else:
            raise AssertionError(bad)


@run_in_pyodide
async def test_on_properties_hold_one_function_each(selenium):
    from guest import finished

    from browser import ajax

    calls = []
    req = ajax.Ajax()
    assert req.onload is None

    def first(event):
        calls.append("first")

    def second(event):
        calls.append((event.type, event.target is req))

    req.onload = first
    req.onload = second
    assert req.onload is second
    req.bind("load", lambda event: calls.append("bound"))
    req.ontimeout = lambda event: calls.append("never")
    req.open("GET", "/text")
    req.onreadystatechange = lambda event: calls.append(event.target.readyState)
    req.send()
    await finished(req)
    assert calls == [2, 3, 4, ("load", True), "bound"]
    req.onload = None
    assert req.onload is None


@run_in_pyodide
async def test_addEventListener_and_upload(selenium):
    from guest import finished

    from browser import ajax

    calls = []
    req = ajax.Ajax()
    req.addEventListener("load", lambda event: calls.append(event.type))
    assert req.upload is req.upload
    req.upload.onprogress = lambda event: calls.append(event.loaded)
    req.upload.addEventListener("load", lambda event: calls.append(event.type))
    req.open("POST", "/upload")
    req.setRequestHeader("Content-Type", "text/plain")
    req.send(b"12345")
    await finished(req)
    assert calls == [5, "uploadload", "load"]


@run_in_pyodide
async def test_what_is_not_listed_is_the_real_ones(selenium):
    from browser import ajax

    req = ajax.Ajax()
    assert req.constructor.name == "XMLHttpRequest"
    assert callable(req.hasOwnProperty)
    assert not hasattr(req, "nonsense")
    req.mark = "mine"
    assert req.mark == "mine"


@run_in_pyodide
def test_the_repr_tells_state_and_status(selenium):
    from browser import ajax

    req = ajax.get("/text", cache=True, blocking=True)
    assert repr(req) == "<Ajax: GET /text: complete, status 200>"

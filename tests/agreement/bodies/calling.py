"""How a request is made: `Ajax` or a function, with a callback or blocking, in each spelling."""

import warnings

from browser import ajax


async def the_names_of_the_class(world):
    """`Ajax` and `ajax` are one class; the functions can be imported by name."""
    from browser.ajax import Ajax, get
    from browser.ajax import ajax as lower_case

    assert ajax.ajax is ajax.Ajax is Ajax is lower_case
    assert type(ajax.ajax()) is ajax.Ajax
    assert get("/text?body=1", blocking=True).text == "1"


async def a_blocking_call_completes_before_it_returns(world):
    """It runs `complete`, and returns the request; another call returns None."""
    for function in (ajax.get, ajax.post):
        calls = []
        req = function("/text", blocking=True, oncomplete=calls.append)
        assert calls == [req]
        assert (req.readyState, req.status, req.statusText) == (4, 200, "OK")
    assert await world.completed(lambda done: calls.append(ajax.get("/text", oncomplete=done)))
    assert calls[1] is None


async def send_waits_or_returns_at_once(world):
    """The third argument of `open` decides. By default `send` does not block."""
    for arguments, keywords in (((False,), {}), ((), {"async": False}), ((), {"async_": False})):
        calls = []
        req = ajax.ajax()
        req.bind("complete", lambda req, calls=calls: calls.append(req.text))
        req.open("GET", "/text?body=here", *arguments, **keywords)
        req.send()
        assert calls == ["here"]
        assert (req.readyState, req.status, req.text) == (4, 200, "here")
    for arguments in ((), (True,)):
        req = ajax.ajax()
        req.open("GET", "/text", *arguments)
        req.send()
        assert req.readyState < 4
        await world.finished(req)
        assert req.status == 200


async def the_spellings_of_blocking(world):
    """`async_`, `async` and the second argument work. The second argument is deprecated."""
    for function in (ajax.get, ajax.post):
        assert function("/text?body=1", blocking=True).text == "1"
        assert function("/text?body=1", async_=False).text == "1"
        assert function("/text?body=1", **{"async": False}).text == "1"
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        assert ajax.get("/text?body=1", False).text == "1"
    assert [warning.category for warning in seen] == [DeprecationWarning]
    assert "write blocking=True" in str(seen[0].message)


async def the_method_in_any_case(world):
    """`open` writes it in upper case."""
    for method in ("post", "patch", "Delete"):
        req = ajax.ajax()
        req.open(method, "/echo")
        req.send()
        assert (await world.finished(req)).json["method"] == method.upper()


async def the_url_as_a_keyword(world):
    """Every function accepts `url=`."""
    assert (await world.ended(ajax.get, url="/text?body=1")).text == "1"


async def one_object_after_any_end(world):
    """After `open`, the response and the error are gone."""
    req = ajax.ajax()
    for url in ("/text?body=1", f"{world.raw}/reset", "/status/404", "/text?body=2"):
        req.open("GET", url)
        assert (req.status, req.text, req.error) == (0, "", None)
        req.send()
        await world.finished(req)
    assert (req.status, req.text, req.error) == (200, "2", None)

"""Headers and credentials, as the server sees them."""

from pytest_pyodide import run_in_pyodide


@run_in_pyodide
async def test_any_mapping_case_insensitive_the_last_wins_also_before_open(selenium):
    from types import MappingProxyType

    from guest import completed, finished

    from browser import ajax

    req = ajax.Ajax()
    req.set_header("X-Before", "1")
    req.open("GET", "/echo")
    req.set_header("X-One", "1")
    req.set_header("x-one", "2")
    req.send()
    await finished(req)
    assert req.json["headers"]["x-one"] == "2"
    assert req.json["headers"]["x-before"] == "1"
    headers = MappingProxyType({"X-Number": 5})
    req = await completed(lambda done: ajax.get("/echo", headers=headers, oncomplete=done))
    assert req.json["headers"]["x-number"] == "5"


@run_in_pyodide
async def test_a_forbidden_header_is_dropped_with_one_warning_at_the_users_line(selenium):
    import warnings

    from guest import completed

    from browser import ajax

    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        headers = {"Cookie": "hidden", "Host": "x", "X-Fine": "1"}
        req = await completed(lambda done: ajax.get("/echo", headers=headers, oncomplete=done))
    (warning,) = seen
    assert "Cookie, Host: GET /echo" in str(warning.message)
    assert "hidden" not in str(warning.message)
    assert "browser/ajax" not in warning.filename
    assert req.json["headers"]["x-fine"] == "1"


@run_in_pyodide
async def test_after_send_headers_and_settings_are_errors(selenium):
    from guest import finished

    from browser import ajax

    req = ajax.Ajax()
    req.open("GET", "/text")
    req.send()
    for attempt in (
        lambda: req.set_header("X", "1"),
        lambda: req.setRequestHeader("X", "1"),
        req.send,
        lambda: setattr(req, "responseType", "json"),
        lambda: req.overrideMimeType("text/plain"),
    ):
        try:
            attempt()
        except RuntimeError as error:
            assert "after send(): GET /text: call open(method, url) first" in str(error)
        else:
            raise AssertionError("no error")
    await finished(req)
    try:
        req.send()
    except RuntimeError:
        pass
    else:
        raise AssertionError("no error")


@run_in_pyodide
async def test_open_again_forgets_headers_keeps_listeners_abandons_silently(selenium):
    from guest import finished

    from browser import ajax

    calls = []
    req = ajax.Ajax()
    req.bind("complete", lambda req: calls.append(req.json["url"]))
    req.bind("abort", calls.append)
    req.open("GET", "/hang")
    req.set_header("X-One", "1")
    req.send()
    req.open("GET", "/echo")
    req.send()
    await finished(req)
    assert calls == ["/echo"]
    assert "x-one" not in req.json["headers"]


@run_in_pyodide
async def check_credentials(selenium, origin):
    from guest import completed

    from browser import ajax

    async def cookies(**keywords):
        url = f"{origin}/cookies?cors=cred"
        req = await completed(lambda done: ajax.get(url, oncomplete=done, **keywords))
        return req.json

    await completed(
        lambda done: ajax.get(
            f"{origin}/cookies/set?cors=cred&flavour=oat",
            cache=True,
            credentials=True,
            oncomplete=done,
        )
    )
    assert await cookies() == {}
    assert await cookies(credentials=True) == {"flavour": "oat"}
    req = ajax.Ajax()
    req.open("GET", f"{origin}/cookies?cors=cred")
    assert req.withCredentials is False
    req.withCredentials = True
    req.send()
    await completed(lambda done: req.bind("complete", done))
    assert req.json == {"flavour": "oat"}


def test_credentials_go_to_other_origins_only_when_asked(selenium, urls):
    check_credentials(selenium, urls["same_site"])


@run_in_pyodide
async def test_response_headers(selenium):
    from guest import completed

    from browser import ajax

    url = "/headers?X-One=1&Content-Type=text/x-special"
    req = await completed(lambda done: ajax.get(url, oncomplete=done))
    assert req.getResponseHeader("x-one") == "1"
    assert req.getResponseHeader("X-ONE") == "1"
    assert req.getResponseHeader("x-none") is None
    assert req.getResponseHeader("content-type") == "text/x-special"
    assert "x-one: 1\r\n" in req.getAllResponseHeaders()

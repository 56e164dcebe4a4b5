"""Spellings and habits of existing programs."""

from pytest_pyodide import run_in_pyodide


@run_in_pyodide
async def test_functions_return_none_and_blocking_ones_the_finished_request(selenium):
    from guest import completed

    from browser import ajax

    returned = []
    await completed(lambda done: returned.append(ajax.get("/text", oncomplete=done)))
    assert returned == [None]
    calls = []
    req = ajax.post("/text", blocking=True, oncomplete=calls.append)
    assert calls == [req]
    assert (req.readyState, req.status) == (4, 200)


@run_in_pyodide
def test_the_second_positional_argument_is_async(selenium):
    import warnings

    from browser import ajax

    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        req = ajax.get("/text?body=1", False)
    assert req.text == "1"
    (warning,) = seen
    assert warning.category is DeprecationWarning
    assert "write blocking=True" in str(warning.message)


@run_in_pyodide
async def test_open_without_async_and_a_lower_case_method(selenium):
    from guest import finished

    from browser import ajax

    for method in ("post", "patch", "Delete"):
        req = ajax.ajax()
        req.open(method, "/echo")
        req.send()
        await finished(req)
        assert req.json["method"] == method.upper()


@run_in_pyodide
async def test_url_as_a_keyword(selenium):
    from guest import completed

    from browser import ajax

    req = await completed(lambda done: ajax.get(url="/text?body=1", oncomplete=done))
    assert req.text == "1"


@run_in_pyodide
async def test_open_with_async_as_a_keyword(selenium):
    from browser import ajax

    for keywords in ({"async": False}, {"async_": False}):
        req = ajax.ajax()
        req.open("GET", "/text?body=1", **keywords)
        req.send()
        assert req.text == "1"


@run_in_pyodide
async def test_status_0_after_a_network_error(selenium):
    from guest import completed

    from browser import ajax

    req = await completed(lambda done: ajax.get("http://localhost:1/", oncomplete=done))
    assert (req.status, req.text) == (0, "")
    assert req.status == 200 or req.status == 0


@run_in_pyodide
async def test_post_without_data_with_own_headers(selenium):
    from guest import completed

    from browser import ajax

    req = await completed(lambda done: ajax.post("/echo", headers={"X": "1"}, oncomplete=done))
    assert (req.json["body"], req.json["headers"]["x"]) == ("", "1")


@run_in_pyodide
async def test_ajax_adds_no_cache_parameter(selenium):
    from guest import finished

    from browser import ajax

    req = ajax.ajax()
    req.open("GET", "/echo")
    req.send()
    await finished(req)
    assert req.json["url"] == "/echo"


@run_in_pyodide
async def test_one_object_serves_many_requests(selenium):
    from guest import finished

    from browser import ajax

    req = ajax.ajax()
    for url in ("/text?body=1", "http://localhost:1/", "/status/404", "/text?body=2"):
        req.open("GET", url)
        assert (req.status, req.text, req.error) == (0, "", None)
        req.send()
        await finished(req)
    assert (req.status, req.text, req.error) == (200, "2", None)


@run_in_pyodide
async def test_a_request_is_kept_alive_until_its_end(selenium):
    import gc

    from guest import completed

    from browser import ajax

    def start(done):
        req = ajax.ajax()
        req.bind("complete", lambda req: done(req.text))
        req.open("GET", "/delay?seconds=0.1")
        req.send()
        del req
        gc.collect()

    assert "0.1" in await completed(start)


@run_in_pyodide
def test_from_browser_ajax_import_ajax(selenium):
    from browser.ajax import Ajax, ajax, get

    assert ajax is Ajax
    assert get("/text?body=1", blocking=True).text == "1"


@run_in_pyodide
async def test_a_blocking_error(selenium):
    from browser import ajax

    calls = []
    req = ajax.get("http://localhost:1/x", blocking=True, oncomplete=calls.append)
    assert calls == [req]
    assert req.status == 0
    assert type(req.error) is ajax.NetworkError


@run_in_pyodide
def test_a_blocking_request_in_a_window_answers_and_warns_where_its_timeout_cannot_hold(selenium):
    import warnings

    from browser import _probes, ajax

    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        req = ajax.get("/text?body=1", blocking=True, timeout=5)
    assert req.text == "1"
    expected = 0 if _probes.can_suspend() else 1
    assert ["no timeout: in a page" in str(found.message) for found in seen] == [True] * expected


@run_in_pyodide
def test_a_profile_tells_the_lines_of_the_script(selenium):
    import cProfile
    import io
    import pstats

    from browser import document, html

    names = {"document": document, "html": html}
    code = "def work():\n    document.body <= html.P('profiled')\n\nwork()\n"
    profile = cProfile.Profile()
    profile.runctx(compile(code, "index.html#__main__", "exec"), names, names)
    told = io.StringIO()
    pstats.Stats(profile, stream=told).sort_stats("cumulative").print_stats()
    assert "index.html#__main__:1(work)" in told.getvalue()

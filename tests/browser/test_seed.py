"""The seed's statements S1 to S25, each by name, as a page's script would use them."""

from pytest_pyodide import run_in_pyodide


@run_in_pyodide
async def test_s1_ajax_runs_requests(selenium):
    from guest import completed

    from browser import ajax

    req = await completed(lambda done: ajax.get("/echo", oncomplete=done))
    assert req.status == 200


@run_in_pyodide
def test_s2_ajax_and_Ajax_are_one_class(selenium):
    from browser import ajax

    assert ajax.ajax is ajax.Ajax
    assert type(ajax.ajax()) is ajax.Ajax


@run_in_pyodide
async def test_s3_s4_s8_the_states_in_order_each_with_the_request(selenium):
    from guest import finished

    from browser import ajax

    seen = []
    req = ajax.ajax()
    for name in ("uninitialized", "loading", "loaded", "interactive", "complete"):
        req.bind(name, lambda *args, name=name: seen.append((name, args, args[0].readyState)))
    assert req.readyState == 0
    req.open("GET", "/text", True)
    assert req.readyState == 1
    req.send()
    await finished(req)
    assert [(name, state) for name, _, state in seen] == [
        ("loading", 1),
        ("loaded", 2),
        ("interactive", 3),
        ("complete", 4),
    ]
    assert all(args == (req,) for _, args, _ in seen)
    assert req.readyState == 4


@run_in_pyodide
async def test_s5_s6_an_asynchronous_send_returns_before_the_answer(selenium):
    from guest import finished

    from browser import ajax

    req = ajax.ajax()
    req.open("GET", "/echo", True)
    req.send()
    assert req.readyState < 4
    await finished(req)
    assert req.status == 200


@run_in_pyodide
def test_s7_a_synchronous_send_hangs_until_the_answer_is_there(selenium):
    from browser import ajax

    calls = []
    req = ajax.ajax()
    req.bind("complete", lambda req: calls.append(req.text))
    req.open("GET", "/text?body=here", False)
    req.send()
    assert calls == ["here"]
    assert (req.readyState, req.status, req.text) == (4, 200, "here")


@run_in_pyodide
async def test_s9_set_header(selenium):
    from guest import finished

    from browser import ajax

    req = ajax.ajax()
    req.open("GET", "/echo", True)
    req.set_header("X-Colour", "blue")
    req.send()
    await finished(req)
    assert req.json["headers"]["x-colour"] == "blue"


@run_in_pyodide
async def test_s10_set_timeout_counts_seconds_cancels_and_calls_without_arguments(selenium):
    from guest import finished

    from browser import ajax

    calls = []
    req = ajax.ajax()
    req.bind("complete", lambda req: calls.append("complete"))
    req.open("GET", "/hang", True)
    req.set_timeout(0.2, lambda: calls.append("timeout"))
    req.send()
    await finished(req)
    assert calls == ["timeout"]


@run_in_pyodide
async def test_s11_send_takes_a_dict_or_an_url_encoded_str(selenium):
    from guest import finished

    from browser import ajax

    for data in ({"x": 0, "name": "é &"}, "x=0&name=%C3%A9%20%26"):
        req = ajax.ajax()
        req.open("POST", "/form", True)
        req.set_header("content-type", "application/x-www-form-urlencoded")
        req.send(data)
        await finished(req)
        assert req.json["form"] == [["x", "0"], ["name", "é &"]]


@run_in_pyodide
async def test_s12_a_dict_with_a_file_goes_out_as_form_data(selenium):
    from guest import file, finished

    from browser import ajax

    req = ajax.ajax()
    req.open("POST", "/upload", True)
    req.send({"upload": file(b"\x00\xff\r\n--", "a.bin"), "n": 1})
    await finished(req)
    upload, number = req.json["parts"]
    assert (upload["field"], upload["filename"], upload["size"]) == ("upload", "a.bin", 6)
    assert (number["field"], number["filename"]) == ("n", None)


@run_in_pyodide
async def test_s13_status_is_an_int(selenium):
    from guest import completed

    from browser import ajax

    for status in (200, 404, 500):
        req = await completed(lambda done, s=status: ajax.get(f"/status/{s}", oncomplete=done))
        assert req.status == status
        assert type(req.status) is int


@run_in_pyodide
async def test_s14_text_is_a_str(selenium):
    from guest import completed

    from browser import ajax

    req = await completed(lambda done: ajax.get("/text", oncomplete=done))
    assert req.text == "café ✓"


@run_in_pyodide
async def test_s15_xml_is_a_dom_object(selenium):
    from guest import completed

    from browser import ajax

    req = await completed(lambda done: ajax.get("/xml?body=<a><b>c</b></a>", oncomplete=done))
    assert req.xml.documentElement.tagName == "a"
    assert req.xml.getElementsByTagName("b")[0].textContent == "c"


@run_in_pyodide
async def test_s16_the_seeds_example(selenium):
    from guest import add_result, finished

    from browser import ajax, document

    add_result()

    def on_complete(req):
        if req.status == 200 or req.status == 0:
            document["result"].html = req.text
        else:
            document["result"].html = "error " + req.text

    url = "/form"
    req = ajax.ajax()
    req.bind("complete", on_complete)
    # send a POST request to the url
    req.open("POST", url, True)
    req.set_header("content-type", "application/x-www-form-urlencoded")
    # send data as a dictionary
    req.send({"x": 0, "y": 1})
    await finished(req)
    assert '[["x","0"],["y","1"]]' in document["result"].html


@run_in_pyodide
async def test_s17_get_with_its_defaults(selenium):
    from guest import completed

    from browser import ajax

    req = await completed(lambda done: ajax.get("/echo", oncomplete=done))
    answer = req.json
    assert answer["method"] == "GET"
    assert answer["body"] == ""
    assert "content-type" not in answer["headers"]


@run_in_pyodide
async def test_s18_post_with_its_defaults(selenium):
    from guest import completed

    from browser import ajax

    req = await completed(lambda done: ajax.post("/echo", data="x=1", oncomplete=done))
    answer = req.json
    assert answer["method"] == "POST"
    assert answer["headers"]["content-type"] == "application/x-www-form-urlencoded"
    assert answer["body"] == "x=1"


@run_in_pyodide
def test_s19_async_False_blocks(selenium):
    from browser import ajax

    for request in (
        ajax.get("/text?body=1", **{"async": False}),
        ajax.get("/text?body=1", async_=False),
        ajax.get("/text?body=1", blocking=True),
        ajax.post("/text?body=1", blocking=True),
    ):
        assert request.text == "1"


@run_in_pyodide
async def test_s20_headers_is_a_dict(selenium):
    from guest import completed

    from browser import ajax

    headers = {"X-One": "1", "x-two": "2"}
    req = await completed(lambda done: ajax.get("/echo", headers=headers, oncomplete=done))
    sent = req.json["headers"]
    assert (sent["x-one"], sent["x-two"]) == ("1", "2")


@run_in_pyodide
async def test_s21_data_is_a_str_or_a_dict(selenium):
    from guest import completed

    from browser import ajax

    for data in ({"x": 1, "y": 2}, "x=1&y=2"):
        got = await completed(lambda done, d=data: ajax.get("/echo", data=d, oncomplete=done))
        assert got.json["query"][:2] == [["x", "1"], ["y", "2"]]
        posted = await completed(lambda done, d=data: ajax.post("/echo", data=d, oncomplete=done))
        assert posted.json["body"] == "x=1&y=2"


@run_in_pyodide
async def test_s22_cache_says_whether_get_uses_the_browsers_cache(selenium):
    from guest import completed

    from browser import ajax

    async def asked(**keywords):
        url = "/cache?key=s22"
        req = await completed(lambda done: ajax.get(url, oncomplete=done, **keywords))
        return req.text

    first = int(await asked(cache=True))
    assert int(await asked(cache=True)) == first
    assert [int(await asked()), int(await asked(cache=False))] == [first + 1, first + 2]


@run_in_pyodide
async def test_s23_timeout_in_seconds_and_ontimeout_without_arguments(selenium):
    from guest import completed

    from browser import ajax

    for method in (ajax.get, ajax.post):
        calls = []
        await completed(
            lambda done, method=method, calls=calls: method(
                "/hang", timeout=0.2, ontimeout=done, oncomplete=calls.append
            )
        )
        assert calls == []


@run_in_pyodide
async def test_s24_a_callback_for_each_event(selenium):
    from guest import completed

    from browser import ajax

    seen = []
    await completed(
        lambda done: ajax.get(
            "/text",
            onloading=lambda req: seen.append(("loading", type(req))),
            onloaded=lambda req: seen.append(("loaded", type(req))),
            oninteractive=lambda req: seen.append(("interactive", type(req))),
            oncomplete=done,
        )
    )
    assert seen == [("loading", ajax.Ajax), ("loaded", ajax.Ajax), ("interactive", ajax.Ajax)]


@run_in_pyodide
async def test_s25_post_with_a_dict_and_oncomplete(selenium):
    from guest import completed

    from browser import ajax

    req = await completed(lambda done: ajax.post("/form", data={"x": 0, "y": 1}, oncomplete=done))
    assert req.json["form"] == [["x", "0"], ["y", "1"]]

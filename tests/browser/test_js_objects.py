"""JavaScript objects as `data`, and as attributes of a request."""

from pytest_pyodide import run_in_pyodide


@run_in_pyodide
async def test_js_bodies_go_out_as_they_are(selenium):
    from guest import completed, finished
    from js import Blob, Uint8Array, URLSearchParams

    from browser import ajax

    urlencoded = "application/x-www-form-urlencoded"
    for data, body, content_type in (
        (URLSearchParams.new("x=1&y=2"), "x=1&y=2", urlencoded),
        (Blob.new(["ab"]), "ab", None),
        (Uint8Array.of(97, 98), "ab", None),
        (Uint8Array.of(97, 98).buffer, "ab", None),
    ):
        for name in ("post", "put", "patch"):
            function = getattr(ajax, name)
            by_function = await completed(
                lambda done, function=function, data=data: function(
                    "/echo", data=data, oncomplete=done
                )
            )
            by_send = ajax.Ajax()
            by_send.open(name, "/echo")
            by_send.send(data)
            await finished(by_send)
            for req in (by_function, by_send):
                assert (req.json["method"], req.json["body"]) == (name.upper(), body)
                sent = req.json["headers"].get("content-type")
                assert (sent and sent.partition(";")[0]) == content_type


@run_in_pyodide
async def test_url_search_params_become_the_query(selenium):
    from guest import completed
    from js import URLSearchParams

    from browser import ajax

    for function in (ajax.get, ajax.delete, ajax.options):
        data = URLSearchParams.new("x=1&y=%C3%A9%20%26")
        req = await completed(
            lambda done, function=function, data=data: function(
                "/echo?a=0#here", data=data, cache=True, oncomplete=done
            )
        )
        assert req.json["query"] == [["a", "0"], ["x", "1"], ["y", "é &"]]
        assert req.json["body"] == ""


@run_in_pyodide
async def test_form_data_of_a_form(selenium):
    from guest import completed

    from browser import ajax, document, html

    form = html.FORM(html.INPUT(name="colour", value="blue"))
    document <= form
    data = ajax.form_data(form)
    data.append("note", "n")
    req = await completed(lambda done: ajax.post("/upload", data=data, oncomplete=done))
    parts = [(part["field"], part["filename"], part["size"]) for part in req.json["parts"]]
    assert parts == [("colour", None, 4), ("note", None, 1)]


@run_in_pyodide
def js_objects_of_a_wrong_class(selenium):
    import js

    from browser import ajax

    for function, argument, message in (
        (lambda data: ajax.get("/echo", data=data), js.Object.new(), "GET /echo"),
        (lambda data: ajax.post("/echo", data=data), js.Object.new(), "POST /echo"),
        (ajax.form_data, js.document.createElement("div"), "form_data takes a FORM element"),
    ):
        try:
            function(argument)
        except TypeError as error:
            assert message in str(error)
        else:
            raise AssertionError(f"not raised: {message}")


def test_js_objects_of_a_wrong_class_are_type_errors_before_anything_is_sent(selenium, log):
    js_objects_of_a_wrong_class(selenium)
    assert log.requests() == []


@run_in_pyodide
def test_what_a_request_does_not_have_is_the_real_xml_http_requests(selenium):
    from browser import ajax

    req = ajax.Ajax()
    assert req.constructor.name == "XMLHttpRequest"
    assert callable(req.hasOwnProperty)

"""`data`: what of it reaches the server, by every function and method."""

import pytest
from pytest_pyodide import run_in_pyodide

URLENCODED = "application/x-www-form-urlencoded"


@run_in_pyodide
async def echoed(selenium, method, url, data, headers=None):
    """What the server received of a request made by `method`, "send" included."""
    from guest import completed, finished

    from browser import ajax

    if method.startswith("send "):
        req = ajax.Ajax()
        req.open(method.removeprefix("send "), url)
        for name, value in (headers or {}).items():
            req.set_header(name, value)
        req.send(eval(data, {"ajax": ajax}))
        await finished(req)
    else:
        function = getattr(ajax, method)
        value = eval(data, {"ajax": ajax})
        req = await completed(
            lambda done: function(url, data=value, headers=headers, oncomplete=done)
        )
    answer = req.json
    return {
        "method": answer["method"],
        "url": answer["url"],
        "query": answer["query"],
        "body": answer["body"],
        "type": answer["headers"].get("content-type"),
    }


WITH_BODY = pytest.mark.parametrize(
    "method", ["post", "put", "patch", "send POST", "send PUT", "send PATCH"]
)
WITHOUT_BODY = pytest.mark.parametrize("method", ["get", "delete", "options"])


@WITH_BODY
def test_a_mapping_is_url_encoded(selenium, method):
    got = echoed(selenium, method, "/echo", "{'x': [1, 2], 'y': 'é &', 'z': None}")
    assert got["body"] == "x=1&x=2&y=%C3%A9%20%26&z=None"
    assert got["type"] == URLENCODED
    assert got["method"] == method.split()[-1].upper()


@WITH_BODY
def test_a_str_goes_out_as_it_is(selenium, method):
    got = echoed(selenium, method, "/echo", "'x=1&y=' + 'a' * 2000")
    assert got["body"] == "x=1&y=" + "a" * 2000
    assert got["type"] == URLENCODED


@WITH_BODY
def test_a_given_content_type_is_kept(selenium, method):
    headers = {"content-type": "application/json"}
    got = echoed(selenium, method, "/echo", '\'{"x": "é"}\'', headers)
    assert got["body"] == '{"x": "é"}'
    assert got["type"] == "application/json"


@WITH_BODY
@pytest.mark.parametrize("data", ["b'ab'", "bytearray(b'ab')", "memoryview(b'xabx')[1:3]"])
def test_bytes_go_out_without_a_content_type(selenium, method, data):
    got = echoed(selenium, method, "/echo", data)
    assert got["body"] == "ab"
    assert got["type"] is None


@WITH_BODY
def test_form_data_is_multipart_with_a_boundary(selenium, method):
    for headers in (None, {"Content-Type": "multipart/form-data"}):
        got = echoed(selenium, method, "/echo", "ajax.form_data()", headers)
        assert got["type"].startswith("multipart/form-data; boundary=")


@WITH_BODY
@pytest.mark.parametrize(
    ("data", "body", "content_type"),
    [
        ("__import__('js').URLSearchParams.new('x=1&y=2')", "x=1&y=2", URLENCODED),
        ("__import__('js').Blob.new(['ab'])", "ab", None),
        ("__import__('guest').file(b'ab', 'a.txt', 'text/plain')", "ab", "text/plain"),
        ("__import__('js').Uint8Array.of(97, 98)", "ab", None),
        ("__import__('js').Uint8Array.of(97, 98).buffer", "ab", None),
    ],
)
def test_js_bodies_go_out_as_they_are(selenium, method, data, body, content_type):
    got = echoed(selenium, method, "/echo", data)
    assert got["body"] == body
    if content_type == URLENCODED:
        assert got["type"].startswith(URLENCODED)
    else:
        assert got["type"] == content_type


@WITHOUT_BODY
@pytest.mark.parametrize(
    "data",
    [
        "{'x': 1, 'y': 'é &'}",
        "'x=1&y=%C3%A9%20%26'",
        "__import__('js').URLSearchParams.new('x=1&y=%C3%A9%20%26')",
        "b'x=1&y=%C3%A9+%26'",
    ],
)
def test_without_a_body_data_becomes_the_query(selenium, method, data):
    got = echoed(selenium, method, "/echo?a=0#here", data)
    assert got["query"][:3] == [["a", "0"], ["x", "1"], ["y", "é &"]]
    assert len(got["query"]) == (4 if method == "get" else 3)
    assert got["body"] == ""
    assert got["type"] is None


def test_the_entries_of_form_data_become_the_query(selenium):
    got = echoed(selenium, "get", "/echo", "(f := ajax.form_data(), f.append('x', 'a b'))[0]")
    assert got["query"][0] == ["x", "a b"]


@pytest.mark.parametrize("method", ["send GET", "send HEAD"])
def test_send_ignores_data_of_get_and_head(selenium, log, method):
    if method == "send GET":
        assert echoed(selenium, method, "/echo", "{'x': 1}")["url"] == "/echo"
    else:
        head_with_data(selenium)
        (record,) = log
        assert (record.method, record.target, record.body) == ("HEAD", "/echo", b"")


@run_in_pyodide
async def head_with_data(selenium):
    from guest import finished

    from browser import ajax

    req = ajax.Ajax()
    req.open("HEAD", "/echo")
    req.send({"x": 1})
    await finished(req)
    assert req.text == ""


def test_send_of_delete_has_a_body(selenium):
    got = echoed(selenium, "send DELETE", "/echo", "{'x': 1}")
    assert (got["url"], got["body"], got["type"]) == ("/echo", "x=1", URLENCODED)


@run_in_pyodide
async def cached(selenium, **keywords):
    from guest import completed

    from browser import ajax

    for name in ("get", "head", "delete", "options"):
        await completed(
            lambda done, name=name: getattr(ajax, name)(
                "/text?b=1#x", data={"c": 2}, oncomplete=done, **keywords
            )
        )


def test_the_cache_parameter_is_for_get_and_head_only_and_never_repeats(selenium, log):
    cached(selenium)
    cached(selenium)
    targets = {}
    for record in log:
        targets.setdefault(record.method, []).append(record.target)
    assert targets["DELETE"] == targets["OPTIONS"] == ["/text?b=1&c=2"] * 2
    drawn = [target.removeprefix("/text?b=1&c=2&") for target in targets["GET"] + targets["HEAD"]]
    assert all(number.isdigit() for number in drawn)
    assert len(set(drawn)) == 4


def test_with_cache_the_url_is_exactly_url_and_data(selenium, log):
    cached(selenium, cache=True)
    assert [record.target for record in log] == ["/text?b=1&c=2"] * 4


@run_in_pyodide
async def get_as_is(selenium, url):
    from guest import completed

    from browser import ajax

    await completed(lambda done: ajax.get(url, cache=True, oncomplete=done))
    req = ajax.Ajax()
    req.open("GET", url)
    req.send()
    await completed(lambda done: req.bind("complete", done))


def test_quotes_brackets_and_blanks_in_a_path_reach_the_server(selenium, log):
    get_as_is(selenium, "/text/it's [a] \"path\" with blanks?q='x'&r=[1]")
    for record in log:
        from urllib.parse import unquote

        assert unquote(record.target) == "/text/it's [a] \"path\" with blanks?q='x'&r=[1]"
    assert len(log) == 2


@run_in_pyodide
async def round_trips(selenium, mappings, bodies):
    from urllib.parse import parse_qsl

    from browser import ajax

    for mapping in mappings:
        pairs = [[name, value] for name, value in mapping.items()]
        sent = ajax.post("/form", data=mapping, blocking=True)
        assert sent.json["form"] == pairs, mapping
        asked = ajax.get("/echo#fragment", data=mapping, cache=True, blocking=True)
        query = asked.json["url"].partition("?")[2]
        assert [list(pair) for pair in parse_qsl(query, keep_blank_values=True)] == pairs
    for body in bodies:
        assert ajax.post("/raw", data=body, mode="binary", blocking=True).read() == body


def test_any_mapping_and_any_bytes_survive_the_trip_to_the_server_and_back(selenium):
    from hypothesis import HealthCheck, Phase, given, settings
    from hypothesis import strategies as st

    text = st.text(st.characters(codec="utf-8"), max_size=20)
    mappings = []
    bodies = []

    @settings(
        max_examples=150,
        phases=[Phase.generate],
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.dictionaries(text.filter(bool), text, min_size=1), st.binary())
    def draw(mapping, body):
        mappings.append(mapping)
        bodies.append(body)

    draw()
    round_trips(selenium, mappings, bodies)

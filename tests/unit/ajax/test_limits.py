"""The limits of arguments: the last accepted value, and the first rejected one."""

import pytest

from browser import ajax
from browser.testing import File
from browser.testing._files import Blob, JSObject


def asked(sent, function=ajax.post, **keywords):
    function("/x", **keywords)
    return sent[-1]


@pytest.mark.parametrize(
    ("milliseconds", "timeout"),
    [(0.1, 1), (1, 1), (1.6, 2), (2**32 - 1, 2**32 - 1), (2**32, 0), (2**33, 0)],
)
def test_the_longest_and_the_shortest_timeout(sent, milliseconds, timeout):
    assert asked(sent, timeout=milliseconds / 1000).timeout == timeout


def test_the_names_of_methods(sent):
    with pytest.raises(ValueError, match=r"^'(é{39})' is not an HTTP method: /x$"):
        ajax.Ajax().open("é" * 39, "/x")
    with pytest.raises(ValueError, match=r"^'(é{40})' is not an HTTP method: /x$"):
        ajax.Ajax().open("é" * 41, "/x")
    with pytest.raises(TypeError, match=r"^method must be a str such as 'GET', not int$"):
        ajax.Ajax().open(5, "/x")
    with pytest.raises(ValueError, match=r"^'G T' is not an HTTP method$"):
        ajax.Ajax().open("G T", 5)


def test_header_values_up_to_the_last_character_of_latin_1(sent):
    assert asked(sent, headers={"X-A": "é\xff"}).headers.startswith("X-A:é\xff\n")
    for value in ("\u0100", "aĀé", "é€"):
        with pytest.raises(ValueError, match="'X-A' holds characters beyond latin-1: POST /x"):
            ajax.post("/x", headers={"X-A": value})


def test_header_values_are_str_or_numbers(sent):
    assert asked(sent, headers={"A": 1, "B": 1.5, "C": "\t c "}).headers.startswith(
        "A:1\nB:1.5\nC:c"
    )
    for value in (True, None, b"x"):
        with pytest.raises(TypeError, match="the value of header 'A' must be a str"):
            ajax.post("/x", headers={"A": value})


def test_a_long_bad_header_name_is_cut():
    for length, shown in ((60, 60), (61, 60)):
        with pytest.raises(ValueError, match=rf"^bad header name '( {{{shown}}})': POST /x"):
            ajax.post("/x", headers={" " * length: "1"})


def test_short_ascii_text_crosses_as_str_and_other_text_as_bytes(sent):
    for text in ("x" * 1000, ""):
        assert asked(sent, data=text).body == text
    for text in ("x" * 1001, "é"):
        assert asked(sent, data=text).body == text.encode()
    headers = {"Content-Type": "text/plain; charset=utf-8"}
    assert asked(sent, data="x", headers=headers).body == b"x"


def test_how_many_positional_arguments(sent):
    for count in (2, 3):
        text = rf"^{count + 1} positional arguments, at most 2 are allowed: GET /x: name the others"
        with pytest.raises(TypeError, match=text):
            ajax.get("/x", *[True] * count)
    with pytest.warns(DeprecationWarning, match=r"write blocking=False$"):
        ajax.get("/x", True)
    assert sent[-1].is_async is True


@pytest.mark.parametrize(("status", "raises"), [(200, False), (399, False), (400, True)])
def test_which_statuses_are_errors(server, status, raises):
    server.on("GET", "/x", status=status)
    req = ajax.get("/x", blocking=True)
    if raises:
        with pytest.raises(ajax.HTTPStatusError, match="HTTP status 400 Bad Request: GET /x"):
            req.raise_for_status()
    else:
        req.raise_for_status()


def test_flags_may_be_numbers_and_nothing_else(sent):
    assert asked(sent, credentials=1).with_credentials is True
    assert asked(sent).with_credentials is False
    for value in ("yes", 1.0, None):
        with pytest.raises(TypeError, match=r"credentials must be True or False, not .*: POST /x"):
            ajax.post("/x", credentials=value)


def test_what_is_suggested_for_a_misspelt_name():
    for name, near in (("oncompelte", "oncomplete"), ("onlod", "onload"), ("onEROR", "onerror")):
        with pytest.raises(ValueError, match=f"did you mean '{near}'"):
            ajax.get("/x", **{name: print})
    with pytest.raises(TypeError, match=r"^unknown keyword 'zzz': GET /x$"):
        ajax.get("/x", zzz=1)
    with pytest.raises(ValueError, match=r"^unknown event 'zzz'; known: uninitialized, loading"):
        ajax.Ajax().bind("zzz", print)


def test_callbacks_that_are_none_are_not_called_and_others_must_be_callable(server):
    assert ajax.get("/x", blocking=True, oncomplete=None, ontimeout=None).status == 200
    with pytest.raises(
        TypeError, match=r"must be callable, not int \(5\); pass the function itself"
    ):
        ajax.get("/x", oncomplete=5)


def test_a_file_is_shown_in_messages_by_its_class(server):
    with pytest.raises(TypeError, match="the file must be a File, a Blob or bytes, not FormData"):
        ajax.file_upload("/x", ajax.form_data())
    with pytest.raises(TypeError, match=r"mapping or form_data\(...\), not list: POST /x"):
        ajax.file_upload("/x", File("a", b"1"), data=[1])
    with pytest.raises(TypeError, match=r"mapping or form_data\(...\), not File: POST /x"):
        ajax.file_upload("/x", File("a", b"1"), data=File("b", b"2"))
    with pytest.raises(TypeError, match=r"mapping or form_data\(...\), not Blob: POST /x"):
        ajax.file_upload("/x", File("a", b"1"), data=Blob(b"2"))


def test_the_form_of_form_data(server, monkeypatch):
    class HTMLFormElement(JSObject):
        pass

    given = []
    monkeypatch.setattr(server.transport, "formData", lambda *forms: given.append(forms))
    form = HTMLFormElement()
    ajax.form_data()
    ajax.form_data(form)
    assert given == [(), (form,)]
    with pytest.raises(TypeError, match="form_data takes a FORM element, not <File 'a'"):
        ajax.form_data(File("a", b"1"))


class TooLarge:
    """An ArrayBuffer that does not fit into Python's memory."""

    def __init__(self, error):
        self.error = error

    def to_bytes(self):
        raise self.error


@pytest.mark.parametrize("name", ["text", "json", "xml", "read", "response"])
@pytest.mark.parametrize(
    "response",
    [None, TooLarge(MemoryError()), TooLarge(OverflowError()), TooLarge(ConnectionError())],
)
def test_a_response_that_is_too_large_is_a_memory_error_that_names_the_request(
    server, monkeypatch, response, name
):
    monkeypatch.setattr("browser.testing._xhr.ArrayBuffer", lambda content: response)
    server.on("GET", "/x", body="<a/>", headers={"Content-Type": "text/xml"})
    req = ajax.get("/x?token=1", blocking=True)
    assert req.status == 200
    text = r"^the response body does not fit into memory: GET /x\?token=\*\*\*&\d+: read it in"

    def read():
        return req.read() if name == "read" else getattr(req, name)

    with pytest.raises(MemoryError, match=text) as raised:
        read()
    assert type(raised.value) is ajax.ResponseTooLarge
    assert isinstance(raised.value, ajax.RequestError)
    if response is None:
        assert type(req.error) is ajax.ResponseTooLarge


def test_text_and_json_that_are_too_large(server, monkeypatch):
    def fail(*arguments):
        raise MemoryError

    for name in ("decode", "decode_json"):
        monkeypatch.setattr(f"browser.ajax._result.{name}", fail)
    req = ajax.get("/x", blocking=True)
    with pytest.raises(ajax.ResponseTooLarge, match="GET /x"):
        _ = req.text
    server.on("GET", "/x", json=[])
    req = ajax.get("/x", blocking=True)
    with pytest.raises(ajax.ResponseTooLarge, match="GET /x"):
        _ = req.json


def test_only_urls_of_http_get_the_cache_parameter(sent):
    for url, changed in (("/x", True), ("http://localhost/x", True), ("data:,a", False)):
        assert (asked(sent, lambda _, url=url: ajax.get(url)).url != url) is changed

"""The attributes and settings of a request before, during and after sending."""

from types import SimpleNamespace

import pytest

from browser import _host, ajax
from browser.ajax import _shim, _suspend
from browser.ajax._errors import likely_causes
from browser.ajax._events import Event
from browser.ajax._suspend import is_wanted
from tests.unit.ajax import opened


def test_state_and_status_while_the_response_arrives(server):
    server.on("GET", "/x", body=["1", "2"], interval=5, status=404, delay=5)
    req = opened()
    assert (req.readyState, req.status) == (1, 0)
    req.send()
    server.run(1)
    assert (req.readyState, req.status, req.statusText) == (1, 0, "")
    server.run(6)
    assert (req.readyState, req.status, req.statusText) == (3, 404, "Not Found")
    assert (req.text, req.responseURL) == ("", "http://localhost/x")
    server.run()
    assert (req.readyState, req.status, req.text) == (4, 404, "12")
    req.abort()
    assert (req.readyState, req.status, req.text, req.json) == (0, 0, "", None)


def test_abort_before_send_does_nothing(server):
    calls = []
    req = opened(abort=calls.append)
    req.abort()
    assert (req.readyState, calls) == (1, [])
    req.send()
    server.run()
    assert req.status == 200


def test_abort_after_the_end_resets_the_browsers_request_and_calls_nobody(server):
    calls = []
    req = opened(abort=calls.append, loadend=lambda event: calls.append("end"))
    req.send()
    server.run()
    req._xhr.abort = lambda: calls.append("the browser's abort")
    req.abort()
    assert calls == ["end", "the browser's abort"]


def test_open_forgets_everything_of_the_request_before(server):
    server.on("GET", "/x", body="<1>", headers={"Content-Type": "text/plain", "X-A": "1"})
    req = opened()
    req.set_header("X-One", "1")
    req.send()
    server.run()
    assert req.text == "<1>"
    req.open("GET", "/y")
    assert (req.status, req.readyState, req.text, req.json, req.error) == (0, 1, "", None, None)
    assert (req.statusText, req.responseURL, req.getAllResponseHeaders()) == ("", "", "")
    assert req.getResponseHeader("x-a") is None
    req.send()
    server.run()
    assert "x-one" not in server.requests[-1].headers
    assert req.text == ""


def test_a_timeout_can_be_set_and_taken_away_during_the_request(server):
    server.on("GET", "/x", delay=5)
    calls = []
    req = opened()
    req.set_timeout(1, lambda: calls.append("timeout"))
    req.send()
    req.set_timeout(None)
    server.run()
    assert (req.status, calls) == (200, [])
    assert req.timeout == 0
    req = opened()
    req.send()
    req.set_timeout(2, lambda: calls.append("timeout"))
    server.run()
    assert (calls, str(req.error)) == (["timeout"], "no complete response within 2 s: GET /x")
    req.set_timeout(1)
    assert req.timeout == 1000


def test_the_function_of_a_timeout_stays_when_milliseconds_are_set(server):
    server.on("GET", "/x", never=True)
    calls = []
    req = opened()
    req.set_timeout(5, lambda: calls.append("timeout"))
    req.timeout = 1500.7
    assert req.timeout == 1500
    req.send()
    server.run()
    assert calls == ["timeout"]
    assert server.time == 1.5


def test_settings_read_back(server):
    req = opened()
    req.withCredentials = 1
    assert req.withCredentials is True
    req.encoding = "latin1"
    assert req.encoding == "latin1"
    req.encoding = None
    assert req.encoding is None
    for kind, mode in (("", "text"), ("text", "text"), ("arraybuffer", "binary"), ("blob", "blob")):
        req.responseType = kind
        assert (req.mode, req.responseType) == (mode, kind.replace("text", ""))


def test_another_encoding_decodes_anew(server):
    server.on("GET", "/x", body=b"\xe9")
    req = ajax.get("/x", blocking=True)
    assert req.text == "\ufffd"
    req.encoding = "latin1"
    assert req.text == "é"


@pytest.mark.parametrize(
    ("total", "computable", "shown"), [(-1, False, "?"), (0, True, "0"), (9, True, "9")]
)
def test_the_total_of_an_event(total, computable, shown):
    event = Event("progress", None, 4, total)
    assert (event.loaded, event.total, event.lengthComputable) == (4, max(total, 0), computable)
    assert repr(event) == f"<Event progress 4/{shown}>"


def test_events_without_numbers():
    event = Event("readystatechange", None)
    assert (event.loaded, event.total, event.lengthComputable) == (0, 0, False)


def test_listeners_that_are_gone_are_not_asked_for(sent):
    req = opened(progress=print, load=print)
    req.unbind("progress", print)
    req.unbind("load", len)  # is not bound
    req.unbind("loaded")
    req.send()
    assert sent[0].wanted == 0


def test_the_properties_of_an_upload(server):
    calls = []
    req = opened("POST")
    req.upload.onload = lambda event: calls.append("never")
    req.upload.onload = lambda event: calls.append(event.type)
    req.upload.onprogress = lambda event: calls.append("never")
    req.upload.onprogress = None
    assert req.upload.onprogress is None
    with pytest.raises(
        AttributeError, match=r"req\.upload has no attribute 'load' that can be set"
    ):
        req.upload.load = print
    req.send(b"x")
    server.run()
    assert calls == ["uploadload"]


def test_the_events_of_the_end_are_all_told_though_a_callback_opens_the_object_anew(server):
    calls = []

    def again(req):
        calls.append(req.url)
        if len(calls) == 1:
            req.open("GET", "/second")
            req.send()

    req = ajax.Ajax()
    req.bind("complete", again)
    req.bind("complete", lambda req: calls.append("other"))
    req.bind("load", lambda event: calls.append("load"))
    req.bind("loadend", lambda event: calls.append("loadend"))
    req.open("GET", "/first")
    req.send()
    server.run()
    end = ["other", "load", "loadend"]
    assert calls == ["/first", *end, "/second", *end]


def test_the_repr_of_a_new_request_and_of_one_on_its_way(server):
    server.on("GET", "/x", never=True)
    assert repr(ajax.Ajax()) == "<Ajax: uninitialized, status 0>"
    req = opened()
    req.send()
    assert repr(req) == "<Ajax: GET /x: loading, status 0>"


@pytest.mark.parametrize(
    ("suspends", "timeout", "in_worker", "can", "wanted"),
    [
        (None, 0, False, True, False),
        (None, 5, False, True, True),
        (None, 5, True, True, False),
        (None, 5, False, False, False),
        (True, 0, False, True, True),
        (True, 0, False, False, False),
        (True, 5, True, True, False),
        (False, 5, False, True, False),
    ],
)
@pytest.mark.filterwarnings("ignore:the timeout has no effect")
def test_when_a_blocking_request_suspends(monkeypatch, suspends, timeout, in_worker, can, wanted):
    monkeypatch.setattr(_host, "in_worker", lambda: in_worker)
    monkeypatch.setattr(_host, "can_suspend", lambda: can)
    req = ajax.Ajax()
    req.suspends = suspends
    req.set_timeout(timeout)
    assert is_wanted(req) is wanted


def test_only_blocking_requests_suspend(sent, monkeypatch):
    monkeypatch.setattr(_suspend, "is_wanted", lambda req: True)
    ended = []
    monkeypatch.setattr(_suspend, "until_end", ended.append)
    opened().send()
    assert ended == []
    req = ajax.get("/x", blocking=True)
    assert ended == [req]
    assert sent[-1].is_async is True


def test_the_causes_of_a_network_error_come_in_order():
    assert likely_causes("http://other/x", "https://host/", True) == (
        "likely causes: the server does not allow this page's origin (CORS: "
        "Access-Control-Allow-Origin for https://host); an https page may not ask an http server "
        "(mixed content); the server is unreachable or closed the connection; a Content Security "
        "Policy or an extension blocked it"
    )
    same = likely_causes("/x", "http://host/folder/page.html", True)
    assert "CORS" not in same
    assert "mixed" not in same
    assert "mixed" not in likely_causes("https://host/", "http://host/", True)


def test_offline_is_said(server):
    server.transport.where = lambda: "http://localhost/ false"
    server.on("GET", "/x", network_error=True)
    req = ajax.get("/x", blocking=True)
    assert str(req.error).endswith(": the browser is offline")


def test_the_limit_of_a_request_is_only_changed_while_it_is_under_way(server, monkeypatch):
    limits = []
    monkeypatch.setattr(server.transport, "setTimeLimit", lambda xhr, limit: limits.append(limit))
    req = opened()
    req.set_timeout(1)
    req.send()
    req.set_timeout(2)
    server.run()
    req.set_timeout(3)
    assert limits == [2000]


def test_a_document_is_the_response_itself_and_has_no_bytes(sent):
    req = opened()
    req.mode = "document"
    req.send()
    document = object()
    _shim._dispatch(sent[0].id, "load", 200, 4, 4, document, "text/xml")
    assert req.xml is req.read() is req.response is req.text is document
    with pytest.raises(AttributeError, match="no attribute 'json'"):
        _ = req.json


def test_other_names_are_read_from_the_real_request_unless_they_are_private(server, monkeypatch):
    made = []

    def create():
        made.append(SimpleNamespace(special=5, _private=6))
        return made[-1]

    monkeypatch.setattr(server.transport, "create", create)
    req = ajax.Ajax()
    assert not hasattr(req, "_private")
    assert made == []
    assert req.special == 5
    assert not hasattr(req, "nonsense")
    assert len(made) == 1

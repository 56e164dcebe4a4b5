"""`Ajax` and the transport: the calls of `send`, and the dispatched events. tests/agreement tests
the behaviour."""

import warnings
from unittest.mock import Mock

import pytest

from browser import _host, _report, ajax
from browser.ajax import _shim, _suspend
from browser.ajax._suspend import is_wanted
from tests.unit.ajax import opened


def test_all_settings_go_down_in_one_call(sent):
    req = opened("post", "/x")
    req.set_header("X-One", "1")
    req.set_header("x-two", "2")
    req.set_timeout(1.5, print)
    req.withCredentials = True
    req.overrideMimeType("text/plain")
    req.send(b"body")
    (call,) = sent
    assert (call.method, call.url, call.is_async) == ("POST", "/x", True)
    assert call.headers == "X-One:1\nx-two:2"
    assert (call.response_type, call.timeout, call.wanted) == ("arraybuffer", 1500, 0)
    assert (call.with_credentials, call.mime_type, call.body) == (True, "text/plain", b"body")


@pytest.mark.parametrize(
    ("event", "bits"),
    [
        ("complete", 0),
        ("load", 0),
        ("loaded", 1),
        ("interactive", 2),
        ("readystatechange", 1 + 2 + 32),
        ("loadend", 64),
        ("progress", 4),
        ("loadstart", 8),
        ("uploadprogress", 16),
        ("uploadload", 16),
    ],
)
def test_only_what_somebody_listens_to_is_asked_for(sent, event, bits):
    opened(**{event: str}).send()
    assert sent[0].wanted == bits


def test_a_bind_after_send_is_passed_on(server, monkeypatch):
    listen = Mock(wraps=server.transport.listen)
    monkeypatch.setattr(server.transport, "listen", listen)
    req = opened(progress=print)
    req.send()
    req.bind("loaded", print)
    req.bind("complete", str)
    assert [call.args[2] for call in listen.call_args_list] == [5]


def test_the_body_is_taken_over_once_and_only_when_asked_for(server):
    server.on("GET", "/x", body="café")
    req = opened()
    req.send()
    server.run()
    req._response.to_bytes = taken = Mock(wraps=req._response.to_bytes)
    assert (req.text, req.text, req.response) == ("café",) * 3
    taken.assert_called_once()


def test_a_callback_that_raises_is_reported_without_our_own_lines(server):
    def broken(req):
        raise ValueError("mine")

    opened(complete=broken).send()
    with pytest.raises(ValueError, match="mine") as caught:
        server.run()
    text = _report.format_error(caught.value)
    assert "in broken" in text
    assert text.endswith("ValueError: mine\n")
    assert "browser/ajax" not in text


def test_outside_of_a_browser_errors_are_on_stderr(capsys):
    _report.call(int, "no number")
    assert "ValueError" in capsys.readouterr().err


def test_late_events_of_an_abandoned_request_change_nothing(server, sent):
    calls = []
    req = opened(complete=calls.append, abort=calls.append)
    req.send()
    req.open("GET", "/y")
    assert calls == []
    _shim._dispatch(sent[0].id, "load", -1, 4, 4, None, "")
    assert (req.readyState, req.status, req.error) == (1, 0, None)
    req.send()
    _shim._dispatch(sent[0].id, "load", -1, 4, 4, None, "")
    _shim._dispatch(sent[1].id, "error", -1, 4, 4, None, "")
    assert (req.readyState, req.status, req.error) == (1, 0, None)
    server.run()
    assert calls == [req] * 3
    assert (req.readyState, req.status, req.error) == (4, 200, None)


def test_what_the_browser_refuses_is_a_value_error_and_leaves_nothing(server, monkeypatch):
    def refuse(*arguments):
        raise OSError("SyntaxError: bad url")

    send = server.transport.send
    monkeypatch.setattr(server.transport, "send", refuse)
    request = opened()
    with pytest.raises(ValueError, match=r"the browser refused the request .*bad url.*: GET /x"):
        request.send()
    monkeypatch.setattr(server.transport, "send", send)
    request.send()
    server.run()
    assert request.status == 200


def test_a_url_that_turns_out_to_be_none_when_it_is_sent(server, monkeypatch):
    def refuse(*arguments):
        raise OSError("SyntaxError: bad url")

    request = opened()
    monkeypatch.setattr(server.transport, "send", refuse)
    monkeypatch.setattr(server.transport, "isUrl", lambda url: False)
    with pytest.raises(ValueError, match=r"^the URL is not valid: GET /x: use an absolute URL"):
        request.send()


@pytest.mark.parametrize(("in_worker", "warned"), [(True, False), (False, True)])
def test_a_blocking_timeout_where_python_cannot_suspend(sent, monkeypatch, in_worker, warned):
    monkeypatch.setattr(_suspend, "is_wanted", is_wanted)
    monkeypatch.setattr(_host, "in_worker", lambda: in_worker)
    monkeypatch.setattr(_host, "can_suspend", lambda: False)
    req = ajax.Ajax()
    req.open("GET", "/x", False)
    req.set_timeout(1)
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        req.send()
    assert [warning.category for warning in seen] == [RuntimeWarning] * warned
    assert sent[0].is_async is False
    assert sent[0].timeout == 1000


def test_a_body_that_turns_out_to_be_cut_is_not_given(server, sent):
    server.on("GET", "/x", never=True)
    request = ajax.Ajax()
    request.open("GET", "/x")
    request.send()
    _shim._dispatch(sent[0].id, "done", 200, 2, 4, _Body(b"ab"), "text/plain")
    _shim._dispatch(sent[0].id, "error", 0, 2, 4, None, "text/plain")
    assert (request.status, request.text) == (0, "")
    assert isinstance(request.error, ajax.NetworkError)


@pytest.mark.parametrize(
    ("event", "state"), [("loaded", 2), ("interactive", 3), ("done", 4)], ids=str
)
def test_abort_of_a_request_that_chromium_goes_on_with_after_open(server, sent, event, state):
    server.on("GET", "/x", never=True)
    request = ajax.Ajax()
    request.open("GET", "/x")
    request.send()
    request.open("GET", "/x")
    _shim._dispatch(request._id, event, 0, 0, 0, None, "")
    assert request.readyState == state
    with pytest.raises(RuntimeError, match="set_header"):
        request.set_header("X-One", "1")
    request.abort()
    assert request.readyState == 0


class _Body(bytes):
    def to_bytes(self):
        return bytes(self)

"""`Ajax` over a stand-in transport: what goes down, what is done with what comes up."""

import warnings

import pytest

from browser import _probes, ajax


def opened(method="GET", url="/x", **listeners):
    req = ajax.Ajax()
    for name, function in listeners.items():
        req.bind(name, function)
    req.open(method, url)
    return req


def test_all_settings_go_down_in_one_call(transport):
    req = opened("post", "/x")
    req.set_header("X-One", "1")
    req.set_header("x-two", "2")
    req.set_timeout(1.5, print)
    req.withCredentials = True
    req.overrideMimeType("text/plain")
    req.send(b"body")
    (sent,) = transport.sent
    assert (sent.method, sent.url, sent.is_async) == ("POST", "/x", True)
    assert sent.headers == "X-One:1\nx-two:2"
    assert (sent.response_type, sent.timeout, sent.wanted) == ("arraybuffer", 1500, 0)
    assert (sent.with_credentials, sent.mime_type, sent.body) == (True, "text/plain", b"body")
    sent.answer()


@pytest.mark.parametrize(
    ("event", "bits"),
    [
        ("complete", 0),
        ("load", 0),
        ("loaded", 1),
        ("interactive", 2),
        ("readystatechange", 3),
        ("progress", 4),
        ("loadstart", 8),
        ("uploadprogress", 16),
        ("uploadload", 16),
    ],
)
def test_only_what_somebody_listens_to_is_asked_for(transport, event, bits):
    opened(**{event: print}).send()
    assert transport.sent[0].wanted == bits
    transport.sent[0].answer()


def test_a_bind_after_send_is_passed_on(transport):
    req = opened(progress=print)
    req.send()
    req.bind("loaded", print)
    req.bind("complete", str)
    assert transport.listened == [5]
    transport.sent[0].answer()


def test_the_body_is_taken_over_once_and_only_when_asked_for(transport):
    answers = []
    req = opened(complete=answers.append)
    req.send()
    transport.sent[0].answer(b"caf\xc3\xa9")
    response = req._response
    assert response.taken == 0
    assert (req.text, req.text, req.response) == ("café",) * 3
    assert response.taken == 1
    assert answers == [req]


def test_events_in_order(transport):
    seen = []
    names = ("loading", "loaded", "interactive", "complete", "readystatechange")
    names += ("loadstart", "progress", "load", "loadend")
    req = ajax.Ajax()
    for name in names:
        req.bind(name, lambda got, name=name: seen.append((name, req.readyState)))
    req.open("GET", "/x")
    req.send()
    (sent,) = transport.sent
    sent.tell("loadstart")
    sent.readyState = 2
    sent.tell("loaded")
    sent.readyState = 3
    sent.tell("interactive")
    sent.tell("progress", loaded=5)
    sent.answer(b"12345")
    assert seen == [
        ("readystatechange", 1),
        ("loading", 1),
        ("loadstart", 1),
        ("readystatechange", 2),
        ("loaded", 2),
        ("readystatechange", 3),
        ("interactive", 3),
        ("progress", 3),
        ("readystatechange", 4),
        ("complete", 4),
        ("load", 4),
        ("loadend", 4),
    ]


def test_a_callback_that_raises_stops_no_other(transport, capsys):
    def broken(req):
        raise ValueError("mine")

    calls = []
    req = opened(complete=broken)
    req.bind("complete", calls.append)
    req.send()
    transport.sent[0].answer()
    assert calls == [req]
    printed = capsys.readouterr().err
    assert "in broken" in printed
    assert printed.endswith("ValueError: mine\n")
    assert "browser/ajax" not in printed


def test_late_events_of_an_abandoned_request_are_ignored(transport):
    calls = []
    req = opened(complete=calls.append, abort=calls.append)
    req.send()
    req.open("GET", "/y")
    first = transport.sent[0]
    first.answer(b"late")
    assert calls == []
    req.send()
    transport.sent[1].answer(b"second")
    assert [got.text for got in calls] == ["second"]


def test_what_the_browser_refuses_is_a_value_error_and_leaves_nothing(transport, monkeypatch):
    def refuse(*arguments):
        raise OSError("SyntaxError: bad url")

    monkeypatch.setattr(transport, "send", refuse)
    with pytest.raises(ValueError, match=r"the browser refused the request .*bad url.*: GET /x"):
        opened().send()


@pytest.mark.parametrize(
    ("event", "error"),
    [
        ("error", ajax.NetworkError),
        ("timeout", ajax.RequestTimeout),
        ("abort", ajax.RequestAborted),
    ],
)
def test_each_failure_has_its_error(transport, event, error):
    completed = []
    req = opened(complete=completed.append)
    req.set_timeout(2)
    req.send()
    transport.sent[0].fail(event)
    assert type(req.error) is error
    assert bool(completed) is (event == "error")
    with pytest.raises(error):
        req.raise_for_status()


def test_a_status_is_no_error_until_asked(transport):
    req = opened()
    req.send()
    transport.sent[0].answer(b"", 404)
    assert req.error is None
    with pytest.raises(ajax.HTTPStatusError, match="HTTP status 404 OK: GET /x"):
        req.raise_for_status()


@pytest.mark.parametrize(("in_worker", "warned"), [(True, False), (False, True)])
def test_a_blocking_timeout_where_python_cannot_suspend(transport, monkeypatch, in_worker, warned):
    monkeypatch.setattr(_probes, "in_worker", lambda: in_worker)
    monkeypatch.setattr(_probes, "can_suspend", lambda: False)
    req = ajax.Ajax()
    req.open("GET", "/x", False)
    req.set_timeout(1)
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        req.send()
    transport.sent[0].answer()
    assert [warning.category for warning in seen] == [RuntimeWarning] * warned
    assert transport.sent[0].is_async is False
    assert transport.sent[0].timeout == 1000

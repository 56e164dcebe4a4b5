import pickle

import pytest

from browser import ajax
from browser.ajax import (
    HTTPStatusError,
    NetworkError,
    RequestAborted,
    RequestError,
    RequestTimeout,
)
from browser.ajax._errors import describe, likely_causes


@pytest.mark.parametrize(
    ("kind", "builtin"),
    [
        (NetworkError, ConnectionError),
        (RequestTimeout, TimeoutError),
        (RequestAborted, ConnectionAbortedError),
    ],
)
def test_each_failure_is_an_os_error_of_its_own(kind, builtin):
    error = kind("what", "GET", "http://ann:hidden@host/x", "do that")
    assert isinstance(error, RequestError)
    assert isinstance(error, builtin)
    assert str(error) == "what: GET http://***@host/x: do that"
    assert (error.method, error.url) == ("GET", "http://***@host/x")
    assert "hidden" not in repr(error)
    copy = pickle.loads(pickle.dumps(error))
    assert (type(copy), str(copy)) == (kind, str(error))


def test_a_status_error_has_status_text_method_and_url():
    error = HTTPStatusError(404, "Not Found", "GET", "http://ann:hidden@host/x?token=hidden")
    assert (error.status, error.status_text, error.method) == (404, "Not Found", "GET")
    assert error.url == "http://***@host/x?token=***"
    assert str(error) == "HTTP status 404 Not Found: GET http://***@host/x?token=***"
    assert isinstance(error, RequestError)
    assert not isinstance(error, ConnectionError | TimeoutError)
    assert "hidden" not in repr(error)
    copy = pickle.loads(pickle.dumps(error))
    assert type(copy) is HTTPStatusError
    assert vars(copy) == vars(error)
    assert str(copy) == str(error)


def test_over_http_2_a_status_has_no_text():
    assert str(HTTPStatusError(404, "", "GET", "/x")) == "HTTP status 404: GET /x"


@pytest.mark.parametrize("name", ["Ajax", "Event", "HTTPStatusError", "NetworkError"])
def test_tracebacks_and_reprs_show_the_public_module(name):
    assert repr(getattr(ajax, name)) == f"<class 'browser.ajax.{name}'>"


def test_describe_leaves_out_what_there_is_not():
    assert describe("what", "", "", "do") == "what: do"
    assert describe("what", "GET", "") == "what: GET"


@pytest.mark.parametrize(
    ("url", "page", "online", "first"),
    [
        ("/x", "http://host/", False, "the browser is offline"),
        ("/x", "http://host/p", True, "likely causes: the server is unreachable"),
        ("http://other/x", "http://host/p", True, "likely causes: the server does not allow"),
        ("http://host:81/x", "http://host/p", True, "likely causes: the server does not allow"),
        ("http://host/x", "https://host/p", True, "likely causes: the server does not allow"),
        ("http://[", "http://host/p", True, "the URL is not valid"),
    ],
)
def test_likely_causes(url, page, online, first):
    assert likely_causes(url, page, online).startswith(first)


def test_mixed_content_is_named():
    assert "mixed content" in likely_causes("http://host/x", "https://host/", True)

"""Bad input: a Python error at once that says what, METHOD URL and what to do; nothing is sent."""

import pytest
from pytest_pyodide import run_in_pyodide

from tests.peer import Log

OPENED = "req = ajax.Ajax(); req.open('POST', '/echo'); "

CASES = {
    "url is no str": ("ajax.get(1)", "TypeError", "url must be a str, not int: GET"),
    "url that no browser sends": (
        "ajax.Ajax().open('GET', 'http://[')",
        "ValueError",
        "the URL is not valid: GET http://[",
    ),
    "get of a url that no browser sends": (
        "ajax.get('http://[', cache=True)",
        "ValueError",
        "GET http://[",
    ),
    "unknown keyword": (
        "ajax.get('/echo', timeuot=1)",
        "TypeError",
        "unknown keyword 'timeuot'; did you mean 'timeout'?: GET /echo",
    ),
    "unknown event as keyword": (
        "ajax.get('/echo', oncompleted=print)",
        "ValueError",
        "unknown event 'completed' in oncompleted=; did you mean 'oncomplete'?: GET /echo",
    ),
    "unknown event": (
        OPENED + "req.bind('completed', print)",
        "ValueError",
        "unknown event 'completed'; did you mean 'complete'?",
    ),
    "event is no str": (OPENED + "req.bind(4, print)", "TypeError", "a str, not int"),
    "callback is not callable": (
        "ajax.get('/echo', oncomplete='f')",
        "TypeError",
        "the callback for 'complete' must be callable, not str",
    ),
    "bound callback is not callable": (
        OPENED + "req.bind('complete', None)",
        "TypeError",
        "the callback for 'complete' must be callable, not NoneType",
    ),
    "unknown mode": (
        "ajax.get('/echo', mode='xml')",
        "ValueError",
        "unknown mode 'xml': GET /echo: use one of text, binary, json, document, blob",
    ),
    "encoding with another mode": (
        "ajax.get('/echo', mode='json', encoding='latin1')",
        "ValueError",
        "encoding='latin1' goes with mode 'text' only, not with 'json': GET /echo",
    ),
    "unknown encoding": (
        "ajax.get('/echo', encoding='klingon')",
        "LookupError",
        "unknown encoding 'klingon'",
    ),
    "unknown encoding, set": (
        OPENED + "req.encoding = 'klingon'",
        "LookupError",
        "unknown encoding 'klingon'",
    ),
    "header with CR LF": (
        "ajax.post('/echo', headers={'X': 'a\\r\\nY: b'})",
        "ValueError",
        "the value of header 'X' holds CR, LF or NUL: POST /echo",
    ),
    "header with a bad name": (
        OPENED + "req.set_header('a b', '1')",
        "ValueError",
        "bad header name 'a b': POST /echo",
    ),
    "header value of a wrong type": (
        "ajax.get('/echo', headers={'X': None})",
        "TypeError",
        "the value of header 'X' must be a str, not NoneType: GET /echo",
    ),
    "headers is no mapping": (
        "ajax.get('/echo', headers='X: 1')",
        "TypeError",
        "headers must be a mapping of names to values, not str: GET /echo",
    ),
    "send before open": (
        "ajax.Ajax().send()",
        "RuntimeError",
        "send() before open(): call open(method, url) first",
    ),
    "CONNECT": ("ajax.connect('/echo')", "ValueError", "do not let a page send CONNECT requests"),
    "TRACE": ("ajax.trace('/echo')", "ValueError", "do not let a page send TRACE requests"),
    "TRACK by open": (
        "ajax.Ajax().open('track', '/echo')",
        "ValueError",
        "browsers do not let a page send TRACK requests: TRACK /echo",
    ),
    "no method": ("ajax.Ajax().open('G T', '/echo')", "ValueError", "'G T' is not an HTTP method"),
    "timeout is no number": (
        "ajax.get('/echo', timeout='1')",
        "TypeError",
        "a timeout is a number of seconds, not str: GET /echo",
    ),
    "negative timeout": (
        OPENED + "req.set_timeout(-1, print)",
        "ValueError",
        "a timeout of -1 s: POST /echo",
    ),
    "ontimeout is not callable": (
        "ajax.get('/echo', timeout=1, ontimeout=2)",
        "TypeError",
        "the callback for 'timeout' must be callable, not int",
    ),
    "blocking is no bool": (
        "ajax.get('/echo', blocking='yes')",
        "TypeError",
        "blocking must be True or False, not str: GET /echo",
    ),
    "contradicting spellings": (
        "ajax.get('/echo', blocking=True, async_=True)",
        "TypeError",
        "blocking and async_ contradict each other: GET /echo",
    ),
    "cache is no bool": (
        "ajax.get('/echo', cache='no')",
        "TypeError",
        "cache must be True or False, not str: GET /echo",
    ),
    "data is a list": (
        "ajax.post('/echo', data=[1])",
        "TypeError",
        "data must be a mapping, str, bytes, File, Blob, FormData or URLSearchParams, not list",
    ),
    "data of send is a number": (OPENED + "req.send(1)", "TypeError", "POST /echo"),
    "data of get is a JS object": (
        "import js; ajax.get('/echo', data=js.Object.new())",
        "TypeError",
        "GET /echo",
    ),
    "a file in a url": (
        "from guest import file; ajax.get('/echo', data={'f': file(b'1', 'a')})",
        "TypeError",
        "'f' is a file: it cannot be sent in a URL; use post or put: GET /echo",
    ),
    "file_upload of a str": (
        "ajax.file_upload('/upload', 'a.txt')",
        "TypeError",
        "the file must be a File, a Blob or bytes, not str: POST /upload",
    ),
    "file_upload by a forbidden method": (
        "from guest import file; ajax.file_upload('/upload', file(b'1', 'a'), method='TRACE')",
        "ValueError",
        "TRACE /upload",
    ),
    "file_upload with a field name that is no str": (
        "from guest import file; ajax.file_upload('/upload', file(b'1', 'a'), field_name=3)",
        "TypeError",
        "field_name must be a str, not int: POST /upload",
    ),
    "form_data of a div": (
        "import js; ajax.form_data(js.document.createElement('div'))",
        "TypeError",
        "form_data takes a FORM element",
    ),
    "unknown responseType": (
        OPENED + "req.responseType = 'xml'",
        "ValueError",
        "unknown responseType 'xml': POST /echo",
    ),
    "an attribute that XMLHttpRequest does not have": (
        "ajax.Ajax().statuss",
        "AttributeError",
        "no attribute 'statuss'",
    ),
    "a password in the url is not shown": (
        "ajax.get('http://ann:hidden@localhost/?token=hidden', mode='xml')",
        "ValueError",
        "GET http://***@localhost/?token=***",
    ),
}


@run_in_pyodide
def check(selenium, code, error, message):
    from browser import ajax

    try:
        exec(code, {"ajax": ajax})
    except Exception as raised:
        assert type(raised).__name__ == error, repr(raised)
        assert message in str(raised), str(raised)
        assert "hidden" not in str(raised)
    else:
        raise AssertionError(f"no {error}: {code}")


@pytest.mark.parametrize("case", CASES)
def test_is_an_error_before_anything_is_sent(selenium, log: Log, case: str):
    check(selenium, *CASES[case])
    assert log.requests() == []

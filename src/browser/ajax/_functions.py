"""A function for each method: keywords → one `Ajax`, opened and sent.

All take `data`, `headers` (any mapping), `timeout` in seconds, `mode` ("text", "binary", "json",
"document" or "blob"), `encoding`, `blocking`, `credentials`, `progress`, and a callback for each
event as `on<event>=` (see `Ajax.bind`; `ontimeout=` is called without arguments). They return None,
and the finished request if `blocking=True`. Bad arguments raise before anything is sent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from browser import _bridge
from browser.ajax import _shim, _signatures
from browser.ajax._arguments import (
    UNSET,
    check_blocking,
    check_flag,
    check_method,
    check_mode,
    check_url,
    milliseconds,
    reject_unknown,
)
from browser.ajax._body import encode_query, form_data_with
from browser.ajax._decoding import RESPONSE_TYPES
from browser.ajax._errors import describe, nearest
from browser.ajax._events import NAMES, check_callback
from browser.ajax._headers import Headers, set_headers
from browser.ajax._request import Ajax
from browser.ajax._url import cache_parameter, is_http, merge_query

if TYPE_CHECKING:
    from browser.ajax._keywords import AjaxFunction, UploadFunction
    from browser.ajax._types import FormData

_WITHOUT_BODY = frozenset({"GET", "HEAD", "DELETE", "OPTIONS"})
_KEYWORDS = frozenset(
    {"url", "blocking", "async_", "headers", "mode", "encoding", "timeout", "cache", "data"}
    | {"credentials", "progress"}
)


def _typed(function: Any) -> AjaxFunction:
    """For type checkers: the keywords, and the result by `blocking`."""
    function.__wrapped__ = _signatures.AJAX
    return function  # type: ignore[no-any-return]


def _typed_upload(function: Any) -> UploadFunction:
    function.__wrapped__ = _signatures.AJAX_UPLOAD
    return function  # type: ignore[no-any-return]


@_typed
def get(url: str, *positional_async: bool, **keywords: Any) -> Ajax | None:
    """Sends a GET request. `data` (a mapping, str or FormData) is added to the URL's query.

    Unless `cache=True`, the query of an http or https URL gets a unique number, so that the
    browser's cache does not respond.

    >>> from browser import ajax
    >>> def show(req):
    ...     print(req.json["query"])
    >>> ajax.get("/api/echo", data={"q": "a b"}, mode="json", oncomplete=show)
    """
    return _ask("GET", url, positional_async, keywords)


@_typed
def head(url: str, *positional_async: bool, **keywords: Any) -> Ajax | None:
    """Sends a HEAD request, like `get`; the response has status and headers, no body."""
    return _ask("HEAD", url, positional_async, keywords)


@_typed
def delete(url: str, *positional_async: bool, **keywords: Any) -> Ajax | None:
    """Sends a DELETE request; `data` is added to the URL's query."""
    return _ask("DELETE", url, positional_async, keywords)


@_typed
def options(url: str, *positional_async: bool, **keywords: Any) -> Ajax | None:
    """Sends an OPTIONS request; `data` is added to the URL's query."""
    return _ask("OPTIONS", url, positional_async, keywords)


@_typed
def connect(url: str, *positional_async: bool, **keywords: Any) -> Ajax | None:
    """In Brython's documentation; browsers forbid this method. Always raises ValueError."""
    check_method("CONNECT", url)
    return None


@_typed
def trace(url: str, *positional_async: bool, **keywords: Any) -> Ajax | None:
    """In Brython's documentation; browsers forbid this method. Always raises ValueError."""
    check_method("TRACE", url)
    return None


@_typed
def post(url: str, *positional_async: bool, **keywords: Any) -> Ajax | None:
    """Sends a POST request. `data` (default "") is the body.

    A mapping or a url-encoded str is sent as application/x-www-form-urlencoded, unless `headers`
    has another Content-Type. A mapping with a File among its values is sent as FormData, bytes and
    Blobs unchanged.

    >>> from browser import ajax
    >>> ajax.post("/api/echo", data={"x": 0, "y": 1}, oncomplete=lambda req: print(req.text))
    """
    return _ask("POST", url, positional_async, {"data": ""} | keywords)


@_typed
def put(url: str, *positional_async: bool, **keywords: Any) -> Ajax | None:
    """Sends a PUT request, like `post`."""
    return _ask("PUT", url, positional_async, {"data": ""} | keywords)


@_typed
def patch(url: str, *positional_async: bool, **keywords: Any) -> Ajax | None:
    """Sends a PATCH request, like `post`."""
    return _ask("PATCH", url, positional_async, {"data": ""} | keywords)


@_typed_upload
def file_upload(
    url: str, file: Any, method: str = "POST", field_name: str = "filetosave", **keywords: Any
) -> Ajax | None:
    """Sends a file as the field `field_name` of a FormData. `file` is a File, a Blob or bytes;
    `data` (a mapping or FormData) has the other fields.

    >>> from browser import ajax, document
    >>> for file in document["choosefiles"].files:
    ...     ajax.file_upload("/api/upload", file, oncomplete=lambda req: print(req.text))
    """
    request, body = prepared_upload(url, file, method, field_name, keywords)
    return _sent(request, body)


def form_data(form: Any = None) -> FormData:
    """Returns a FormData (https://xhr.spec.whatwg.org/#interface-formdata): empty, or with the
    fields of a FORM element. `append(name, value[, filename])` adds a field.
    """
    form = _shim.unwrap(form)
    if form is not None and _shim.class_of(form) != "HTMLFormElement":
        raise TypeError(f"form_data takes a FORM element, not {form!r:.60}")
    transport = _shim.transport()
    made = transport.formData() if form is None else transport.formData(form)
    wrapped: FormData = _bridge.to_python(made)
    return wrapped


def _ask(
    method: str, url: str, positional: tuple[Any, ...], keywords: dict[str, Any]
) -> Ajax | None:
    request, body = prepared(method, url, positional, keywords)
    return _sent(request, body)


def prepared(
    method: str, url: str, positional: tuple[Any, ...], keywords: dict[str, Any]
) -> tuple[Ajax, Any]:
    """The request, not yet opened, and its body; for methods without a body `data` becomes the
    query."""
    cache = check_flag(keywords.pop("cache", False), "cache", method, url)
    request, data = _configured(method, url, positional, keywords)
    if method not in _WITHOUT_BODY:
        return request, data
    target = url
    if data:
        try:
            target = merge_query(target, encode_query(data))
        except TypeError as error:
            raise TypeError(describe(str(error), method, url)) from None
    if not cache and method in ("GET", "HEAD") and is_http(url):
        target = merge_query(target, cache_parameter())
    request.url = target
    return request, None


def prepared_upload(
    url: str, file: Any, method: str, field_name: str, keywords: dict[str, Any]
) -> tuple[Ajax, Any]:
    """The request of `file_upload`, not yet opened, and its FormData."""
    method = check_method(method, url)
    if not isinstance(field_name, str):
        what = f"field_name must be a str, not {type(field_name).__name__}"
        raise TypeError(describe(what, method, check_url(method, url)))
    keywords.pop("cache", None)
    request, data = _configured(method, url, (), keywords)
    try:
        return request, form_data_with(data, field_name, file)
    except TypeError as error:
        raise TypeError(describe(str(error), method, url)) from None


def _configured(
    method: str, url: Any, positional: tuple[Any, ...], keywords: dict[str, Any]
) -> tuple[Ajax, Any]:
    """The request with its settings and callbacks, and the `data`."""
    check_url(method, url)
    request = Ajax()
    request.method, request.url = method, url
    settings = {}
    for name, value in keywords.items():
        event = name[2:]
        if name[:2] != "on":
            settings[name] = value
        elif event not in NAMES:
            near = nearest(name, [f"on{known}" for known in NAMES])
            what = f"unknown event {event!r} in {name}={near}"
            raise ValueError(describe(what, method, url))
        elif value is not None:
            try:
                check_callback(value, event)
            except TypeError as error:
                raise TypeError(describe(str(error), method, url)) from None
            if event == "timeout":
                request._on_timeout = value
            else:
                request._listeners[event] = [value]
    if settings or positional:
        return request, _configure(request, positional, settings)
    return request, None


def _configure(request: Ajax, positional: tuple[Any, ...], settings: dict[str, Any]) -> Any:
    """Applies the keywords, the callbacks apart; returns `data`."""
    method, url = request.method, request.url
    take = settings.pop
    blocking, async_ = take("blocking", UNSET), take("async_", UNSET)
    request.blocking = check_blocking(positional, blocking, async_, settings, method, url)
    mode, encoding = take("mode", "text"), take("encoding", None)
    request.mode = check_mode(mode, encoding, RESPONSE_TYPES, method, url)
    if encoding is not None:
        request.encoding = encoding
    given_headers = take("headers", None)
    if given_headers is not None:
        headers: Headers = {}
        set_headers(headers, given_headers, method, url)
        request._headers = headers
    request._credentials = check_flag(take("credentials", False), "credentials", method, url)
    request._timeout = milliseconds(take("timeout", None), method, url)
    if check_flag(take("progress", False), "progress", method, url):
        from browser.ajax._progress import show

        show(request, is_upload=method not in _WITHOUT_BODY)
    data = take("data", None)
    reject_unknown(settings, _KEYWORDS, method, url)
    return data


def _sent(request: Ajax, data: Any) -> Ajax | None:
    blocking = request.blocking
    request._open(request.method, request.url, blocking)
    request.send(data)
    return request if blocking else None

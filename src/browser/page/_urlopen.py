"""Makes `urllib.request` send its requests with `browser.ajax`. Not in the wheel."""

from email.message import Message
from importlib.abc import Loader
from importlib.machinery import ModuleSpec
from io import BytesIO
from types import ModuleType
from typing import Any
from urllib.error import URLError
from urllib.parse import urljoin
from urllib.response import addinfourl

from browser import _host
from browser.ajax import Ajax

_BROWSERS_OWN = frozenset({"host", "connection", "content-length"})
"""Headers that urllib adds and the browser sets itself."""


class Response(addinfourl):
    """What libraries use of `http.client.HTTPResponse`."""

    msg: str
    reason: str

    def getheader(self, name: str, default: str | None = None) -> str | None:
        return self.headers.get(name, default)

    def getheaders(self) -> list[tuple[str, str]]:
        return self.headers.items()


class UrllibLoader(Loader):
    def __init__(self, loader: Loader) -> None:
        self._loader = loader

    def __getattr__(self, name: str) -> Any:
        return getattr(self._loader, name)

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        return self._loader.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        self._loader.exec_module(module)
        patch(module)


def patch(request: Any) -> None:
    """Changes the module `urllib.request`."""
    handler, unwrapped = request.HTTPHandler, request.unwrap
    handler.http_open = handler.https_open = _sent
    handler.https_request = handler.http_request
    if hasattr(request, "HTTPSHandler"):
        request.HTTPSHandler.https_open = _sent

    def unwrap(url: str) -> str:
        url = unwrapped(url)
        # Without a scheme, relative to the page; urllib has no such URLs.
        is_relative = ":" not in url.partition("/")[0]
        return urljoin(_host.js_shim().files.base(), url) if is_relative else url

    request.unwrap = unwrap


def _sent(handler: Any, request: Any) -> Response:
    """Sends a request and waits for the response. Raises URLError if there is none."""
    data = request.data
    if data is not None and not isinstance(data, bytes | bytearray | memoryview):
        data = data.read() if hasattr(data, "read") else b"".join(data)
    ajax = Ajax()
    ajax.open(request.get_method(), request.full_url, False)
    for name, value in request.header_items():
        is_default = name.lower() == "user-agent" and value.startswith("Python-urllib/")
        if name.lower() not in _BROWSERS_OWN and not is_default:
            ajax.set_header(name, value)
    if isinstance(request.timeout, int | float):
        ajax.timeout = request.timeout * 1000
    ajax.responseType = "arraybuffer"
    ajax.send(data)
    if ajax.error:
        raise URLError(ajax.error)
    response = Response(
        BytesIO(ajax.read() or b""),
        _headers(ajax.getAllResponseHeaders()),
        ajax.responseURL or request.full_url,
        ajax.status,
    )
    response.msg = response.reason = ajax.statusText
    return response


def _headers(lines: str) -> Message:
    headers = Message()
    for line in lines.splitlines():
        name, _, value = line.partition(":")
        headers[name] = value.strip()
    if "content-encoding" in headers:  # the browser has decoded the body
        del headers["content-encoding"], headers["content-length"]
    return headers

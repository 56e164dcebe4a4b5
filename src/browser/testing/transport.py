"""The stand-in for js_shim/xhr.ts: what `browser.ajax.shim.Transport` describes."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from browser.testing.exchange import exchange
from browser.testing.files import Blob, FormData, JSObject, query_of
from browser.testing.requests import recorded
from browser.testing.urls import resolve
from browser.testing.xhr import XMLHttpRequest, no_document

if TYPE_CHECKING:
    from browser.testing.server import Server


class Transport:
    def __init__(self, server: "Server") -> None:
        self._server = server
        self._dispatch: Callable[..., None]

    def connect(self, dispatch: Callable[..., None]) -> None:
        self._dispatch = dispatch

    def create(self) -> XMLHttpRequest:
        return XMLHttpRequest(self._server.loop)

    def send(
        self,
        id: int,
        existing: XMLHttpRequest | None,
        method: str,
        url: str,
        is_async: bool,
        headers: str,
        response_type: str,
        timeout: int,
        wanted: int,
        with_credentials: bool,
        mime_type: str,
        body: Any,
    ) -> XMLHttpRequest:
        server = self._server
        xhr = existing or self.create()
        request = recorded(method, resolve(server.page, url), headers, with_credentials, body)
        steps = exchange(request, server.asked(request), server.asked, server.called)
        tell = partial(self._dispatch, id)
        xhr.begin(request, steps, tell, response_type, wanted, mime_type, body is not None)
        if is_async:
            xhr.send(timeout)
        else:
            xhr.send_blocking(timeout)
        return xhr

    def listen(self, xhr: XMLHttpRequest, id: int, wanted: int) -> None:
        xhr.wanted |= wanted

    def setTimeLimit(self, xhr: XMLHttpRequest, timeout: int) -> None:
        xhr.limit(timeout)

    def classOf(self, value: Any) -> str:
        return type(value).__name__ if isinstance(value, JSObject) else ""

    def formData(self, form: Any = None) -> FormData:
        return FormData()

    def copyFormData(self, source: FormData) -> FormData:
        copy = FormData()
        for name, value in source:
            copy.append(name, value)
        return copy

    def queryOf(self, source: FormData) -> str | None:
        return query_of(source)

    def blob(self, data: Any, type: str) -> Blob:
        return Blob(data, type)

    def parseDocument(self, text: str, type: str) -> Any:
        raise no_document(None)

    def where(self) -> str:
        return f"{self._server.page} true"

    def isUrl(self, url: str) -> bool:
        try:
            return bool(resolve(self._server.page, url))
        except ValueError:
            return False

"""The stand-in for js_shim/bridge/xhr.ts. Implements `browser.ajax._shim.Transport`."""

from collections.abc import Callable
from functools import partial
from typing import Any

from browser.testing._encodings import TextDecoder, text_decoder
from browser.testing._exchange import Responder, exchange
from browser.testing._files import Blob, FormData, JSObject, query_of
from browser.testing._requests import Request, recorded
from browser.testing._stream import Stream, open_stream
from browser.testing._urls import resolve
from browser.testing._xhr import XMLHttpRequest, no_document


class Transport:
    def __init__(self, server: Responder) -> None:
        self._server = server
        self._dispatch: Callable[..., None]

    def connect(self, dispatch: Callable[..., None]) -> None:
        self._dispatch = dispatch

    def create(self) -> XMLHttpRequest:
        return XMLHttpRequest(self._server.loop)

    def reopen(self, xhr: XMLHttpRequest, method: str, url: str) -> None:
        xhr.reopen()

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
        request = self._recorded(method, url, headers, with_credentials, body)
        found = server.find_response(request)
        steps = exchange(request, found, server)
        dispatch = partial(self._dispatch, id)
        xhr.begin(request, steps, dispatch, response_type, wanted, mime_type, body is not None)
        if is_async:
            xhr.send(timeout)
        else:
            xhr.send_blocking(timeout)
        return xhr

    async def openStream(
        self, method: str, url: str, headers: str, with_credentials: bool, body: Any
    ) -> Stream:
        request = self._recorded(method, url, headers, with_credentials, body)
        return await open_stream(self._server, request)

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

    def textDecoder(self, label: str) -> TextDecoder | None:
        return text_decoder(label)

    def where(self) -> str:
        return f"{self._server.page} true"

    def isUrl(self, url: str) -> bool:
        try:
            return bool(resolve(self._server.page, url))
        except ValueError:
            return False

    def _recorded(
        self, method: str, url: str, headers: str, with_credentials: bool, body: Any
    ) -> Request:
        url = resolve(self._server.page, url)
        return recorded(method, url, headers, with_credentials, body)

"""A request as the server got it."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple
from urllib.parse import parse_qs, urlsplit

from browser.ajax.errors import describe
from browser.ajax.response import decode
from browser.testing.files import Blob, File, FormData, multipart
from browser.testing.urls import query_of

_URLENCODED = "application/x-www-form-urlencoded"


class Headers(Mapping[str, str]):
    """By name in any case; headers of the same name are combined, as a browser does."""

    def __init__(self, fields: Iterable[tuple[str, str]] = ()) -> None:
        self._fields: dict[str, str] = {}
        for name, value in fields:
            key, value = name.lower(), str(value).strip(" \t\r\n")
            present = self._fields.get(key)
            self._fields[key] = value if present is None else f"{present}, {value}"

    def __getitem__(self, name: str) -> str:
        return self._fields[name.lower()]

    def __iter__(self) -> Iterator[str]:
        return iter(self._fields)

    def __len__(self) -> int:
        return len(self._fields)

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and name.lower() in self._fields

    def __repr__(self) -> str:
        """Names alone: a value may be a secret."""
        return f"<Headers {', '.join(self._fields)}>"


class Upload(NamedTuple):
    """A file among what a form sent."""

    field: str
    filename: str
    content_type: str
    content: bytes


class Request:
    """What a program asked for. `url` is absolute, `headers` are those that the program and
    XMLHttpRequest set; a browser adds more (Cookie, Origin, Referer, …)."""

    def __init__(
        self,
        method: str,
        url: str,
        headers: Headers,
        body: bytes = b"",
        entries: Iterable[tuple[str, str | File]] = (),
        credentials: bool = False,
    ) -> None:
        self.method, self.url, self.headers = method, url, headers
        self.body, self.credentials = body, credentials
        self.ended = ""
        """How the program saw it end: "load", "error", "timeout" or "abort"; "" before."""
        self._entries = tuple(entries)

    @property
    def path(self) -> str:
        return urlsplit(self.url).path

    @property
    def query(self) -> dict[str, list[str]]:
        """Decoded; without the parameter that keeps caches out, which `url` has."""
        return query_of(self.url)

    @property
    def form(self) -> dict[str, list[str]]:
        """The fields of an url-encoded body or of FormData, without the files."""
        if self._entries:
            form: dict[str, list[str]] = {}
            for name, value in self._entries:
                if isinstance(value, str):
                    form.setdefault(name, []).append(value)
            return form
        kind = self.headers.get("content-type", "").partition(";")[0].strip().lower()
        return parse_qs(self.text, keep_blank_values=True) if kind == _URLENCODED else {}

    @property
    def files(self) -> list[Upload]:
        """The files of FormData."""
        return [
            Upload(name, file.name, file.type or "application/octet-stream", file.to_bytes())
            for name, file in self._entries
            if isinstance(file, File)
        ]

    @property
    def text(self) -> str:
        """The body as str, by the charset of its Content-Type or UTF-8."""
        return decode(self.body, None, self.headers.get("content-type", ""))

    @property
    def json(self) -> Any:
        """The body's JSON; json.JSONDecodeError when it is none."""
        return json.loads(self.text)

    def redirected(self, url: str, keeps_body: bool) -> "Request":
        """The next request after a redirect."""
        if keeps_body:
            body, entries, headers = self.body, self._entries, self.headers
            return Request(self.method, url, headers, body, entries, self.credentials)
        method = "HEAD" if self.method == "HEAD" else "GET"
        kept = ((n, v) for n, v in self.headers.items() if not n.startswith("content-"))
        return Request(method, url, Headers(kept), credentials=self.credentials)

    def __repr__(self) -> str:
        return f"<{describe('Request', self.method, self.url)}>"


def recorded(method: str, url: str, lines: str, credentials: bool, body: Any) -> Request:
    """The request of a call of the transport: `lines` are "name:value", `body` is what
    XMLHttpRequest.send takes."""
    fields = [
        (name, value) for name, _, value in (line.partition(":") for line in lines.split("\n"))
    ]
    content, kind, entries = _extracted(body)
    names = [name.lower() for name, _ in fields]
    headers = Headers(
        [(name, value) for name, value in fields if name]
        + ([("Content-Type", kind)] if kind and "content-type" not in names else [])
    )
    return Request(method, url, headers, content, entries, credentials)


def _extracted(body: Any) -> tuple[bytes, str, Iterable[tuple[str, str | File]]]:
    """Bytes, the Content-Type that goes with them, the entries of FormData
    (https://fetch.spec.whatwg.org/#concept-bodyinit-extract)."""
    if body is None:
        return b"", "", ()
    if isinstance(body, str):
        return body.encode(), "text/plain;charset=UTF-8", ()
    if isinstance(body, Blob):
        return body.to_bytes(), body.type, ()
    if isinstance(body, FormData):
        return *multipart(body), tuple(body)
    return bytes(body), "", ()

"""The requests that the server received."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple
from urllib.parse import parse_qs, urlsplit

from browser.ajax._errors import describe
from browser.testing._encodings import codec_of
from browser.testing._files import Blob, File, FormData, multipart
from browser.testing._urls import query_of

_URLENCODED = "application/x-www-form-urlencoded"


class Headers(Mapping[str, str]):
    """Headers by name, in any case. Joins the values of repeated headers with ", "."""

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
        """Shows the names only: a value may be a secret."""
        return f"<Headers {', '.join(self._fields)}>"


class Upload(NamedTuple):
    """A file that a form sent."""

    field: str
    """The name of the form field."""

    filename: str
    """The file name, without a folder."""

    content_type: str
    """The media type; application/octet-stream if the browser does not know it."""

    content: bytes
    """The bytes of the file."""


class Request:
    """A request that the server received."""

    def __init__(
        self,
        method: str,
        url: str,
        headers: Headers,
        body: bytes = b"",
        entries: Iterable[tuple[str, str | File]] = (),
        credentials: bool = False,
    ) -> None:
        self.method: str = method
        """The method, in upper case."""

        self.url: str = url
        """The absolute URL, with the parameter that avoids the cache."""

        self.headers: Headers = headers
        """The headers that the program and XMLHttpRequest set. A browser adds more (Cookie, Origin,
        Referer, …)."""

        self.body: bytes = body
        """The request body."""

        self.credentials: bool = credentials
        """Whether the request sends cookies to other origins."""

        self.ended: str = ""
        """The event that ended the request: "load", "error", "timeout" or "abort"; "" before."""

        self._entries = tuple(entries)

    @property
    def path(self) -> str:
        """The path of the URL."""
        return urlsplit(self.url).path

    @property
    def query(self) -> dict[str, list[str]]:
        """The decoded query, without the parameter that avoids the cache: name to values."""
        return query_of(self.url)

    @property
    def form(self) -> dict[str, list[str]]:
        """The fields of a url-encoded body or a FormData, without files: name to values."""
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
        """The files of a FormData, in order."""
        return [
            Upload(name, file.name, file.type or "application/octet-stream", file.to_bytes())
            for name, file in self._entries
            if isinstance(file, File)
        ]

    @property
    def text(self) -> str:
        """The body, decoded by the charset of its Content-Type, or UTF-8."""
        return self.body.decode(codec_of(self.headers.get("content-type", "")), "replace")

    @property
    def json(self) -> Any:
        """The body, parsed as JSON. Raises json.JSONDecodeError if it is not JSON."""
        return json.loads(self.text)

    def redirected(self, url: str, with_body: bool) -> "Request":
        """Returns the request that follows a redirect."""
        if with_body:
            body, entries, headers = self.body, self._entries, self.headers
            return Request(self.method, url, headers, body, entries, self.credentials)
        method = "HEAD" if self.method == "HEAD" else "GET"
        fields = ((n, v) for n, v in self.headers.items() if not n.startswith("content-"))
        return Request(method, url, Headers(fields), credentials=self.credentials)

    def __repr__(self) -> str:
        return f"<{describe('Request', self.method, self.url)}>"


def recorded(method: str, url: str, lines: str, credentials: bool, body: Any) -> Request:
    """Returns the request of a call of the transport.

    `lines` are the headers, as "name:value"; `body` is the argument of XMLHttpRequest.send.
    """
    fields = [
        (name, value) for name, _, value in (line.partition(":") for line in lines.split("\n"))
    ]
    content, content_type, entries = _extracted(body)
    names = [name.lower() for name, _ in fields]
    headers = Headers(
        [(name, value) for name, value in fields if name]
        + ([("Content-Type", content_type)] if content_type and "content-type" not in names else [])
    )
    return Request(method, url, headers, content, entries, credentials)


def _extracted(body: Any) -> tuple[bytes, str, Iterable[tuple[str, str | File]]]:
    """Returns the bytes, their Content-Type, and the entries if the body is a FormData
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

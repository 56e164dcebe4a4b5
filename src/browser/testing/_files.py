"""Stand-ins for the browser's Blob, File and FormData, for uploads."""

import re
from collections.abc import Iterator
from urllib.parse import urlencode
from uuid import uuid4

from browser.ajax._body import well_formed


class JSObject:
    """`browser.ajax` treats objects with a `js_id` as JavaScript objects."""

    js_id = 0


class Blob(JSObject):
    """Bytes with a media type: `Blob(b"…", "image/png")`.

    Stands for the browser's Blob (https://w3c.github.io/FileAPI/#blob-section).
    """

    def __init__(self, content: bytes | str = b"", type: str = "") -> None:
        self._content = content.encode() if isinstance(content, str) else bytes(content)
        self.type: str = type.lower()
        """The media type, in lower case; "" if unknown."""

    @property
    def size(self) -> int:
        """The number of bytes."""
        return len(self._content)

    async def text(self) -> str:
        """Returns the content, decoded as UTF-8."""
        return self._content.decode("utf-8", "replace")

    def to_bytes(self) -> bytes:
        """Returns the content."""
        return self._content

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {getattr(self, 'name', '')!r}: {self.size} bytes>"


class File(Blob):
    """A file, as the user chooses it: `File("notes.txt", b"…", "text/plain")`."""

    def __init__(self, name: str, content: bytes | str = b"", type: str = "") -> None:
        super().__init__(content, type)
        self.name: str = name
        """The file name, without a folder."""


class FormData(JSObject):
    """The form of `ajax.form_data()`: fields and files, in order.

    Stands for the browser's FormData (https://xhr.spec.whatwg.org/#interface-formdata).
    """

    def __init__(self) -> None:
        self._entries: list[tuple[str, str | File]] = []

    def append(self, name: str, value: object, filename: str | None = None) -> None:
        """Adds a field, or a file if the value is a Blob or a File.

        Raises TypeError if there is a `filename` and the value is no Blob.
        """
        self._entries.append((well_formed(str(name)), _entry(value, filename)))

    def set(self, name: str, value: object, filename: str | None = None) -> None:
        """Replaces the first entry of this name and removes the others, or adds an entry."""
        names = [present for present, _ in self._entries]
        at = names.index(name) if name in names else len(names)
        self.delete(name)
        self._entries.insert(at, (str(name), _entry(value, filename)))

    def delete(self, name: str) -> None:
        """Removes all entries of this name."""
        self._entries = [entry for entry in self._entries if entry[0] != name]

    def get(self, name: str) -> str | File | None:
        """Returns the first value of this name, or None."""
        return next(iter(self.getAll(name)), None)

    def getAll(self, name: str) -> list[str | File]:
        """Returns all values of this name."""
        return [value for present, value in self._entries if present == name]

    def has(self, name: str) -> bool:
        """Returns whether there is an entry of this name."""
        return bool(self.getAll(name))

    def __iter__(self) -> Iterator[tuple[str, str | File]]:
        return iter(self._entries)


def _entry(value: object, filename: str | None) -> str | File:
    if isinstance(value, Blob):
        name = filename if filename is not None else getattr(value, "name", "blob")
        return File(name, value.to_bytes(), value.type)
    if filename is not None:
        raise TypeError("only a File or a Blob can have a filename")
    return well_formed(str(value))


def query_of(form: FormData) -> str | None:
    """Encodes the entries as URLSearchParams does; returns None if one of them is a file."""
    pairs = [(name, value) for name, value in form if isinstance(value, str)]
    if len(pairs) < len(list(form)):
        return None
    return urlencode(pairs, safe="*").replace("~", "%7E")


def multipart(form: FormData) -> tuple[bytes, str]:
    """Returns the body that a browser sends, and its Content-Type
    (https://html.spec.whatwg.org/#multipart-form-data)."""
    boundary = f"----browser-testing-{uuid4().hex}"
    body = b""
    for name, value in form:
        head = f'Content-Disposition: form-data; name="{_escaped(_lines(name))}"'
        if isinstance(value, File):
            kind = value.type or "application/octet-stream"
            head += f'; filename="{_escaped(value.name)}"\r\nContent-Type: {kind}'
            content = value.to_bytes()
        else:
            content = _lines(value).encode()
        body += f"--{boundary}\r\n{head}\r\n\r\n".encode() + content + b"\r\n"
    return body + f"--{boundary}--\r\n".encode(), f"multipart/form-data; boundary={boundary}"


def _lines(text: str) -> str:
    return re.sub(r"\r\n|\r|\n", "\r\n", text)


def _escaped(name: str) -> str:
    return name.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")

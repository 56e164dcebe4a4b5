"""What a program uploads: stand-ins for the browser's Blob, File and FormData."""

import re
from collections.abc import Iterator
from urllib.parse import urlencode
from uuid import uuid4


class JSObject:
    """`browser.ajax` takes what has a `js_id` for a value of JavaScript's."""

    js_id = 0


class Blob(JSObject):
    """Bytes with a media type (https://w3c.github.io/FileAPI/#blob-section)."""

    def __init__(self, content: bytes | str = b"", type: str = "") -> None:
        self._content = content.encode() if isinstance(content, str) else bytes(content)
        self.type = type.lower()

    @property
    def size(self) -> int:
        return len(self._content)

    async def text(self) -> str:
        return self._content.decode("utf-8", "replace")

    def to_bytes(self) -> bytes:
        return self._content

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {getattr(self, 'name', '')!r}: {self.size} bytes>"


class File(Blob):
    """As one from a file chooser: `File("notes.txt", b"…", "text/plain")`."""

    def __init__(self, name: str, content: bytes | str = b"", type: str = "") -> None:
        super().__init__(content, type)
        self.name = name


class FormData(JSObject):
    """What `ajax.form_data()` gives (https://xhr.spec.whatwg.org/#interface-formdata)."""

    def __init__(self) -> None:
        self._entries: list[tuple[str, str | File]] = []

    def append(self, name: str, value: object, filename: str | None = None) -> None:
        self._entries.append((str(name), _entry(value, filename)))

    def set(self, name: str, value: object, filename: str | None = None) -> None:
        """Puts the value where the first of that name is, and takes the others away."""
        names = [present for present, _ in self._entries]
        at = names.index(name) if name in names else len(names)
        self.delete(name)
        self._entries.insert(at, (str(name), _entry(value, filename)))

    def delete(self, name: str) -> None:
        self._entries = [entry for entry in self._entries if entry[0] != name]

    def get(self, name: str) -> "str | File | None":
        return next(iter(self.getAll(name)), None)

    def getAll(self, name: str) -> "list[str | File]":
        return [value for present, value in self._entries if present == name]

    def has(self, name: str) -> bool:
        return bool(self.getAll(name))

    def __iter__(self) -> "Iterator[tuple[str, str | File]]":
        return iter(self._entries)


def _entry(value: object, filename: str | None) -> str | File:
    if isinstance(value, Blob):
        name = filename if filename is not None else getattr(value, "name", "blob")
        return File(name, value.to_bytes(), value.type)
    if filename is not None:
        raise TypeError("only a File or a Blob has a filename")
    return str(value)


def query_of(form: FormData) -> str | None:
    """The entries as URLSearchParams writes them; None when one of them is a file."""
    pairs = [(name, value) for name, value in form if isinstance(value, str)]
    if len(pairs) < len(list(form)):
        return None
    return urlencode(pairs, safe="*").replace("~", "%7E")


def multipart(form: FormData) -> tuple[bytes, str]:
    """The body that a browser sends, and its Content-Type
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

"""Files on the server that `open` reads. Not in the wheel."""

import _io
import errno
import io
import os
from typing import Any
from urllib.parse import urljoin

from browser import _host, ajax


class _Content(io.BytesIO):
    name = ""
    mode = "rb"

    def writable(self) -> bool:
        return False


def opened(
    file: str,
    mode: str,
    buffering: int = -1,
    encoding: str | None = None,
    errors: str | None = None,
    newline: str | None = None,
    closefd: bool = True,
    opener: Any = None,
) -> Any:
    """Reads a whole file by a blocking request. `file` is a URL, which may be relative.

    Raises FileNotFoundError for the HTTP status 404 and 410, another OSError for other failures,
    UnsupportedOperation for a mode that writes, and what `open` raises for wrong arguments.
    """
    _io.open(os.devnull, mode, buffering, encoding, errors, newline, closefd).close()
    url = urljoin(_host.js_shim().files.base(), file)
    if set(mode) & set("wax+"):
        what = f"open({file!r}, {mode!r}) cannot write to a file on the server: {url}"
        advice = "send the content with browser.ajax, store it in browser.local_storage"
        raise io.UnsupportedOperation(f"{what}: {advice}, or write to a file of another name")
    request = ajax.get(url, blocking=True, mode="binary", cache=True)
    if request.status in (404, 410):
        what = f"No such file: GET {request.url}: HTTP status {request.status}"
        raise FileNotFoundError(errno.ENOENT, what, file)
    request.raise_for_status()
    content = _Content(request.read())
    content.name = file
    reader = io.BufferedReader(content)
    if "b" in mode:
        return reader
    text = io.TextIOWrapper(reader, encoding or "utf-8", errors, newline)
    text.mode = mode  # type: ignore[misc]
    return text

"""`data` → request body or query: the one encoder of get, post, put, patch, send and file_upload.
Pure for Python values; JavaScript values go through the transport."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from browser.ajax import _shim
from browser.ajax._errors import describe
from browser.ajax._headers import Headers

URLENCODED = "application/x-www-form-urlencoded"
_UNRESERVED = "!'()*"
"""What encodeURIComponent does not encode, besides what `quote` does not."""

_TO_ENCODE = re.compile(rf"[^A-Za-z0-9_.~{_UNRESERVED}-]+")
_PLAIN = (str, int, float, bool, type(None))
_BYTES = (bytes, bytearray, memoryview)
_SIMPLE = (*_PLAIN, *_BYTES)
_SURROGATE = re.compile("[\ud800-\udfff]")
_SHORT = 1000
"""Up to so many characters an ASCII str is passed to JavaScript as quickly as bytes."""


def encode(data: Any, headers: Headers, method: str, url: str) -> tuple[Any, Headers]:
    """The request body, and the headers with its Content-Type. A mapping and a str are urlencoded,
    unless the program set another Content-Type. All text is UTF-8, and its Content-Type says so
    (https://xhr.spec.whatwg.org/#the-send()-method)."""
    name, given = headers.get("content-type", ("Content-Type", ""))
    try:
        body, content_type = encode_body(data, given)
    except TypeError as error:
        raise TypeError(describe(str(error), method, url)) from None
    if given:
        if isinstance(body, str) and "charset" in given.lower():
            body = body.encode()  # browsers would write this charset in their own way
        content_type = _in_utf_8(given) if content_type else _with_boundary(given)
        if not content_type:
            headers = {name: header for name, header in headers.items() if name != "content-type"}
    if content_type:
        headers = headers | {"content-type": (name, content_type)}
    return body, headers


def _in_utf_8(content_type: str) -> str:
    if "charset" not in content_type.lower():
        return content_type
    from browser.ajax._content_type import parsed, serialized

    essence, parameters = parsed(content_type)
    if parameters.get("charset", "utf-8").lower() == "utf-8":
        return content_type
    return serialized(essence, parameters | {"charset": "UTF-8"})


def _with_boundary(content_type: str) -> str:
    """Returns "" for multipart/form-data without a boundary: the browser sets its own."""
    if not content_type.lower().startswith("multipart/form-data"):
        return content_type
    from browser.ajax._content_type import parsed

    essence, parameters = parsed(content_type)
    return "" if essence == "multipart/form-data" and "boundary" not in parameters else content_type


def encode_body(data: Any, content_type: str) -> tuple[Any, str]:
    """The body for XMLHttpRequest.send, and its Content-Type ("" if the browser sets it, or there
    is none). `content_type` is the one that the program set, or "".

    `data` is a Mapping, str, bytes, bytearray, memoryview, or a JavaScript File, Blob, FormData,
    URLSearchParams, ArrayBuffer or typed array. A Mapping becomes FormData if a File or Blob is
    among its values, or the Content-Type is multipart/form-data.
    """
    if data is None:
        return None, ""
    if isinstance(data, Mapping):
        multipart = content_type.lower().startswith("multipart/form-data")
        if multipart or any(_is_file(value) for _, value in _pairs(data)):
            return _form_data(data), ""
        return _text(encode_form(data)), URLENCODED
    if isinstance(data, str):
        return _text(data), URLENCODED
    if isinstance(data, _BYTES):
        return _contiguous(data), ""
    if _shim.class_of(data) in _shim.BODY_CLASSES:
        return _shim.unwrap(data), ""
    raise TypeError(_wrong_type(data))


def encode_query(data: Any) -> str:
    """`data` as the query of a URL. Raises TypeError for a file."""
    if data is None:
        return ""
    if isinstance(data, Mapping):
        return encode_form(data)
    if isinstance(data, _BYTES):
        data = bytes(data).decode()
    if isinstance(data, str):
        return well_formed(data).replace("#", "%23")
    if _shim.class_of(data) in ("FormData", "URLSearchParams"):
        query = _shim.transport().queryOf(_shim.unwrap(data))
        if query is None:
            raise TypeError("a file cannot be sent in a URL: use post, put or file_upload")
        return str(query)
    raise TypeError(_wrong_type(data))


def encode_form(data: Mapping[Any, Any]) -> str:
    """
    >>> encode_form({"x": 1, "tag": ["a b", "é"]})
    'x=1&tag=a%20b&tag=%C3%A9'
    """
    parts: list[str] = []
    for name, value in _pairs(data):
        if isinstance(value, _BYTES):
            parts += (_quoted(name), _quoted_bytes(value))
        elif isinstance(value, _PLAIN) or not _is_file(value):
            parts += (_quoted(name), _quoted(value if type(value) is str else str(value)))
        else:
            raise TypeError(f"{name!r} is a file: it cannot be sent in a URL; use post or put")
    return "&".join(map("=".join, zip(parts[::2], parts[1::2], strict=True)))


def form_data_with(data: Any, field_name: str, file: Any) -> Any:
    """FormData with the fields of `data` and the file as `field_name` (for `file_upload`)."""
    if data is None or data == "":
        form_data = _shim.transport().formData()
    elif isinstance(data, Mapping):
        form_data = _form_data(data)
    elif _shim.class_of(data) == "FormData":
        form_data = _shim.transport().copyFormData(_shim.unwrap(data))
    else:
        what = "the data beside a file must be a mapping or form_data(...), not"
        raise TypeError(f"{what} {type(data).__name__}")
    if isinstance(file, _BYTES):
        form_data.append(field_name, _blob(file), field_name)
    elif _is_file(file):
        form_data.append(field_name, _shim.unwrap(file))
    else:
        raise TypeError(f"the file must be a File, a Blob or bytes, not {_name_of(file)}")
    return form_data


def _form_data(data: Mapping[Any, Any]) -> Any:
    form_data = _shim.transport().formData()
    for name, value in _pairs(data):
        if isinstance(value, _BYTES):
            form_data.append(name, _blob(value))
        else:
            form_data.append(name, _shim.unwrap(value) if _is_file(value) else str(value))
    return form_data


def _pairs(data: Mapping[Any, Any]) -> Iterator[tuple[str, Any]]:
    """The items of a mapping; lists, tuples and FileLists repeat their key."""
    for key, value in data.items():
        if isinstance(value, _SIMPLE):
            yield str(key), value
        elif isinstance(value, (list, tuple)):
            yield from ((str(key), item) for item in value)
        elif _shim.class_of(value) == "FileList":
            yield from ((str(key), item) for item in _shim.unwrap(value))
        else:
            yield str(key), value


def _is_file(value: Any) -> bool:
    return not isinstance(value, _PLAIN) and _shim.class_of(value) in ("File", "Blob")


def _blob(value: Any) -> Any:
    return _shim.transport().blob(_contiguous(value), "application/octet-stream")


class _Runs(dict[str, str]):
    """Characters → how they are encoded. Most forms have few such runs, spaces above all."""

    def __missing__(self, run: str) -> str:
        from urllib.parse import quote  # here, as the import takes 5 ms

        encoded = quote(well_formed(run), safe=_UNRESERVED)
        if len(run) < _SHORT_RUN and len(self) < _MOST_RUNS:
            self[run] = encoded
        return encoded


_MOST_RUNS, _SHORT_RUN = 500, 8
_runs = _Runs({" ": "%20"})


def _quoted(text: str) -> str:
    return _TO_ENCODE.sub(lambda match: _runs[match[0]], text)


def _quoted_bytes(value: Any) -> str:
    from urllib.parse import quote_from_bytes

    return quote_from_bytes(bytes(value), safe=_UNRESERVED)


def _text(text: str) -> Any:
    if len(text) <= _SHORT and text.isascii():
        return text
    return well_formed(text).encode()


def well_formed(text: str) -> str:
    """Each lone surrogate becomes U+FFFD, as in a browser
    (https://webidl.spec.whatwg.org/#es-USVString)."""
    if text.isascii() or not _SURROGATE.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _contiguous(data: Any) -> Any:
    """JavaScript reads the memory of a view from its start, without its format and its strides."""
    return bytes(data) if isinstance(data, memoryview) else data


def _name_of(value: Any) -> str:
    return _shim.class_of(value) or type(value).__name__


def _wrong_type(data: Any) -> str:
    return (
        f"data must be a mapping, str, bytes, File, Blob, FormData or URLSearchParams, "
        f"not {_name_of(data)} (for JSON: data=json.dumps(...))"
    )

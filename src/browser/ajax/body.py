"""`data` → what goes out: the one encoder of get, post, put, patch, send and file_upload."""

from collections.abc import Iterator, Mapping
from typing import Any

from browser.ajax import shim
from browser.ajax.errors import describe
from browser.ajax.headers import Headers

URLENCODED = "application/x-www-form-urlencoded"
_UNRESERVED = "!'()*"
"""What encodeURIComponent leaves as it is, besides what `quote` leaves anyway."""

_PLAIN = (str, int, float, bool, type(None))
_BYTES = (bytes, bytearray, memoryview)
_SHORT = 1000
"""Characters up to which an ASCII str crosses to JavaScript as cheaply as bytes do."""


def encode(data: Any, headers: Headers, method: str, url: str) -> tuple[Any, Headers]:
    """The body that goes out, and the headers with the Content-Type that goes with it: urlencoded
    for mappings, and for str where it is usual, unless the program has given another."""
    given = headers.get("content-type", ("", ""))[1]
    try:
        body, content_type = encode_body(data, given)
    except TypeError as error:
        raise TypeError(describe(str(error), method, url)) from None
    if given:
        if not content_type and given.lower().strip() == "multipart/form-data":
            # Only the browser knows the boundary that it writes between the parts.
            headers = {name: header for name, header in headers.items() if name != "content-type"}
    elif content_type and (method in ("POST", "PUT", "PATCH") or not isinstance(data, str)):
        headers = headers | {"content-type": ("Content-Type", content_type)}
    return body, headers


def encode_body(data: Any, content_type: str) -> tuple[Any, str]:
    """What XMLHttpRequest.send takes, and the Content-Type it wants ("" where the browser knows
    it best, or there is none). `content_type` is the one the program gave, or "".

    Takes a Mapping, str, bytes, bytearray, memoryview, or a JS File, Blob, FormData,
    URLSearchParams, ArrayBuffer or typed array. A File or Blob among a Mapping's values, or a
    Content-Type of multipart/form-data, makes it FormData.
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
        return data, ""
    if shim.class_of(data) in shim.BODY_CLASSES:
        return shim.unwrap(data), ""
    raise TypeError(_wrong_type(data))


def encode_query(data: Any) -> str:
    """`data` as a URL's query, for the methods without a body; a file has no place there."""
    if data is None:
        return ""
    if isinstance(data, Mapping):
        return encode_form(data)
    if isinstance(data, _BYTES):
        data = str(data, "utf-8")
    if isinstance(data, str):
        return data.replace("#", "%23")
    if shim.class_of(data) in ("FormData", "URLSearchParams"):
        query = shim.transport().queryOf(shim.unwrap(data))
        if query is None:
            raise TypeError("a file cannot be sent in a URL: use post, put or file_upload")
        return str(query)
    raise TypeError(_wrong_type(data))


def encode_form(data: Mapping[Any, Any]) -> str:
    """
    >>> encode_form({"x": 1, "tag": ["a b", "é"]})
    'x=1&tag=a%20b&tag=%C3%A9'
    """
    parts = []
    for name, value in _pairs(data):
        if _is_file(value):
            raise TypeError(f"{name!r} is a file: it cannot be sent in a URL; use post or put")
        parts.append(f"{_quote(name)}={_quote(value)}")
    return "&".join(parts)


def form_data_with(data: Any, field_name: str, file: Any) -> Any:
    """FormData with one file under `field_name`, then what `data` holds (for `file_upload`)."""
    if data is None or data == "":
        form_data = shim.transport().formData()
    elif isinstance(data, Mapping):
        form_data = _form_data(data)
    elif shim.class_of(data) == "FormData":
        form_data = shim.transport().copyFormData(shim.unwrap(data))
    else:
        what = "the data beside a file must be a mapping or form_data(...), not"
        raise TypeError(f"{what} {type(data).__name__}")
    if isinstance(file, _BYTES):
        form_data.append(field_name, _blob(file), field_name)
    elif _is_file(file):
        form_data.append(field_name, shim.unwrap(file))
    else:
        raise TypeError(f"the file must be a File, a Blob or bytes, not {_name_of(file)}")
    return form_data


def _form_data(data: Mapping[Any, Any]) -> Any:
    form_data = shim.transport().formData()
    for name, value in _pairs(data):
        if isinstance(value, _BYTES):
            form_data.append(name, _blob(value))
        else:
            form_data.append(name, shim.unwrap(value) if _is_file(value) else str(value))
    return form_data


def _pairs(data: Mapping[Any, Any]) -> Iterator[tuple[str, Any]]:
    """Lists, tuples and FileLists repeat their key."""
    for key, value in data.items():
        if isinstance(value, (list, tuple)):
            yield from ((str(key), item) for item in value)
        elif not isinstance(value, (*_PLAIN, *_BYTES)) and shim.class_of(value) == "FileList":
            yield from ((str(key), item) for item in shim.unwrap(value))
        else:
            yield str(key), value


def _is_file(value: Any) -> bool:
    return not isinstance(value, _PLAIN) and shim.class_of(value) in ("File", "Blob")


def _blob(value: Any) -> Any:
    return shim.transport().blob(value, "application/octet-stream")


def _quote(value: Any) -> str:
    from urllib.parse import quote, quote_from_bytes  # not before it is needed: 5 ms

    if isinstance(value, _BYTES):
        return quote_from_bytes(bytes(value), safe=_UNRESERVED)
    return quote(str(value), safe=_UNRESERVED)


def _text(text: str) -> Any:
    if len(text) <= _SHORT and text.isascii():
        return text
    return text.encode()


def _name_of(value: Any) -> str:
    return shim.class_of(value) or type(value).__name__


def _wrong_type(data: Any) -> str:
    return (
        f"data must be a mapping, str, bytes, File, Blob, FormData or URLSearchParams, "
        f"not {_name_of(data)} (for JSON: data=json.dumps(...))"
    )

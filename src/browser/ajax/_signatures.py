"""The parameters that consoles, notebooks and `help` show, as `__wrapped__` of the functions of
browser.ajax and browser.aio."""

from types import FunctionType
from typing import Any

_SHOWN = {
    **dict.fromkeys(("data", "headers", "timeout", "encoding")),
    **dict.fromkeys(("credentials", "progress", "cache"), False),
    **dict.fromkeys(("oncomplete", "onprogress", "onuploadprogress", "ontimeout")),
}
"""Keyword → its default. Other callbacks are `**callbacks`."""


def _parameters(positional: dict[str, Any], keywords: dict[str, Any] | None = None) -> Any:
    """Returns a function with these parameters, `_SHOWN` and `**callbacks`. Parameter → default,
    `...` for none."""
    named = {**(keywords or {}), **_SHOWN}
    code = (lambda **callbacks: callbacks).__code__
    names = (*positional, *named, "callbacks")
    code = code.replace(
        co_argcount=len(positional),
        co_kwonlyargcount=len(named),
        co_nlocals=len(names),
        co_varnames=names,
    )
    defaults = tuple(value for value in positional.values() if value is not ...)
    function = FunctionType(code, {}, argdefs=defaults)
    function.__kwdefaults__ = named
    return function


_URL = {"url": ...}
_UPLOADED = {**_URL, "file": ..., "method": "POST", "field_name": "filetosave"}
_OF_AJAX = {"mode": "text", "blocking": False}
_FORMAT = {"format": "text"}
AJAX = _parameters(_URL, _OF_AJAX)
AJAX_UPLOAD = _parameters(_UPLOADED, _OF_AJAX)
AIO = _parameters({"method": ..., **_URL, **_FORMAT})
AIO_HEAD = _parameters(_URL)
AIO_GET = _parameters({**_URL, **_FORMAT})
AIO_UPLOAD = _parameters({**_UPLOADED, **_FORMAT})

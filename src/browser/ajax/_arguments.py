"""The arguments of requests, checked before anything is sent. Pure, but for warnings."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, cast

from browser import _report
from browser.ajax._errors import describe, nearest

if TYPE_CHECKING:
    from browser.ajax._types import Mode

UNSET: Any = object()
"""The default of keywords for which None is a value."""

_METHOD = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_FORBIDDEN_METHODS = ("CONNECT", "TRACE", "TRACK")
_LONGEST_TIMEOUT = 2**32 - 1
"""Milliseconds: XMLHttpRequest's `timeout` is an unsigned long."""


def check_method(method: Any, url: Any) -> str:
    """Returns the method in upper case. Raises ValueError if it is invalid, or browsers forbid
    it."""
    if not isinstance(method, str):
        raise TypeError(f"method must be a str such as 'GET', not {type(method).__name__}")
    shown = url if isinstance(url, str) else ""
    if not _METHOD.fullmatch(method):
        raise ValueError(describe(f"{method[:40]!r} is not an HTTP method", "", shown))
    name: str = method.upper()
    if name in _FORBIDDEN_METHODS:
        what = f"browsers do not let a page send {name} requests"
        advice = "ask your server to do it (https://fetch.spec.whatwg.org/#forbidden-method)"
        raise ValueError(describe(what, name, shown, advice))
    return name


def check_url(method: str, url: Any) -> str:
    if not isinstance(url, str):
        what = f"url must be a str, not {type(url).__name__}"
        raise TypeError(describe(what, method, "", "pass str(url)"))
    return url


def check_flag(value: Any, name: str, method: str, url: str) -> bool:
    if not isinstance(value, int):
        what = f"{name} must be True or False, not {type(value).__name__}"
        raise TypeError(describe(what, method, url))
    return bool(value)


def check_blocking(
    positional: tuple[Any, ...],
    blocking: Any,
    async_: Any,
    others: dict[str, Any],
    method: str,
    url: str,
) -> bool:
    """Whether the request blocks, by `blocking=`, `async_=`, `**{"async": …}` or Brython's second
    positional argument, `async`. Removes "async" from `others`."""
    given = {}
    if blocking is not UNSET:
        given["blocking"] = check_flag(blocking, "blocking", method, url)
    if async_ is not UNSET:
        given["async_"] = not check_flag(async_, "async_", method, url)
    if "async" in others:
        given["async"] = not check_flag(others.pop("async"), "async", method, url)
    if positional:
        if len(positional) > 1:
            what = f"{len(positional) + 1} positional arguments, at most 2 are allowed"
            raise TypeError(describe(what, method, url, "name the others, e.g. data=..."))
        what = "the second positional argument (async)"
        asynchronous = check_flag(positional[0], what, method, url)
        advice = f"write blocking={not asynchronous}"
        _report.warn(describe(f"{what} is deprecated", method, url, advice), DeprecationWarning)
        given[what] = not asynchronous
    if len(set(given.values())) > 1:
        what = f"{' and '.join(given)} contradict each other"
        raise TypeError(describe(what, method, url, "use blocking= alone"))
    return next(iter(given.values()), False)


def check_mode(mode: Any, encoding: Any, modes: Mapping[Mode, str], method: str, url: str) -> Mode:
    if not isinstance(mode, str) or mode not in modes:
        what = f"unknown mode {mode!r}"
        raise ValueError(describe(what, method, url, f"use one of {', '.join(modes)}"))
    if encoding is not None and mode != "text":
        what = f"encoding={encoding!r} works in mode 'text' only, not in {mode!r}"
        raise ValueError(describe(what, method, url))
    return cast("Mode", mode)


def milliseconds(seconds: Any, method: str, url: str) -> int:
    """XMLHttpRequest's `timeout`: at least 1, or 0 (no timeout) for None, 0 and infinity."""
    if seconds is None:
        return 0
    if isinstance(seconds, bool) or not isinstance(seconds, (int, float)):
        what = f"a timeout must be a number of seconds, not {type(seconds).__name__}"
        raise TypeError(describe(what, method, url))
    if math.isnan(seconds) or seconds < 0:
        what = f"a timeout of {seconds} s"
        raise ValueError(describe(what, method, url, "give a positive number of seconds, or None"))
    if seconds == 0 or seconds * 1000 > _LONGEST_TIMEOUT:
        return 0
    return max(1, round(seconds * 1000))


def reject_unknown(
    keywords: Mapping[str, Any], known: Iterable[str], method: str, url: str
) -> None:
    """Raises TypeError, with the nearest known name, if there are keywords left."""
    for name in keywords:
        raise TypeError(describe(f"unknown keyword {name!r}{nearest(name, known)}", method, url))

"""Limits how deep JSON may be nested. Python's own limit needs more stack than a browser has: the
browser's stack ends first, and with it Python."""

import re
from json.decoder import JSONDecoder
from typing import Any

from browser import _host

LEVELS = 2000
STACK = 48 * 1024
"""Bytes for the decoder, which is written in C: about 2,000 levels. Python accepts no smaller
limit."""

SHORT = 3000
"""JSON of fewer characters cannot be nested too deeply."""

TOO_DEEP = f"the JSON is nested too deeply: a browser's stack holds about {LEVELS:,} levels"

_decode_in_c = JSONDecoder.raw_decode


def limit_depth() -> None:
    """From now on JSON that is nested too deeply raises RecursionError."""
    if _host.in_pyodide() and JSONDecoder.raw_decode is not _raw_decode:
        JSONDecoder.raw_decode = _raw_decode  # type: ignore[method-assign]


def _raw_decode(self: JSONDecoder, s: str, idx: int = 0) -> tuple[Any, int]:
    if len(s) < SHORT:
        return _decode_in_c(self, s, idx)
    if _has_hooks(self):
        if _depth(s) > LEVELS:
            raise RecursionError(TOO_DEEP)
        return _decode_in_c(self, s, idx)
    if not _host.limit_stack(STACK):
        return _decode_in_c(self, s, idx)
    try:
        return _decode_in_c(self, s, idx)
    except RecursionError:
        raise RecursionError(TOO_DEEP) from None
    finally:
        _host.reset_stack()


def _has_hooks(decoder: JSONDecoder) -> bool:
    """Whether decoding calls functions written in Python: they need more stack than STACK."""
    hooks: list[Any] = [decoder.object_hook, decoder.object_pairs_hook]
    parsers = [decoder.parse_float, decoder.parse_int]
    return hooks != [None, None] or not all(isinstance(parser, type) for parser in parsers)


def _depth(text: str) -> int:
    """How many brackets outside of strings are open at once."""
    deepest = depth = 0
    for token in re.finditer(r'"(?:[^"\\]|\\.)*"?|[][{}]', text, re.DOTALL):
        if token[0] in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif token[0] in "]}":
            depth -= 1
    return deepest

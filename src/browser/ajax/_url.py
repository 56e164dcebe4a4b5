"""URLs and queries as str. Pure."""

import re
from time import time_ns

_last_cache_parameter = 0

_SCHEME = re.compile(r"[\0- ]*([a-zA-Z][a-zA-Z0-9+.-]*):")
_IGNORED = re.compile(r"[\t\n\r]")
"""The characters that browsers remove from a URL."""


def merge_query(url: str, query: str) -> str:
    """Adds `query` to the query of the URL, before the fragment; the rest does not change.

    >>> merge_query("/search?lang=en#top", "q=1")
    '/search?lang=en&q=1#top'
    """
    if not query:
        return url
    rest, hash_sign, fragment = url.partition("#")
    path, _, present = rest.partition("?")
    separator = "" if not present or present.endswith("&") else "&"
    return f"{path}?{present}{separator}{query}{hash_sign}{fragment}"


def is_http(url: str) -> bool:
    """Whether the URL is relative, or absolute with the scheme http or https."""
    scheme = _SCHEME.match(_IGNORED.sub("", url)) if ":" in url else None
    return not scheme or scheme[1].lower() in ("http", "https")


def cache_parameter() -> str:
    """A number that is unique in this page, so that no cache has a response for the URL."""
    global _last_cache_parameter
    _last_cache_parameter = max(_last_cache_parameter + 1, time_ns() // 1000)
    return str(_last_cache_parameter)

"""URLs and queries: pure functions on str."""

import re
from time import time_ns

_last_cache_parameter = 0

_SECRET_NAMES = re.compile(
    r"([?&;#](?:[\w.%-]*(?:token|password|passwd|secret|signature|api[_-]?key|session|jwt|csrf)"
    r"[\w.%-]*|auth|key|sig|pwd|code)=)[^&;#]*",
    re.IGNORECASE,
)
_USER_INFO = re.compile(r"^([a-zA-Z][a-zA-Z0-9+.-]*:)?//[^/?#]*@")


def merge_query(url: str, query: str) -> str:
    """Adds `query` to what the URL already asks, before its fragment; the rest stays to the letter.

    >>> merge_query("/search?lang=en#top", "q=1")
    '/search?lang=en&q=1#top'
    """
    if not query:
        return url
    rest, hash_sign, fragment = url.partition("#")
    path, _, present = rest.partition("?")
    separator = "" if not present or present.endswith("&") else "&"
    return f"{path}?{present}{separator}{query}{hash_sign}{fragment}"


def cache_parameter() -> str:
    """A number never given before in this page, so that no cache has an answer for the URL."""
    global _last_cache_parameter
    _last_cache_parameter = max(_last_cache_parameter + 1, time_ns() // 1000)
    return str(_last_cache_parameter)


def redact(url: str) -> str:
    """The URL as it may be shown: no user info, and `***` for the value of a secret parameter.

    >>> redact("https://ann:pw@host/x?token=abc&n=1")
    'https://***@host/x?token=***&n=1'
    """
    url = _USER_INFO.sub(lambda found: f"{found[1] or ''}//***@", url)
    return _SECRET_NAMES.sub(r"\1***", url)

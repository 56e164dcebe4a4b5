"""Content Security Policies: whether a page under them can start Python. Pure functions."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

FALLBACKS = {
    "script-src": ("script-src", "default-src"),
    "connect-src": ("connect-src", "default-src"),
    "worker-src": ("worker-src", "child-src", "script-src", "default-src"),
}


def directives(policy: str) -> dict[str, list[str]]:
    """Returns the directives of a policy.

    >>> directives("default-src 'self'; script-src *")
    {'default-src': ["'self'"], 'script-src': ['*']}
    """
    found: dict[str, list[str]] = {}
    for part in policy.split(";"):
        name, *values = part.split() or [""]
        if name:
            found.setdefault(name.lower(), values)
    return found


def objections(policy: str, page: str, base: str, has_worker: bool) -> Iterator[str]:
    """Yields what a policy forbids. `page` is the URL of the page, `base` that of the bundle."""
    found = directives(policy)
    for name in ("script-src", "connect-src", *(["worker-src"] if has_worker else [])):
        values = next((found[each] for each in FALLBACKS[name] if each in found), None)
        if values is None:
            continue
        lower = [value.lower() for value in values]
        if name == "script-src" and not {"'wasm-unsafe-eval'", "'unsafe-eval'"} & set(lower):
            yield "script-src lacks 'wasm-unsafe-eval': the browser does not compile WebAssembly"
        url = page if name == "worker-src" else base
        if not any(_allows(value, url, page) for value in lower):
            source = "'self'" if _origin(url) == _origin(page) else _origin(url)
            yield f"{name} lacks {source}"


def _allows(source: str, url: str, page: str) -> bool:
    scheme, netloc = urlsplit(url)[:2]
    if source == "'self'":
        return _origin(url) == _origin(page)
    if source in ("*", f"{scheme}:"):
        return True
    wanted, separator, rest = source.rpartition("://")
    host = rest.partition("/")[0]
    if separator and wanted != scheme:
        return False
    if host.startswith("*."):
        return netloc.endswith(host[1:])
    return host == netloc


def _origin(url: str) -> str:
    scheme, netloc = urlsplit(url)[:2]
    return f"{scheme}://{netloc}"

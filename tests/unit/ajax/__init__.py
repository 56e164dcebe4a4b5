"""Unit tests of `browser.ajax`."""

from collections.abc import Callable

from browser import ajax


def opened(method: str = "GET", url: str = "/x", **listeners: Callable[..., object]) -> ajax.Ajax:
    """A request that is opened and not yet sent."""
    req = ajax.Ajax()
    for name, function in listeners.items():
        req.bind(name, function)
    req.open(method, url)
    return req
